import Domain
import Services
import TestSupport
import XCTest

/// Entering by an answer of support's: for this one company, once, in its time (R5.8).
final class EnterAllowedTests: XCTestCase {
  private let asked = "苏州日东精密电子中心有限公司"

  private func allowed(_ answer: ApplicationAnswer? = .enter) throws -> (TestHouse, ApplicationID) {
    let house = try TestHouse()
    try house.expose(
      try house.customer("苏州日东精密电子有限公司", in: .library(of: .li), phone: "0512-60010001"))
    let application = try house.apply(asked)
    if let answer { try house.answer(application, answer) }
    return (house, application)
  }

  private func enter(
    _ application: ApplicationID, _ name: String? = nil, by who: TestHouse.Who = .zhang, in house: TestHouse
  ) throws -> CustomerID {
    let form = house.form(name ?? asked, phone: "0512-69990001")
    return try EnterCustomer(form, application: application).perform(
      by: house.id(who), at: house.now, in: house.house)
  }

  func testItEntersInSpiteOfTheCollision() throws {
    let (house, application) = try allowed()
    assertRefused(code: "collision") { try house.enter(house.form(asked), by: .zhang) }
    let customer = try enter(application, in: house)
    let used = try XCTUnwrap(try house.application(application))
    XCTAssertEqual(used.state(at: house.now), .used)
    XCTAssertEqual(used.customer, customer)
    XCTAssertNil(used.task(at: house.now))
    XCTAssertEqual(try house.view(customer).opportunity?.wayIn, .entered)
  }

  /// An answer covers what support saw of one customer, and nothing of another that has the same since.
  func testWhatWasSeenOfOneAllowsNoOther() throws {
    for hasOther in [true, false] {
      let house = try TestHouse()
      let number = "0512-60010001"
      try house.expose(try house.customer("苏州日东精密电子有限公司", in: .library(of: .li), phone: number))
      let application = try house.apply(asked, landline: number)
      try house.answer(application, .enter)
      if hasOther {
        try house.addNumber(try house.customer(in: .library(of: .manager)), number, by: .manager)
      }
      let enter = EnterCustomer(house.form(asked, phone: number), application: application)
      if hasOther {
        assertRefused(code: "collision") {
          try enter.perform(by: house.id(.zhang), at: house.now, in: house.house)
        }
      } else {
        XCTAssertNoThrow(try enter.perform(by: house.id(.zhang), at: house.now, in: house.house))
      }
    }
  }

  func testItEntersOnce() throws {
    let (house, application) = try allowed()
    _ = try enter(application, in: house)
    try assertRefused(.application(.used), leaves: house) { _ = try enter(application, in: house) }
  }

  func testToTheLastMomentOfItsTerm() throws {
    for (moment, isGood) in [("2026-11-30 23:59:59", true), ("2026-12-01 00:00", false)] {
      for engineCame in [false, true] {
        let (house, application) = try allowed()
        try house.set(moment)
        if engineCame { try house.tick() }
        if isGood {
          XCTAssertNoThrow(try enter(application, in: house))
        } else {
          try assertRefused(.application(.lapsed), leaves: house) { _ = try enter(application, in: house) }
        }
      }
    }
  }

  func testOnlyItsApplicantEnters() throws {
    let (house, application) = try allowed()
    for who in [TestHouse.Who.manager, .li] {
      try assertRefused(.notYourApplication, leaves: house) { _ = try enter(application, by: who, in: house) }
    }
  }

  func testOnlyThisCompany() throws {
    let (house, application) = try allowed()
    try assertRefused(.otherCompany(asked), leaves: house) {
      _ = try enter(application, "苏州日东精密电子厂", in: house)
    }
  }

  func testOnlyByAnAnswerThatAllowsIt() throws {
    for (answer, state) in [(nil, ApplicationState.open), (ApplicationAnswer.refuse(reason: "在谈"), .refused)]
    {
      let (house, application) = try allowed(answer)
      try assertRefused(.application(state), leaves: house) { _ = try enter(application, in: house) }
    }
    let (house, application) = try allowed(nil)
    try house.withdraw(application)
    try assertRefused(.application(.withdrawn), leaves: house) { _ = try enter(application, in: house) }
    try assertRefused(.unknownApplication("99"), leaves: house) {
      _ = try enter(ApplicationID(99), in: house)
    }
  }

  /// What was granted is his already.
  func testAGrantedOneIsNotEntered() throws {
    let (house, application) = try allowed(.grant(CustomerID(1)))
    try assertRefused(.application(.granted), leaves: house) { _ = try enter(application, in: house) }
  }

  /// The gate is asked all the same (R3.2), and the list of the blocked (R3.12); the answer stays good.
  func testTheGateIsAskedAllTheSame() throws {
    let (house, application) = try allowed()
    try house.store().connection.run("UPDATE person SET capacity = 0 WHERE id = ?", [house.id(.zhang)])
    try assertRefused(.libraryFull(held: 0, capacity: 0), leaves: house) {
      _ = try enter(application, in: house)
    }
    try house.store().connection.run("UPDATE person SET capacity = NULL")
    try BlockName(asked, true).perform(by: house.id(.manager), at: house.now, in: house.house)
    try assertRefused(.blocked, leaves: house) { _ = try enter(application, in: house) }
    try BlockName(asked, false).perform(by: house.id(.manager), at: house.now, in: house.house)
    XCTAssertNoThrow(try enter(application, in: house))
  }
}
