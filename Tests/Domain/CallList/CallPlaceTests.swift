import Domain
import TestSupport
import XCTest

/// Who is to be called today, why, and in which order (R7.1).
final class CallPlaceTests: XCTestCase {
  private let calendar = HouseCalendar.ofTests

  /// It is Thursday, 2026-11-26 14:00. A customer that nothing speaks for, but for what is said.
  private func candidate(
    _ id: Int64 = 1, level: String = "0", agreed: String? = nil, ours: String? = nil,
    due: String? = "2027-01-20 00:00",
    last: String = "2026-11-20 10:00", isCalledToday: Bool = false, preparedAs: Int? = nil,
    returnCallBy: String? = nil
  ) throws -> CallCandidate {
    let next = try (agreed ?? ours).map { NextContact(at: try calendar.time($0), isAgreed: agreed != nil) }
    return CallCandidate(
      id: CustomerID(id), level: level, next: next, due: try due.map { try calendar.time($0) },
      lastContact: try calendar.time(last), isCalledToday: isCalledToday, preparedAs: preparedAs,
      returnCallBy: try returnCallBy.map(calendar.time))
  }

  private func place(_ candidate: CallCandidate, at now: String = "2026-11-26 14:00") throws -> CallPlace? {
    try Policy.channel().place(of: candidate, at: try calendar.time(now), in: calendar)
  }

  /// R4.3: before what was planned by ourselves and what was prepared, after what is agreed or overdue.
  func testTheFirstReturnCallHasItsPlace() throws {
    let by = "2026-11-30 00:00"
    for (candidate, reason) in [
      (try candidate(preparedAs: 1, returnCallBy: by), CallReason.returnCall),
      (try candidate(ours: "2026-11-26 16:00", returnCallBy: by), .returnCall),
      (try candidate(agreed: "2026-11-26 16:00", returnCallBy: by), .appointment),
      (try candidate(level: "A", last: "2026-11-01 10:00", returnCallBy: by), .overdue),
    ] { XCTAssertEqual(try place(candidate)?.reason, reason) }
    let sooner = try place(candidate(9, returnCallBy: "2026-11-29 00:00"))
    XCTAssertLessThan(try XCTUnwrap(sooner), try XCTUnwrap(try place(candidate(1, returnCallBy: by))))
    XCTAssertNil(try place(candidate(isCalledToday: true, returnCallBy: by)))
  }

  func testTheStrongestReasonCounts() throws {
    let cases: [(CallCandidate, CallReason?, String)] = [
      (try candidate(), nil, "nothing speaks for it"),
      (try candidate(agreed: "2026-11-26 13:59"), .missed, "the minute has passed"),
      (try candidate(agreed: "2026-11-20 09:00"), .missed, "however long ago"),
      (try candidate(agreed: "2026-11-26 14:00"), .appointment, "to the minute"),
      (try candidate(agreed: "2026-11-26 23:59"), .appointment, "of today"),
      (try candidate(agreed: "2026-11-27 00:00"), nil, "of tomorrow"),
      (try candidate(ours: "2026-11-26 16:00"), .callback, "ours"),
      (try candidate(ours: "2026-11-25 16:00"), .callback, "ours, of yesterday"),
      (try candidate(ours: "2026-11-27 00:00"), nil, "ours, of tomorrow"),
      (try candidate(due: "2026-12-04 00:00"), .rescue, "seven days left: the longest warning"),
      (try candidate(due: "2026-12-05 00:00"), nil, "eight days left"),
      (try candidate(due: nil), nil, "no clock runs"),
      (try candidate(level: "A", last: "2026-11-18 10:00"), .overdue, "A: 7 days"),
      (try candidate(level: "A", last: "2026-11-19 10:00"), nil, "A: on its last day"),
      (try candidate(level: "C", last: "2026-11-10 10:00"), .overdue, "C: 15 days"),
      (try candidate(level: "0", last: "2026-10-01 10:00"), nil, "0 has no rhythm"),
      (try candidate(preparedAs: 3), .prepared, "on the list"),
      (
        try candidate(agreed: "2026-11-26 16:00", due: "2026-11-27 00:00", preparedAs: 1), .appointment,
        "all at once"
      ),
      (
        try candidate(level: "A", ours: "2026-11-26 16:00", due: "2026-11-27 00:00"), .rescue,
        "before a callback"
      ),
      (
        try candidate(level: "A", ours: "2026-11-26 16:00", last: "2026-11-01 10:00"), .overdue,
        "before a callback"
      ),
      (try candidate(ours: "2026-11-26 16:00", preparedAs: 1), .callback, "before the list"),
    ]
    for (candidate, reason, why) in cases { XCTAssertEqual(try place(candidate)?.reason, reason, why) }
  }

