import Domain
import Services
import TestSupport
import XCTest

/// What an application can do to others, and how many and how often there may be (R5.5, R5.8).
final class ApplicationLimitsTests: XCTestCase {
  private let known = "苏州日东精密电子有限公司"
  private let alike = "昆山日东精密电子实业有限公司"

  private func house(_ place: TestHouse.Place = .library(of: .li)) throws -> (TestHouse, CustomerID) {
    let house = try TestHouse()
    return (house, try house.customer(known, in: place, phone: "0512-60010001"))
  }

  // MARK: whoever has the very company goes on

  /// By its full name as names are compared (R5.2), whatever is typed around it.
  func testForWhatSomebodyHoldsProtectedNobodyApplies() throws {
    let (house, _) = try house()
    let held = Refusal.held(by: try house.holder(.li), since: house.now)
    for name in [known, " 苏州日东精密电子有限公司 ", "苏州日東精密電子有限公司", "苏州日东精密电子有限公司（老客户）"] {
      try assertRefused(held, leaves: house) { try house.apply(name) }
    }
    try assertRefused(held, leaves: house) { try house.apply(known, by: .clerk, for: .zhang) }
    XCTAssertNoThrow(try house.apply(alike), "another company of the same key")
  }

  /// Open to applications, it may be applied for under its own name: unprotected (R5.7), or neglected (section 9).
  func testForWhatIsUnprotectedOneApplies() throws {
    let (house, customer) = try house()
    try house.expose(customer)
    XCTAssertNoThrow(try house.apply(known))
  }

  func testNoAnswerMovesWhatIsHeldProtected() throws {
    let (house, customer) = try house()
    let application = try house.apply(alike)
    try assertRefused(.held(by: try house.holder(.li), since: house.now), leaves: house) {
      try house.answer(application, .grant(customer))
    }
    try house.expose(customer)
    XCTAssertNoThrow(try house.answer(application, .grant(customer)))
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
  }

  // MARK: whom it binds

  /// Neither the present holder nor those above him, whoever that is by now.
  func testItBindsNotThePresentHolder() throws {
    let (house, customer) = try house()
    try house.apply(alike, by: .manager)
    XCTAssertNoThrow(try house.change(customer, by: .li) { $0.av = [.licenceName: alike] })
    XCTAssertNoThrow(try house.change(customer, by: .director) { $0.av = [.invoiceTitle: alike] })
    try house.transfer(customer, to: .zhang, by: .director)
    XCTAssertNoThrow(try house.rename(customer, alike, by: .zhang))
    let other = try house.customer(in: .library(of: .director))
    assertRefused(code: "collision") {
      try house.rename(try house.customer(in: .library(of: .li)), alike, by: .li)
    }
    XCTAssertNoThrow(try house.rename(other, alike, by: .director), "he is above the holder")
  }

  /// None of those who have a customer it is about, whichever of them was found first.
  func testItBindsNoneOfThoseItIsAbout() throws {
    let (house, held) = try house()
    let other = try house.customer("昆山澄湖包装厂", in: .library(of: .zhang), phone: "0512-69990001")
    try house.apply(alike, landline: "0512-69990001", by: .manager)
    for (customer, who) in [(held, TestHouse.Who.li), (other, .zhang)] {
      XCTAssertNoThrow(try house.change(customer, by: who) { $0.av = [.licenceName: alike] })
    }
  }

  /// No customer of the sea becomes unpickable by it: by no number of it, and by no name.
  func testItBindsNoCustomerOfTheSea() throws {
    let (house, customer) = try house()
    let byNumber = try house.customer("昆山澄湖包装厂", in: .sea, phone: "0512-69990001")
    try house.apply(alike, landline: "0512-69990001", fax: "0512-69990009", by: .manager)
    XCTAssertNoThrow(try house.pick(byNumber, by: .zhang))
    try house.release(customer, by: .li)
    house.pass(minutes: 2)
    XCTAssertNoThrow(try house.pick(customer, by: .zhang))
  }

