import Domain
import Services
import TestSupport
import XCTest

/// Asking for more time (延期, R4.8).
final class ExtensionTests: XCTestCase {
  /// Held by zhang, warned in time, due on Saturday, 2026-12-26 24:00; it is the Thursday before.
  private func nearDue(_ count: Int = 1) throws -> (TestHouse, [CustomerID]) {
    let house = try TestHouse()
    let customers = try house.customers(count, in: .library(of: .zhang))
    try house.tick(through: "2026-12-24 10:00")
    return (house, customers)
  }

  // MARK: asking

  func testTheDaysHaveBounds() throws {
    let (house, customers) = try nearDue()
    for days in [-1, 0, 31, 60] {
      try assertRefused(.invalidField("days", .outOfRange), leaves: house) {
        try house.ask(customers[0], days: days)
      }
    }
    XCTAssertNoThrow(try house.ask(customers[0], days: 30))
  }

  func testAReasonIsAsked() throws {
    let (house, customers) = try nearDue()
    try assertRefused(.invalidField("reason", .missing), leaves: house) {
      try house.ask(customers[0], days: 3, reason: " \u{3000}")
    }
    try assertRefused(.invalidField("reason", .tooLong), leaves: house) {
      try house.ask(customers[0], days: 3, reason: String(repeating: "长", count: 9999))
    }
  }

  func testOnlyItsHolderAsks() throws {
    let (house, customers) = try nearDue()
    try assertRefused(.notHeld, leaves: house) { try house.ask(customers[0], days: 3, by: .li) }
    try assertRefused(.notHeld, leaves: house) { try house.ask(customers[0], days: 3, by: .manager) }
  }

  func testAfterTheDueItHasFlowedBack() throws {
    for engineCame in [false, true] {
      let (house, customers) = try nearDue()
      try house.tick(through: "2026-12-26 12:00")
      try house.set("2026-12-27 00:00")
      if engineCame { try house.tick() }
      assertRefused(.flowedBack(at: house.now)) { try house.ask(customers[0], days: 3) }
    }
  }

  func testWhereNoClockRunsThereIsNothingToPutOff() throws {
    let (house, customers) = try nearDue()
    try house.mark(houseAccount: true, customers[0])
    try assertRefused(.noClock, leaves: house) { try house.ask(customers[0], days: 3) }
  }

  // MARK: one a month

  func testOneAMonthOpenOrGranted() throws {
    let (house, customers) = try nearDue(2)
    let (asked, january) = (house.now, try XCTUnwrap(Day(iso: "2027-01-01")))
    let request = try house.ask(customers[0], days: 3)
    let spent = Refusal.extensionSpent(at: asked, next: january)
    try assertRefused(spent, leaves: house) { try house.ask(customers[1], days: 3) }
    try assertRefused(.alreadyAsked(at: asked), leaves: house) { try house.ask(customers[0], days: 3) }
    try house.answer(request, granted: true)
    for customer in customers {
      try assertRefused(spent, leaves: house) { try house.ask(customer, days: 3) }
    }
  }

  func testTheMonthIsTheHousesAndThePersonsOwn() throws {
    let house = try TestHouse(at: "2026-11-30 10:00")
    let customers = try house.customers(2, in: .library(of: .zhang))
    let others = try house.customer(in: .library(of: .li))
    try house.answer(try house.ask(customers[0], days: 3), granted: true)
    XCTAssertNoThrow(try house.ask(others, days: 3, by: .li))
    try house.set("2026-11-30T23:59:59")
    assertRefused(code: "extension_spent") { try house.ask(customers[1], days: 3) }
    try house.set("2026-12-01 00:00")
    XCTAssertNoThrow(try house.ask(customers[0], days: 3), "a granted one may be followed by another")
  }

  func testARefusedOneDoesNotCountButIsFinalForItsCustomer() throws {
    let (house, customers) = try nearDue(2)
    let asked = house.now
    try house.answer(try house.ask(customers[0], days: 3), granted: false)
    try assertRefused(.alreadyAsked(at: asked), leaves: house) { try house.ask(customers[0], days: 3) }
    XCTAssertNoThrow(try house.ask(customers[1], days: 3))
    try house.note(customers[0], by: .zhang)
    try house.set("2027-01-04 10:00")
    try assertRefused(.alreadyAsked(at: asked), leaves: house) { try house.ask(customers[0], days: 3) }
  }

  func testInAnotherOpportunityItMayBeAskedAgain() throws {
    let (house, customers) = try nearDue()
    try house.answer(try house.ask(customers[0], days: 3), granted: false)
    try house.release(customers[0], by: .zhang)
    try house.pick(customers[0], by: .zhang)
    XCTAssertNoThrow(try house.ask(customers[0], days: 3))
  }

  // MARK: while it is open

