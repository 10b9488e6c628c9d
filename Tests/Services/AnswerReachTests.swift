import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// Who answers what is asked (R8.4): those above, and who stands in for them (R2.6).
final class AnswerReachTests: XCTestCase {
  private var house: TestHouse!
  private var request: RequestID!

  override func setUpWithError() throws {
    house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    request = try house.ask(customer, days: 3)
  }

  private func cover(_ who: TestHouse.Who, by deputy: TestHouse.Who, from: String, to: String) throws {
    let days = (try XCTUnwrap(Day(iso: from)), try XCTUnwrap(Day(iso: to)))
    try CoverPerson(house.id(who), from: days.0, to: days.1, by: house.id(deputy)).perform(
      by: house.id(.director), at: house.now, in: house.house)
  }

  /// Li is an agent of another department: on these days he answers for the manager, before and after for nobody.
  func testADeputyAnswersOnTheDaysOfTheLeaveAlone() throws {
    try cover(.manager, by: .li, from: "2026-11-27", to: "2026-11-27")
    try assertRefused(.notAllowed(.answer), leaves: house) {
      try house.answer(request, granted: true, by: .li)
    }
    assertRefused(.notAllowed(.answer)) { _ = try house.requests(for: .li) }
    try house.set("2026-11-27 00:00")
    XCTAssertEqual(try house.requests(for: .li).map(\.id), [request])
    XCTAssertTrue(try house.house.ground(of: house.id(.li), at: house.now).answers)
    try house.answer(request, granted: true, by: .li)
    XCTAssertEqual(
      try house.view(CustomerID(1)).requests.first?.answeredBy, try house.holder(.li).name,
      "his name stands there, not that of whom he stands in for")
    try house.set("2026-11-28 00:00")
    assertRefused(.notAllowed(.answer)) { _ = try house.requests(for: .li) }
    XCTAssertFalse(try house.house.ground(of: house.id(.li), at: house.now).answers)
  }

  func testADeputyAnswersNoMoreThanWhomHeStandsInFor() throws {
    try cover(.manager, by: .li, from: "2026-11-26", to: "2026-11-27")
    let own = try house.ask(try house.customer(in: .library(of: .li)), days: 3, by: .li)
    try assertRefused(.ownRequest, leaves: house) { try house.answer(own, granted: true, by: .li) }
    let managers = try house.ask(try house.customer(in: .library(of: .manager)), days: 3, by: .manager)
    try assertRefused(.ownRequest, leaves: house) { try house.answer(managers, granted: true, by: .li) }
    XCTAssertEqual(try house.requests(for: .li).map(\.id), [request])
  }

  /// R4.8: a director's deputy grants what a director may.
  func testADeputyOfADirectorGrantsMoreDays() throws {
    try house.answer(request, granted: false)
    try house.set("2026-12-01 10:00")
    let long = try house.ask(try house.customer(in: .library(of: .zhang)), days: 12)
    try cover(.director, by: .li, from: "2026-12-01", to: "2026-12-01")
    XCTAssertEqual(try queue(of: .manager).map(\.isBeyond), [true])
    XCTAssertEqual(try queue(of: .li).map(\.isBeyond), [false])
    try house.answer(long, granted: true, by: .li)
    XCTAssertEqual(try house.view(CustomerID(2)).requests.first?.state, .granted)
  }

  func testWhoStandsInForAnAgentAnswersNothing() throws {
    try cover(.zhang, by: .li, from: "2026-11-26", to: "2026-11-27")
    assertRefused(.notAllowed(.answer)) { _ = try house.requests(for: .li) }
  }

  /// Another department's is neither granted nor refused, whatever it asks.
  func testWhatAnotherDepartmentAsksIsLeftAlone() throws {
    let customer = try house.customer(in: .library(of: .li))
    try house.tick(through: "2026-12-27 00:00")
    let back = try house.askBack(customer, by: .li)
    for granted in [true, false] {
      try assertRefused(.notAllowed(.answer), leaves: house) { try house.answer(back, granted: granted) }
    }
    assertRefused(.unknownRequest("99")) { try house.answer(RequestID(99), granted: true) }
  }

  func testWhoWasFirstIsNamedWithTheTime() throws {
    let answered = house.now
    try house.answer(request, granted: false)
    house.pass(minutes: 5)
    let settled = Refusal.alreadyAnswered(by: try house.holder(.manager).name, at: answered)
    for granted in [true, false] {
      try assertRefused(settled, leaves: house) { try house.answer(request, granted: granted, by: .director) }
    }
  }

  func testARemarkHasAnEnd() throws {
    let remark = String(repeating: "长", count: 5_000_000 / 3)
    try assertRefused(.invalidField("remark", .tooLong), leaves: house) {
      try AnswerRequest(request, granted: false, remark: remark).perform(
        by: house.id(.manager), at: house.now, in: house.house)
    }
  }

  // MARK: what is to be known

  private func queue(of who: TestHouse.Who) throws -> [WaitingRequest] {
    try ApprovalsView.read(by: house.id(who), at: house.now, in: house.house).waiting
  }

  func testTheFactsOfAnExtension() throws {
    let entered = house.now
    house.pass(minutes: 30)
    try house.note(CustomerID(1), by: .zhang)
    let waiting = try XCTUnwrap(try queue(of: .manager).first)
    XCTAssertEqual(
      waiting.facts,
      [
        RequestFact("held_since", .at(entered)), RequestFact("notes", .count(1)),
        RequestFact("last_note", .at(house.now)),
      ])
    XCTAssertEqual(waiting.due.map(house.calendar.dueText), "2026-12-26 24:00")
    XCTAssertEqual(
      waiting.yes, RequestFact("due_if_granted", .due(try house.time("2026-12-30 00:00"))))
    XCTAssertTrue(waiting.isCustomerSeen)
    try cover(.manager, by: .li, from: "2026-11-26", to: "2026-11-27")
    XCTAssertFalse(try XCTUnwrap(try queue(of: .li).first).isCustomerSeen)
  }

  func testTheFactsOfATakeBack() throws {
    let (customer, entered) = (try house.customer(in: .library(of: .zhang)), house.now)
    try house.tick(through: "2026-12-27 00:00")
    try house.askBack(customer)
    let waiting = try XCTUnwrap(try queue(of: .manager).first)
    XCTAssertEqual(
      waiting.facts,
      [
        RequestFact("held_since", .at(entered)), RequestFact("flowed_back_at", .due(house.now)),
        RequestFact("room", .count(house.policy.capacity)),
      ])
    XCTAssertNil(waiting.due)
    XCTAssertEqual(waiting.yes, RequestFact("due_if_granted", .due(try house.time("2026-12-29 00:00"))))
  }
}