  /// Those of its numbers that are on no record are kept; the others find their record.
  func testOnlyNumbersOnNoRecordAreKept() throws {
    let (house, _) = try house()
    try house.customer("昆山澄湖包装厂", in: .library(of: .li), phone: "0512-69990001")
    try house.apply(alike, landline: "0512-69990001", fax: "0512-69990009")
    let kept = try XCTUnwrap(
      try collision { try house.enter(house.form(phone: "0512-69990009"), by: .manager) })
    XCTAssertEqual(kept.map(\.reason.code), ["applied_for"])
    let known = try XCTUnwrap(
      try collision { try house.enter(house.form(phone: "0512-69990001"), by: .manager) })
    XCTAssertEqual(known.map(\.reason.code), ["held"])
  }

  private func collision(_ act: () throws -> Void) throws -> [CollisionHit]? {
    do { try act() } catch Refusal.collision(let receipt) { return receipt.hits }
    return nil
  }

  // MARK: what an answer covers

  func testAnAnswerCoversWhatSupportSaw() throws {
    for number in ["0512-69990077", "0512-60010001"] {
      let (house, _) = try house()
      try house.customer("昆山澄湖包装厂", in: .library(of: .director), phone: "0512-69990077")
      let application = try house.apply(alike, landline: "0512-69990001")
      try house.answer(application, .enter)
      let receipt = try assertCollides(leaves: house) {
        try EnterCustomer(house.form(alike, phone: number), application: application).perform(
          by: house.id(.zhang), at: house.now, in: house.house)
      }
      XCTAssertEqual(receipt.hits.count, 1, "a number support never saw")
      XCTAssertNoThrow(
        try EnterCustomer(house.form(alike, phone: "0512-69990001"), application: application).perform(
          by: house.id(.zhang), at: house.now, in: house.house))
    }
  }

  /// What came up after it was applied for, and before support answered, support saw.
  func testSupportSeesWhatCameUpSince() throws {
    let (house, customer) = try house()
    let application = try house.apply(alike, landline: "0512-69990001")
    try house.addNumber(customer, "0512-69990001", by: .li)
    try house.answer(application, .enter)
    XCTAssertNoThrow(
      try EnterCustomer(house.form(alike, phone: "0512-69990001"), application: application).perform(
        by: house.id(.zhang), at: house.now, in: house.house))
  }

  // MARK: how long, how many, how often

  func testItLapsesUnansweredAndBothSidesAreTold() throws {
    for engineCame in [false, true] {
      let (house, _) = try house()
      let application = try house.apply(alike)
      try house.set("2026-12-03 23:59")
      try house.tick()
      XCTAssertEqual(try house.application(application)?.state(at: house.now), .open)
      try house.set("2026-12-04 00:00")
      if engineCame { for _ in 0..<2 { try house.tick() } }
      XCTAssertEqual(try house.application(application)?.state(at: house.now), .lapsed)
      XCTAssertEqual(
        try ApplicationQueue.read(for: house.id(.support), at: house.now, in: house.house).count, 0)
      try assertRefused(.alreadyAnswered(), leaves: house) { try house.answer(application, .enter) }
      XCTAssertNoThrow(try house.apply(alike, by: .manager), "its name is free again")
      guard engineCame else { continue }
      for who in [TestHouse.Who.zhang, .support] {
        XCTAssertEqual(try house.alerts(of: who).filter { $0.kind == .applicationLapsed }.count, 1, "\(who)")
      }
    }
  }

  func testFiveMayBeOpen() throws {
    let (house, _) = try house()
    let names = (1...6).map { "昆山日东精密电子\(["一", "二", "三", "四", "五", "六"][$0 - 1])厂" }
    for (index, name) in names.enumerated() {
      try house.customer(name + "有限公司", in: .library(of: .li), phone: "0512-6003000\(index)")
    }
    var ids: [ApplicationID] = []
    for (index, name) in names.prefix(5).enumerated() {
      ids.append(try house.apply(name, landline: "0512-6003000\(index)"))
    }
    try assertRefused(.tooManyApplications(open: 5), leaves: house) {
      try house.apply(names[5], landline: "0512-60030005")
    }
    XCTAssertNoThrow(try house.apply(names[5], landline: "0512-60030005", by: .manager), "each his own")
    try house.answer(ids[0], .refuse(reason: "在谈"))
    try house.withdraw(ids[1])
    XCTAssertNoThrow(try house.apply("昆山日东精密电子七厂", landline: "0512-60030000"))
  }