  func testWhatIsAgreedSpeaksForWaiting() throws {
    let before = try candidate(agreed: "2026-11-27 10:00", due: "2026-11-28 00:00")
    XCTAssertNil(try place(before), "it comes before the due")
    let beyond = try candidate(agreed: "2026-11-28 10:00", due: "2026-11-28 00:00")
    XCTAssertEqual(try place(beyond)?.reason, .rescue, "it comes too late")
    XCTAssertNil(
      try place(try candidate(level: "A", agreed: "2026-11-27 10:00", last: "2026-11-01 10:00")),
      "nothing is overdue where something is agreed")
    XCTAssertEqual(
      try place(try candidate(level: "A", ours: "2026-11-27 10:00", last: "2026-11-01 10:00"))?.reason,
      .overdue,
      "what is ours speaks for nothing")
  }

  func testWhomHeCalledTodayHeCallsAgainByWhatWasPlannedAlone() throws {
    let tried = try candidate(due: "2026-11-27 00:00", isCalledToday: true, preparedAs: 1)
    XCTAssertNil(try place(tried))
    let again = try candidate(
      ours: "2026-11-26 16:00", due: "2026-11-27 00:00", isCalledToday: true, preparedAs: 1)
    XCTAssertEqual(try place(again)?.reason, .callback)
  }

  func testTheOrder() throws {
    let customers = [
      try candidate(1, preparedAs: 2), try candidate(2, preparedAs: 1),
      try candidate(3, ours: "2026-11-26 17:00"), try candidate(4, ours: "2026-11-26 15:00"),
      try candidate(5, level: "A", last: "2026-11-18 10:00"),
      try candidate(6, level: "B", last: "2026-11-01 10:00"),
      try candidate(7, due: "2026-11-28 00:00"), try candidate(8, due: "2026-11-27 00:00"),
      try candidate(9, agreed: "2026-11-26 16:30"), try candidate(10, agreed: "2026-11-26 14:45"),
      try candidate(11, agreed: "2026-11-26 11:00"), try candidate(12, agreed: "2026-11-26 10:00"),
      try candidate(14, agreed: "2026-11-26 10:00"), try candidate(13),
    ]
    let placed = try customers.compactMap { customer in try place(customer).map { ($0, customer.id) } }
    XCTAssertEqual(
      placed.sorted { $0.0 < $1.0 }.map { Int($0.1.value) }, [12, 14, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  }

  /// R6.1: what comes next after a note.
  func testTheNextContactAfterANote() throws {
    let now = try calendar.time("2026-11-26 14:00")
    let (soon, later) = (now + 3600, now + 7200)
    let agreed = NextContact(at: soon, isAgreed: true)
    let ours = NextContact(at: soon, isAgreed: false)
    let over = NextContact(at: now, isAgreed: true)
    let cases: [(Outcome, Instant?, NextContact?, NextContact?, String)] = [
      (.appointment, later, nil, NextContact(at: later, isAgreed: true), "an appointment is agreed"),
      (.connected, later, nil, NextContact(at: later, isAgreed: false), "any other is ours"),
      (.interested, later, agreed, NextContact(at: later, isAgreed: false), "a person moves what was agreed"),
      (.noAnswer, later, agreed, agreed, "a quick outcome does not"),
      (.busy, later, agreed, agreed, "nor does busy"),
      (.noAnswer, now + 60, agreed, agreed, "not even where it comes before"),
      (.noAnswer, later, ours, NextContact(at: later, isAgreed: false), "what is ours is moved"),
      (.noAnswer, later, over, NextContact(at: later, isAgreed: false), "what was missed is over"),
      (.connected, nil, agreed, agreed, "what lies ahead stays"),
      (.connected, nil, over, nil, "what is past is done"),
      (.doNotCall, nil, agreed, nil, "do not call cancels the appointment"),
      (.doNotCall, later, ours, nil, "whatever was typed"),
    ]
    let rules = try Policy.channel().notes
    for (outcome, typed, existing, expected, why) in cases {
      let entry = NoteEntry(outcome: outcome, nextContact: typed)
      XCTAssertEqual(entry.nextContact(after: existing, rules.outcome(outcome), at: now), expected, why)
    }
    let off = NoteEntry(outcome: .noAnswer, callsOffNextContact: true)
    XCTAssertNil(off.nextContact(after: agreed, rules.outcome(.noAnswer), at: now), "a person calls it off")
  }
}