  func testItHoldsToTheAnswerAtLatestTheEndOfTheNextDeskDay() throws {
    let (house, customers) = try nearDue()
    try house.tick(through: "2026-12-25 10:00")
    try house.ask(customers[0], days: 3)
    XCTAssertEqual(try house.due(customers[0]), "2026-12-28 24:00", "Friday's next desk day is Monday")
    XCTAssertEqual(try house.requests().map(\.expiresAt), [try house.time("2026-12-29 00:00")])
    try house.tick(through: "2026-12-28T23:59:59")
    XCTAssertEqual(try house.view(customers[0]).holder, try house.holder(.zhang))
    try house.set("2026-12-29 00:00")
    XCTAssertEqual(try house.tick().released, 1)
    XCTAssertEqual(try house.lastEnd(customers[0])?.at, "2026-12-28 24:00")
  }

  func testNoAnswerIsARefusalWhetherTheEngineCameOrNot() throws {
    for engineCame in [false, true] {
      let (house, customers) = try nearDue(2)
      try house.note(customers[0], by: .zhang)
      let (request, asked) = (try house.ask(customers[0], days: 3), house.now)
      try house.set("2026-12-26 00:00")
      if engineCame { try house.tick() }
      XCTAssertEqual(try house.requests().count, 0)
      try assertRefused(.alreadyAnswered(), leaves: house) { try house.answer(request, granted: true) }
      try assertRefused(.alreadyAsked(at: asked), leaves: house) { try house.ask(customers[0], days: 3) }
      XCTAssertNoThrow(try house.ask(customers[1], days: 3), "and does not count")
    }
  }

  // MARK: the answer

  /// Nobody answers himself: a manager's is for the director, a director's for another one.
  func testNobodyAnswersHisOwn() throws {
    let house = try TestHouse()
    let other = try AddPerson(login: "x", name: "钱立春", department: "总部", roles: [.director])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    let peer = try AddPerson(login: "y", name: "孙雨水", department: "一部", roles: [.manager])
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    for who in [TestHouse.Who.manager, .director] {
      let request = try house.ask(try house.customer(in: .library(of: who)), days: 3, by: who)
      XCTAssertEqual(try house.requests(for: who).map(\.id), [])
      for actor in [house.id(who), peer] + (who == .director ? [house.id(.manager)] : []) {
        try assertRefused(.ownRequest, leaves: house) {
          try AnswerRequest(request, granted: true).perform(by: actor, at: house.now, in: house.house)
        }
      }
      XCTAssertNoThrow(
        try AnswerRequest(request, granted: true).perform(by: other, at: house.now, in: house.house))
    }
  }

  func testGrantedIsTheOriginalDueAndSoManyDays() throws {
    let (house, customers) = try nearDue()
    try house.answer(try house.ask(customers[0], days: 5), granted: true)
    XCTAssertEqual(
      try house.dues(customers[0]),
      ["note": "2026-12-31 24:00", "visit": "2027-01-25 24:00", "signing": "2027-05-25 24:00"])
    XCTAssertEqual(try house.due(customers[0]), "2026-12-31 24:00")
    try house.tick(through: "2026-12-31T23:59:59")
    XCTAssertEqual(try house.library(of: .zhang).rows.count, 1)
    try house.set("2027-01-01 00:00")
    XCTAssertEqual(try house.tick().released, 1)
  }