  func testTheSameNameNotAgainForTenDeskDays() throws {
    for isRefused in [true, false] {
      let (house, _) = try house()
      let application = try house.apply(alike)
      if isRefused { try house.answer(application, .refuse(reason: "在谈")) }
      // Refused on 11-26, or lapsed with the end of 12-03.
      let (last, free) = isRefused ? ("2026-12-10", "2026-12-11") : ("2026-12-17", "2026-12-18")
      try house.set("\(last) 23:59")
      let until = try house.day(free)
      try assertRefused(.appliedInVain(until: until), leaves: house) { try house.apply(alike) }
      XCTAssertNoThrow(try house.withdraw(try house.apply(alike, by: .manager), by: .manager), "by him alone")
      XCTAssertNoThrow(try house.withdraw(try house.apply("常熟日东精密电子厂", landline: "0512-69990003")))
      try house.set("\(free) 00:00")
      XCTAssertNoThrow(try house.apply(alike))
    }
  }

  func testWhatWasWithdrawnMayBeAskedAgain() throws {
    let (house, _) = try house()
    try house.withdraw(try house.apply(alike))
    XCTAssertNoThrow(try house.apply(alike))
  }

  // MARK: a grant

  /// R5.7: support has decided; its orders count.
  func testAGrantSettlesTheCollision() throws {
    let (house, customer) = try house()
    try house.expose(customer)
    try house.answer(try house.apply(known), .grant(customer))
    XCTAssertFalse(try house.isUnprotected(customer))
    XCTAssertNoThrow(try house.confirm(house.order(customer)))
  }

  /// A name that stays wrong leaves it unprotected from the moment itself, engine or no engine: no order of it counts, and
  /// others may apply.
  func testAWrongNameCountsFromItsMoment() throws {
    for engineCame in [false, true] {
      let (house, customer) = try house()
      try house.expose(customer)
      try house.answer(try house.apply(alike), .grant(customer))
      try house.set("2026-11-30 23:59")
      assertRefused(code: "applied_for") { try house.apply(known, landline: "0512-69990005", by: .li) }
      XCTAssertEqual(try house.hits(of: known, for: .li).map(\.verdict), [.mayNotFollow, .mayNotFollow])
      let order = try house.order(customer)
      try house.set("2026-12-01 00:00")
      if engineCame { try house.tick() }
      try assertRefused(.wrongName(shouldBe: alike), leaves: house) { try house.confirm(order) }
      let hits = try house.hits(of: known, for: .li)
      XCTAssertEqual(hits.map(\.verdict), [.mayFollow])
      try house.rename(customer, alike)
      XCTAssertEqual(try house.hits(of: alike, for: .li).map(\.verdict), [.mayNotFollow])
      XCTAssertNoThrow(try house.confirm(order))
    }
  }

  /// Put right late, it is protected again unless somebody has applied meanwhile.
  func testPutRightTooLateForWhoApplied() throws {
    let (house, customer) = try house()
    try house.expose(customer)
    try house.answer(try house.apply(alike), .grant(customer))
    try house.set("2026-12-01 09:00")
    let other = try house.apply(known, landline: "0512-69990005", by: .li)
    try house.rename(customer, alike)
    let order = try house.order(customer)
    try assertRefused(.appliedForMeanwhile(other), leaves: house) { try house.confirm(order) }
    guard case .appliedFor(let waiting)? = try house.view(customer).unprotected.first else {
      return XCTFail()
    }
    XCTAssertEqual(waiting.id, other)
    try house.answer(other, .refuse(reason: "名称已改"))
    XCTAssertEqual(try house.view(customer).unprotected.count, 0)
    XCTAssertNoThrow(try house.confirm(order))
  }
}

extension TestHouse {
  /// What the check tells somebody of a name.
  func hits(of name: String, for who: Who) throws -> [CollisionHit] {
    try CollisionLook.read(CollisionQuery(name: name), by: id(who), at: now, in: house).hits.filter(\.counts)
  }
}
