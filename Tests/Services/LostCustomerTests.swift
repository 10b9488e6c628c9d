import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// A customer is lost (战败, R3.9): asked with a reason, agreed, sent back, or given to somebody else.
final class LostCustomerTests: XCTestCase {
  private func asked(
    _ reason: LostReason = .competitor, competitor: String = "云帆", in house: TestHouse
  ) throws -> (CustomerID, RequestID) {
    let customer = try house.customer(in: .library(of: .zhang))
    return (customer, try house.askLost(customer, reason, competitor: competitor))
  }

  // MARK: asking

  func testACompetitorIsNamedAndEveryReasonExplained() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try assertRefused(.invalidField("competitor", .missing), leaves: house) {
      try house.askLost(customer, .competitor, competitor: "\u{3000}")
    }
    for (text, problem) in [
      (" \n", Refusal.Problem.missing), (String(repeating: "长", count: 1_700_000), .tooLong),
      ("他们\u{1B}[2J便宜", .controlCharacters),
    ] {
      try assertRefused(.invalidField("explanation", problem), leaves: house) {
        try house.askLost(customer, .noNeed, explanation: text)
      }
    }
    for reason in LostReason.allCases {
      let other = try house.customer(in: .library(of: .zhang))
      XCTAssertNoThrow(try house.askLost(other, reason, competitor: reason == .competitor ? "云帆" : ""))
    }
  }

  func testOnlyItsHolderAsksAndOnceAtATime() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    try assertRefused(.notHeld, leaves: house) { try house.askLost(customer, .noNeed, by: .li) }
    let free = try house.customer(in: .sea)
    try assertRefused(.notHeld, leaves: house) { try house.askLost(free, .noNeed) }
    let at = house.now
    house.pass(minutes: 1)
    try assertRefused(.alreadyAsked(at: at), leaves: house) { try house.askLost(customer, .budget) }
    try house.answer(request, granted: false)
    XCTAssertNoThrow(try house.askLost(customer, .budget), "sent back, it may be asked again")
  }

  /// R3.12, R4.10, R4.19: what is not released is not lost either, neither asked nor agreed.
  func testWhatIsNotReleasedIsNotLost() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    try house.mark(houseAccount: true, customer)
    try assertRefused(.houseAccount, leaves: house) { try house.answer(request, granted: true) }
    XCTAssertEqual(try house.requests().map(\.id), [request], "it waits still")
    let account = try house.customer(in: .library(of: .zhang))
    try house.mark(houseAccount: true, account)
    try assertRefused(.houseAccount, leaves: house) { try house.askLost(account, .noNeed) }
    let ordered = try house.customer(in: .library(of: .zhang))
    try house.order(ordered)
    assertRefused(code: "order_waits") { try house.askLost(ordered, .noNeed) }
  }

  // MARK: agreed

  func testAgreedItEndsTheOpportunityAndIsNobodys() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    let held = try house.library(of: .zhang).held
    try house.answer(request, granted: true)
    let view = try house.view(customer)
    XCTAssertEqual(view.customer.state, .lost)
    XCTAssertNil(view.customer.holder)
    XCTAssertFalse(view.isWhole, "its numbers are masked")
    XCTAssertEqual(view.holdings.first?.endReason, .lost(.competitor))
    XCTAssertEqual(try house.library(of: .zhang).held, held - 1)
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .requestGranted)
    XCTAssertEqual(
      try house.left(.zhang).first.map { [$0.reason.code, $0.name] },
      ["lost_competitor", view.customer.name])
    for who in [TestHouse.Who.zhang, .li] {
      try assertRefused(.wrongState(.lost), leaves: house) { try house.pick(customer, by: who) }
    }
    try assertRefused(.wrongState(.lost), leaves: house) { try house.transfer(customer, to: .zhang) }
    XCTAssertFalse(try house.inTheSea().contains(customer))
  }

  /// R3.1, R4.5: asked on the 26th of November, it is in the sea from the end of the 24th of February on.
  func testItOpensToTheSeaAfterNinetyDaysWhetherTheEngineCameOrNot() throws {
    for engineCame in [true, false] {
      let house = try TestHouse()
      let (customer, request) = try asked(in: house)
      try house.answer(request, granted: true)
      let opens = try house.time("2027-02-25 00:00")
      XCTAssertEqual(try house.view(customer).customer.opensAt, opens)
      try house.tick(through: "2027-02-24 23:59")
      XCTAssertEqual(try house.view(customer).customer.state, .lost)
      assertRefused(.wrongState(.lost)) { try house.pick(customer, by: .li) }
      house.now = opens
      if engineCame {
        try house.tick()
        XCTAssertTrue(try house.inTheSea().contains(customer))
        XCTAssertEqual(try house.view(customer).customer.releasedAt, opens)
        XCTAssertNil(try house.view(customer).customer.opensAt)
      }
      XCTAssertNoThrow(try house.pick(customer, by: .li))
      XCTAssertEqual(
        try BaseDump(house.path).count("event", where: "detail LIKE '%\"opened\":\"lost\"%'"), 1)
    }
  }

  func testTheEngineWakesForItAndTwiceChangesNothing() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    try house.answer(request, granted: true)
    XCTAssertEqual(
      try house.store().opportunities.nextWake(after: house.now), try house.time("2027-02-25 00:00"))
    try house.set("2027-03-09 10:00")
    try house.tick()
    XCTAssertEqual(
      try house.view(customer).customer.releasedAt, try house.time("2027-02-25 00:00"),
      "its moment counts, however late the engine comes")
    let events = try BaseDump(house.path).count("event")
    XCTAssertEqual(try house.tick(), TickReport())
    XCTAssertEqual(try BaseDump(house.path).count("event"), events)
  }

  /// R4.13: while nothing is due, nothing opens; and the engine goes on with the others.
  func testWhileTheFuseIsBlownItStaysLost() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    try house.answer(request, granted: true)
    try house.set("2027-02-25 00:00")
    try house.store().fuses.blow(BlownFuse(cause: .tooMany, at: house.now, lastTick: nil))
    assertRefused(.wrongState(.lost)) { try house.pick(customer, by: .li) }
    let report = try SweepDeadlines(isReleasing: false).perform(at: house.now, in: house.house)
    XCTAssertEqual(report.failed, [])
    XCTAssertEqual(try house.view(customer).customer.state, .lost)
    try house.store().fuses.mend()
    try house.tick()
    XCTAssertEqual(try house.view(customer).customer.state, .unassigned)
  }

  // MARK: sent back, given away

  func testSentBackAllIsAsItWas() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    let due = try house.due(customer)
    try AnswerRequest(request, granted: false, remark: "先去拜访一次").perform(
      by: house.id(.manager), at: house.now, in: house.house)
    XCTAssertEqual(try house.view(customer).customer.holder, house.id(.zhang))
    XCTAssertEqual(try house.due(customer), due)
    let alert = try XCTUnwrap(try house.alerts(of: .zhang).first)
    XCTAssertEqual([alert.kind.rawValue, alert.remark], ["request_refused", "先去拜访一次"])
  }

  private func give(
    _ request: RequestID, to receiver: TestHouse.Who, by who: TestHouse.Who = .director, in house: TestHouse
  ) throws {
    try AnswerRequest(request, givingTo: house.id(receiver)).perform(
      by: house.id(who), at: house.now, in: house.house)
  }

  func testGivenToAnotherItsClocksStartAnewWithHim() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    try house.set("2026-11-30 10:00")
    try assertRefused(.notAllowed(.transfer), leaves: house) {
      try give(request, to: .li, by: .manager, in: house)
    }
    try assertRefused(.invalidField("holder", .unknown), leaves: house) {
      try give(request, to: .support, in: house)
    }
    try assertRefused(.sameHolder, leaves: house) { try give(request, to: .zhang, in: house) }
    try give(request, to: .li, in: house)
    let view = try house.view(customer, as: .director)
    XCTAssertEqual(view.holder, try house.holder(.li))
    XCTAssertEqual(view.customer.state, .pending)
    XCTAssertEqual(view.opportunity?.enteredAt, house.now)
    XCTAssertEqual(try house.store().requests.find(request)?.state, .given)
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.transferred])
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [.received])
    assertRefused(code: "already_answered") { try give(request, to: .li, in: house) }
  }

  func testWhoTransfersItAnswersByThat() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    try house.transfer(customer, to: .li, by: .director)
    let answered = try XCTUnwrap(try house.store().requests.find(request))
    XCTAssertEqual(
      [answered.state.rawValue, answered.answeredBy], ["given", try house.holder(.director).name])
  }

  func testOnlyWhatIsLostIsGiven() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let request = try house.ask(customer, days: 3)
    try assertRefused(.unknownRequest(String(request.value)), leaves: house) {
      try give(request, to: .li, in: house)
    }
  }

  // MARK: what happens meanwhile

  /// R4.17: the request ends with the opportunity, and goes on with it.
  func testWhatLeftMeanwhileIsNotLostAnyMore() throws {
    let house = try TestHouse()
    let (released, first) = try asked(in: house)
    try house.release(released, by: .zhang)
    try assertRefused(.alreadyAnswered(), leaves: house) { try house.answer(first, granted: true) }
    try house.undo(by: .zhang)
    XCTAssertEqual(try house.requests().map(\.id), [first])
    let (merged, second) = try asked(in: house)
    try house.merge(released, merged)
    XCTAssertEqual(try house.requests().map(\.id), [first], "the opportunity of the younger record has ended")
    try assertRefused(.alreadyAnswered(), leaves: house) { try house.answer(second, granted: true) }
  }

  /// R4.6: it flowed back at its moment, though the engine has not come; the answer is of no use then.
  func testItFlowedBackBeforeTheAnswer() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 12:00")
    let request = try house.askLost(customer, .noNeed)
    try house.set("2026-12-27 00:00")
    assertRefused(.alreadyAnswered()) { try house.answer(request, granted: true) }
    XCTAssertEqual(try house.view(customer).customer.state, .unassigned)
    XCTAssertEqual(try house.view(customer).holdings.first?.endReason, .flowedBack(clocks: ["note"]))
  }

  func testUnansweredItLapsesAfterFiveDeskDays() throws {
    let house = try TestHouse()
    let (customer, request) = try asked(in: house)
    XCTAssertEqual(try house.requests().map(\.expiresAt), [try house.time("2026-12-04 00:00")])
    try house.set("2026-12-03 23:59")
    try house.tick()
    XCTAssertEqual(try house.requests().map(\.id), [request])
    try house.set("2026-12-04 00:00")
    try house.tick()
    XCTAssertEqual(try house.store().requests.find(request)?.state, .lapsed)
    XCTAssertEqual(try house.alerts(of: .zhang).first?.kind, .requestRefused)
    XCTAssertEqual(try house.view(customer).customer.holder, house.id(.zhang))
  }

  func testTheFactsToDecideOn() throws {
    let house = try TestHouse()
    let (customer, _) = try asked(in: house)
    try house.note(customer, by: .zhang)
    let waiting = try XCTUnwrap(
      try ApprovalsView.read(by: house.id(.manager), at: house.now, in: house.house).waiting.first)
    XCTAssertEqual(
      waiting.facts.prefix(2),
      [
        RequestFact("lost_reason", .word("competitor", under: "lost_reason")),
        RequestFact("competitor", .text("云帆")),
      ])
    XCTAssertEqual(waiting.facts.map(\.name).dropFirst(2), ["held_since", "notes", "last_note", "opens_at"])
    XCTAssertEqual(waiting.facts.last?.value, .due(try house.time("2027-02-25 00:00")))
    XCTAssertEqual(waiting.yes, RequestFact("days_to_sea", .count(90)))
  }
}