  func testEveryClockThatFallsBeforeItIsPutOff() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-20 10:00")
    try house.note(customer, by: .zhang)
    try house.answer(try house.ask(customer, days: 10), granted: true, by: .director)
    XCTAssertEqual(
      try house.dues(customer),
      ["note": "2027-01-29 24:00", "visit": "2027-01-29 24:00", "signing": "2027-05-25 24:00"])
  }

  func testTheHourStaysAndARestDayMoves() throws {
    let house = try TestHouse(try XCTUnwrap(try ShippedPolicy.direct), at: "2026-11-26 14:00")
    let customer = try house.customer(in: .library(of: .zhang))
    XCTAssertEqual(try house.due(customer), "2026-12-11 10:00")
    try house.answer(try house.ask(customer, days: 1), granted: true)
    XCTAssertEqual(try house.due(customer), "2026-12-14 10:00", "Saturday moves to Monday")
  }

  func testRefusedItEndsWhereItIsDueOrAtTheAnswer() throws {
    let (house, customers) = try nearDue()
    try house.tick(through: "2026-12-25 10:00")
    let request = try house.ask(customers[0], days: 3)
    try house.tick(through: "2026-12-28 15:00")
    try house.answer(request, granted: false)
    XCTAssertEqual(try house.tick().released, 1)
    XCTAssertEqual(try house.lastEnd(customers[0])?.at, "2026-12-28 15:00")

    let (early, others) = try nearDue()
    try early.answer(try early.ask(others[0], days: 3), granted: false)
    XCTAssertEqual(try early.due(others[0]), "2026-12-26 24:00")
  }

  /// The days that were granted may be over when the answer comes.
  func testGrantedLateItEndsNoSoonerThanTheAnswer() throws {
    let (house, customers) = try nearDue()
    try house.tick(through: "2026-12-25 10:00")
    let request = try house.ask(customers[0], days: 1)
    try house.tick(through: "2026-12-28 15:00")
    try house.note(customers[0], by: .zhang)
    XCTAssertNoThrow(try house.answer(request, granted: true))
    XCTAssertEqual(try house.due(customers[0]), "2027-01-26 24:00", "a day on the visit, which rules now")

    let (other, held) = try nearDue()
    try other.tick(through: "2026-12-25 10:00")
    let late = try other.ask(held[0], days: 1)
    try other.tick(through: "2026-12-28 15:00")
    try other.answer(late, granted: true)
    XCTAssertEqual(try other.tick().released, 1)
    XCTAssertEqual(try other.lastEnd(held[0])?.at, "2026-12-28 15:00")
  }

  func testTheManagerToFiveDaysTheDirectorBeyond() throws {
    let (house, customers) = try nearDue()
    let request = try house.ask(customers[0], days: 6)
    try assertRefused(.notAllowed(.answer), leaves: house) { try house.answer(request, granted: true) }
    try house.answer(request, granted: true, by: .director)
    XCTAssertEqual(try house.due(customers[0]), "2027-01-01 24:00")
    let answered = Refusal.alreadyAnswered(by: try house.holder(.director).name, at: house.now)
    try assertRefused(answered, leaves: house) { try house.answer(request, granted: false) }
  }

  func testTheManagerMayRefuseWhatHeCouldNotGrant() throws {
    let (house, customers) = try nearDue()
    let request = try house.ask(customers[0], days: 30)
    XCTAssertNoThrow(try house.answer(request, granted: false))
  }

  func testWhatIsAskedInAnotherDepartmentIsNotHis() throws {
    let house = try TestHouse()
    let request = try house.ask(try house.customer(in: .library(of: .li)), days: 3, by: .li)
    XCTAssertEqual(try house.requests().count, 0)
    XCTAssertEqual(try house.requests(for: .director).map(\.id), [request])
    try assertRefused(.notAllowed(.answer), leaves: house) { try house.answer(request, granted: true) }
    assertRefused(.unknownRequest("99")) { try house.answer(RequestID(99), granted: true) }
  }

  // MARK: its end, and who is told

  func testRequestsEndWithTheOpportunityAndGoOnWithIt() throws {
    let (house, customers) = try nearDue()
    let request = try house.ask(customers[0], days: 3)
    house.pass(minutes: 1)
    try house.release(customers[0], by: .zhang)
    XCTAssertEqual(try house.requests().count, 0)
    try assertRefused(.alreadyAnswered(), leaves: house) { try house.answer(request, granted: true) }
    try house.undo(by: .zhang)
    XCTAssertEqual(try house.requests().map(\.id), [request])
    try house.answer(request, granted: true)
    XCTAssertEqual(try house.due(customers[0]), "2026-12-29 24:00")
  }

  func testTheAskerIsTold() throws {
    for (answer, kind) in [(true, AlertKind.requestGranted), (false, .requestRefused)] {
      let (house, customers) = try nearDue()
      try house.answer(try house.ask(customers[0], days: 3), granted: answer)
      XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, kind)
    }
    let (house, customers) = try nearDue()
    try house.note(customers[0], by: .zhang)
    try house.ask(customers[0], days: 3)
    try house.tick(through: "2026-12-26 00:00")
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .requestRefused)
  }

  /// R4.7: a due that was put off is warned of again, by the last level at least: what was said of the old one says
  /// nothing of the new.
  func testADuePutOffIsWarnedOfAgain() throws {
    let house = try TestHouse(try XCTUnwrap(try ShippedPolicy.direct), at: "2026-06-01 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    let other = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-06-15 12:00")
    XCTAssertEqual(try house.due(customer), "2026-06-16 10:00")
    try house.answer(try house.ask(customer, days: 5), granted: true)
    XCTAssertEqual(try house.due(customer), "2026-06-22 10:00", "the 21st is a Sunday")
    try house.tick(through: "2026-06-22 10:00")
    let warnings = try house.view(customer, as: .director).warnings
    XCTAssertEqual(
      warnings.map(\.at), [try house.time("2026-06-18 09:00"), try house.time("2026-06-15 00:00")])
    XCTAssertEqual(try house.view(other, as: .director).warnings.count, 1)
    XCTAssertEqual(try house.lastEnd(customer)?.at, "2026-06-22 10:00")
  }
}
