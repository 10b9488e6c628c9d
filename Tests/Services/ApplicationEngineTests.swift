import Domain
import Services
import TestSupport
import XCTest

/// What the engine does for applications: an unused answer lapses, a manager learns that support is late (R5.7, R5.8).
final class ApplicationEngineTests: XCTestCase {
  private func applied() throws -> (TestHouse, CustomerID, ApplicationID) {
    let house = try TestHouse()
    let customer = try house.customer("苏州日东精密电子有限公司", in: .library(of: .li), phone: "0512-60010001")
    try house.expose(customer)
    return (house, customer, try house.apply("苏州日东精密电子中心有限公司"))
  }

  func testAnUnusedAnswerLapsesOnce() throws {
    let (house, _, application) = try applied()
    try house.answer(application, .enter)
    try house.set("2026-11-30 23:59:59")
    try house.tick()
    XCTAssertEqual(try house.application(application)?.state(at: house.now), .enter)
    try house.set("2026-12-01 00:00")
    XCTAssertEqual(
      try house.application(application)?.state(at: house.now), .lapsed, "before the engine came")
    for _ in 0..<3 { try house.tick() }
    XCTAssertEqual(try house.application(application)?.state(at: house.now), .lapsed)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.applicationLapsed, .applicationEnter])
  }

  func testAManagerLearnsOnceThatSupportIsLate() throws {
    let (house, _, application) = try applied()
    try house.set("2026-11-30 23:59:59")
    try house.tick()
    XCTAssertEqual(try house.alerts(of: .manager).map(\.kind), [])
    try house.set("2026-12-01 00:00")
    for _ in 0..<3 { try house.tick() }
    XCTAssertEqual(try house.alerts(of: .manager).map(\.kind), [.applicationLate])
    XCTAssertEqual(try house.application(application)?.isOverdue(at: house.now), true)
    XCTAssertNoThrow(try house.answer(application, .enter), "late is not never")
  }

  private func putNameRight(_ application: ApplicationID, by who: TestHouse.Who = .zhang, in house: TestHouse)
    throws
  {
    try PutNameRight(application).perform(by: house.id(who), at: house.now, in: house.house)
  }

  func testANamePutRightInTimeIsDone() throws {
    let (house, customer, application) = try applied()
    try house.answer(application, .grant(customer))
    try assertRefused(.notYourApplication, leaves: house) {
      try putNameRight(application, by: .li, in: house)
    }
    try putNameRight(application, in: house)
    XCTAssertEqual(try house.view(customer).customer.name, "苏州日东精密电子中心有限公司")
    XCTAssertNil(try house.application(application)?.task(at: house.now))
    try assertRefused(.application(.granted), leaves: house) { try putNameRight(application, in: house) }
    try house.set("2026-12-01 00:00")
    try house.tick()
    XCTAssertEqual(try house.application(application)?.state(at: house.now), .granted)
    XCTAssertEqual(try house.view(customer).unprotected.count, 0)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.applicationGranted])
  }

  func testWhatWasNotGrantedHasNoNameToPutRight() throws {
    let (house, _, application) = try applied()
    try assertRefused(.application(.open), leaves: house) { try putNameRight(application, in: house) }
    try house.answer(application, .enter)
    try assertRefused(.application(.enter), leaves: house) { try putNameRight(application, in: house) }
  }

  /// A grant whose name stays wrong lapses: the customer stays his, unprotected until the name is right.
  func testANameThatStaysWrongLapses() throws {
    let (house, customer, application) = try applied()
    try house.answer(application, .grant(customer))
    try house.set("2026-12-01 00:00")
    for _ in 0..<2 { try house.tick() }
    XCTAssertEqual(try house.application(application)?.state(at: house.now), .lapsed)
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.applicationLapsed, .applicationGranted])
    guard case .wrongName(let grant)? = try house.view(customer).unprotected.first else { return XCTFail() }
    XCTAssertEqual(grant.id, application)
    let order = try house.order(customer)
    let wrong = Refusal.wrongName(shouldBe: "苏州日东精密电子中心有限公司")
    try assertRefused(wrong, leaves: house) { try house.confirm(order) }
    try putNameRight(application, in: house)
    XCTAssertEqual(try house.view(customer).unprotected.count, 0)
    XCTAssertNoThrow(try house.confirm(order))
  }

  /// Support is told of what it left unanswered, not of an answer that nobody used.
  func testWhoIsToldOfALapse() throws {
    for (answered, day) in [(true, "2026-12-01 00:00"), (false, "2026-12-04 00:00")] {
      let (house, _, application) = try applied()
      if answered { try house.answer(application, .enter) }
      try house.set(day)
      try house.tick()
      XCTAssertEqual(try house.application(application)?.state(at: house.now), .lapsed)
      XCTAssertTrue(try house.alerts(of: .zhang).contains { $0.kind == .applicationLapsed })
      XCTAssertEqual(try house.alerts(of: .support).contains { $0.kind == .applicationLapsed }, !answered)
    }
  }

  /// Ticks that find nothing late write nothing.
  func testNothingIsWrittenWhereNothingIsLate() throws {
    let (house, _, application) = try applied()
    try house.answer(application, .enter)
    let before = try BaseDump(house.path).all()
    try house.tick()
    XCTAssertEqual(try BaseDump(house.path).all(), before)
  }
}
