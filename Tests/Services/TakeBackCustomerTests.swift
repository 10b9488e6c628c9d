import Domain
import Services
import TestSupport
import XCTest

/// A manager takes a release by rule back (R4.16), and an agent asks him to (R4.18).
final class TakeBackCustomerTests: XCTestCase {
  /// zhang's until Thursday, 2026-12-10 24:00, and in the sea since.
  private func flowedBack(_ changes: [String: JSON] = [:]) throws -> (TestHouse, CustomerID) {
    let house = try TestHouse(Policy.channel(changes), at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-11 09:00")
    XCTAssertEqual(try house.lastEnd(customer)?.at, "2026-12-10 24:00")
    return (house, customer)
  }

  func testTheSameOpportunityGoesOnWithItsClocksAndGrace() throws {
    let (house, customer) = try flowedBack()
    let before = try house.view(customer, as: .director).holdings.map(\.opportunity)
    try house.takeBack(customer)
    let view = try house.view(customer)
    XCTAssertEqual(view.holder, try house.holder(.zhang))
    XCTAssertEqual(view.holdings.map(\.opportunity), before)
    XCTAssertEqual(view.customer.state, .pending)
    XCTAssertEqual(try house.dues(customer)["note"], "2026-12-10 24:00")
    XCTAssertEqual(try house.due(customer), "2026-12-14 24:00", "the end of the next desk day")
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .takenBack)
    try house.tick(through: "2026-12-14T23:59:59")
    XCTAssertEqual(try house.library(of: .zhang).rows.count, 1)
    try house.set("2026-12-15 00:00")
    XCTAssertEqual(try house.tick().released, 1)
  }

  func testTheCallbackComesBack() throws {
    let house = try TestHouse(at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    let next = try house.time("2027-01-04 10:00")
    try PlanContact(next, with: customer).perform(by: house.id(.zhang), at: house.now, in: house.house)
    try house.tick(through: "2026-12-11 09:00")
    try house.takeBack(customer)
    XCTAssertEqual(try house.view(customer).customer.nextContact, next)
  }

  func testToTheEndOfTheNextDeskDay() throws {
    let (house, customer) = try flowedBack()
    try house.set("2026-12-12 00:00")
    try assertRefused(.tooLateToTakeBack, leaves: house) { try house.takeBack(customer) }
    try assertRefused(.tooLateToTakeBack, leaves: house) { try house.askBack(customer) }
    try house.set("2026-12-11T23:59:59")
    XCTAssertNoThrow(try house.takeBack(customer))
  }

  func testOnlyWhatARuleGaveUp() throws {
    let (house, customer) = try flowedBack()
    let held = try house.customer(in: .library(of: .zhang))
    let never = try house.customer(in: .sea)
    let byHand = try house.customer(in: .library(of: .zhang))
    try house.release(byHand, by: .zhang)
    for other in [held, never, byHand] {
      try assertRefused(.nothingToTakeBack, leaves: house) { try house.takeBack(other) }
      try assertRefused(.nothingToTakeBack, leaves: house) { try house.askBack(other) }
    }
    try assertRefused(.nothingToTakeBack, leaves: house) { try house.askBack(customer, by: .li) }
  }

  func testNotOnceSomebodyPicked() throws {
    let (house, customer) = try flowedBack()
    try house.pick(customer, by: .li)
    try assertRefused(.nothingToTakeBack, leaves: house) { try house.takeBack(customer, by: .director) }
    try house.undo(by: .li)
    XCTAssertNoThrow(try house.takeBack(customer), "an undone pick is none")
  }

  func testItNeedsRoom() throws {
    let (house, customer) = try flowedBack(["capacity": 1])
    try house.customer(in: .library(of: .zhang))
    try assertRefused(.libraryFull(held: 1, capacity: 1), leaves: house) { try house.takeBack(customer) }
  }

  func testItIgnoresTheCoolDownAndTheDailyLimit() throws {
    let (house, customer) = try flowedBack(["cool_down": 15, "daily_picks": 1])
    try house.pick(try house.customer(in: .sea), by: .zhang)
    assertRefused(code: "cooling_down") { try house.pick(customer, by: .zhang) }
    XCTAssertNoThrow(try house.takeBack(customer))
  }

  func testOnlyAManagerAboveItsHolder() throws {
    let (house, customer) = try flowedBack()
    let others = try house.customer(in: .library(of: .li))
    try assertRefused(.notAllowed(.takeBack), leaves: house) { try house.takeBack(customer, by: .zhang) }
    try house.tick(through: "2027-01-11 09:00")
    try assertRefused(.notAllowed(.takeBack), leaves: house) { try house.takeBack(others) }
    XCTAssertNoThrow(try house.takeBack(others, by: .director))
  }

  // MARK: asked for

  func testAGrantedRequestTakesItBack() throws {
    let (house, customer) = try flowedBack()
    let request = try house.askBack(customer)
    XCTAssertEqual(try house.requests().map(\.kind), [.takeBack])
    try assertRefused(.alreadyAsked(at: house.now), leaves: house) { try house.askBack(customer) }
    try house.answer(request, granted: true)
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.requests().count, 0)
  }

  func testARefusedRequestLeavesItInTheSea() throws {
    let (house, customer) = try flowedBack()
    let request = try house.askBack(customer)
    try house.answer(request, granted: false)
    XCTAssertEqual(try house.view(customer).customer.state, .unassigned)
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .requestRefused)
    let answered = Refusal.alreadyAnswered(by: try house.holder(.manager).name, at: house.now)
    try assertRefused(answered, leaves: house) { try house.answer(request, granted: false) }
    assertRefused(code: "already_asked") { try house.askBack(customer) }
  }

  func testTakingItBackAnswersWhatWasAsked() throws {
    let (house, customer) = try flowedBack()
    try house.askBack(customer)
    try house.takeBack(customer)
    XCTAssertEqual(try house.requests().count, 0)
  }

  /// It left him once more: that is another loss, which may be asked for too.
  func testAfterAGrantedOneItMayBeAskedAgain() throws {
    let (house, customer) = try flowedBack()
    try house.answer(try house.askBack(customer), granted: true)
    try house.tick(through: "2026-12-15 09:00")
    XCTAssertNoThrow(try house.askBack(customer))
  }

  /// A request for more time takes nothing from the grace (R4.8, R4.16).
  func testAnExtensionAskedMeanwhileLeavesTheGrace() throws {
    let (house, customer) = try flowedBack()
    try house.takeBack(customer)
    let request = try house.ask(customer, days: 3)
    try house.answer(request, granted: false)
    XCTAssertEqual(try house.due(customer), "2026-12-14 24:00")
  }

  // MARK: it leaves the sea another way

  /// R4.17: the request ends with it, who asked is told, and nobody is asked for what nobody can do. Others go on.
  func testARequestEndsWhereItsCustomerLeavesTheSea() throws {
    let ways: [(String, (TestHouse, CustomerID) throws -> Void)] = [
      ("picked", { house, customer in try house.pick(customer, by: .li) }),
      (
        "merged",
        { house, customer in
          let older = try house.customer(in: .library(of: .li))
          try house.merge(customer, older)
        }
      ),
    ]
    for (name, leave) in ways {
      let (house, customer) = try flowedBack()
      try house.ask(try house.customer(in: .library(of: .zhang)), days: 3)
      try house.askBack(customer)
      house.pass(minutes: 5)
      try leave(house, customer)
      XCTAssertEqual(try house.requests().map(\.kind), [.extension], name)
      XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .requestEnded, name)
    }
  }

  func testWhoPicksItHimselfIsNotToldOfIt() throws {
    let (house, customer) = try flowedBack()
    try house.askBack(customer)
    try house.pick(customer, by: .zhang)
    XCTAssertEqual(try house.requests().count, 0)
    XCTAssertFalse(try house.alerts(of: .zhang).contains { $0.kind == .requestEnded })
  }

  /// R3.3: as if it had not been picked.
  func testAnUndonePickLeavesTheRequestAsItWas() throws {
    let (house, customer) = try flowedBack()
    let request = try house.askBack(customer)
    house.pass(minutes: 5)
    try house.pick(customer, by: .li)
    try house.undo(by: .li)
    XCTAssertEqual(try house.requests().map(\.id), [request])
    XCTAssertFalse(try house.alerts(of: .zhang).contains { $0.kind == .requestEnded })
    try house.answer(request, granted: true)
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
  }

  /// One that was refused before stays refused.
  func testAnUndonePickWakesNoAnsweredRequest() throws {
    let (house, customer) = try flowedBack()
    try house.answer(try house.askBack(customer), granted: false)
    house.pass(minutes: 5)
    try house.pick(customer, by: .li)
    try house.undo(by: .li)
    XCTAssertEqual(try house.requests().count, 0)
  }

  // MARK: what did I lose

  func testWhatLeftMe() throws {
    let (house, customer) = try flowedBack()
    let other = try house.customer(in: .library(of: .zhang))
    house.pass(minutes: 5)
    try house.release(other, by: .zhang, reason: .competitor)
    house.pass(minutes: 5)
    try house.pick(other, by: .li)
    let rows = try LostView.read(by: house.id(.zhang), at: house.now, in: house.house).rows
    XCTAssertEqual(rows.map(\.id), [other, customer])
    XCTAssertEqual(rows.map(\.reason), [.released(.competitor), .flowedBack(clocks: ["note"])])
    XCTAssertEqual(rows.map(\.holder), [try house.holder(.li), nil])
    XCTAssertEqual(rows.map(\.endedAt), try ["2026-12-11 09:05", "2026-12-11 00:00"].map(house.time))
    XCTAssertEqual(try LostView.read(by: house.id(.li), at: house.now, in: house.house).rows.count, 0)
  }

  func testWhatWasUndoneOrTakenBackIsNotLost() throws {
    let (house, customer) = try flowedBack()
    try house.takeBack(customer)
    let picked = try house.customer(in: .sea)
    try house.pick(picked, by: .zhang)
    try house.undo(by: .zhang)
    XCTAssertEqual(try LostView.read(by: house.id(.zhang), at: house.now, in: house.house).rows.count, 0)
  }

  func testNobodyTakesHisOwnBack() throws {
    let house = try TestHouse(at: "2026-11-10 10:00")
    let customer = try house.customer(in: .library(of: .manager))
    try house.tick(through: "2026-12-11 09:00")
    try assertRefused(.ownRequest, leaves: house) { try house.takeBack(customer, by: .manager) }
    let request = try house.askBack(customer, by: .manager)
    try assertRefused(.ownRequest, leaves: house) { try house.answer(request, granted: true) }
    XCTAssertNoThrow(try house.answer(request, granted: true, by: .director))
    XCTAssertEqual(try house.view(customer, as: .manager).holder, try house.holder(.manager))
  }
}
