import XCTest

@testable import Domain

/// R5.5: what somebody may do about a hit, and why, by what is known of it.
final class HitVerdictTests: XCTestCase {
  private let holder = Refusal.Holder(id: PersonID(7), name: "何小满", department: "一部")
  private let until = Instant(seconds: 9)
  private let day = Day(number: 20_000)
  private let certain = Match(by: .name, text: "日东")

  private func verdict(
    _ state: CustomerState, _ matches: [Match]? = nil, _ change: (inout HitFacts) -> Void = { _ in }
  ) -> (Verdict, VerdictReason) {
    var facts = HitFacts(matches ?? [certain], state: state)
    facts.since = until
    change(&facts)
    return facts.verdict
  }

  private func assert(
    _ verdict: (Verdict, VerdictReason), _ expected: Verdict, _ reason: VerdictReason,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    XCTAssertEqual(verdict.0, expected, file: file, line: line)
    XCTAssertEqual(verdict.1, reason, file: file, line: line)
  }

  func testWhereItIsSaysWhatMayBeDone() {
    assert(verdict(.unassigned), .mayPick, .inTheSea(since: until))
    assert(verdict(.pending), .mayNotFollow, .held(.held, since: until))
    assert(verdict(.invalid), .mayNotFollow, .held(.held, since: until))
    assert(verdict(.following) { $0.isOwn = true }, .mayNotFollow, .own(since: until))
    assert(verdict(.lost), .mayNotFollow, .lost)
    assert(verdict(.void), .judge, .void)
  }

  /// Section 9: of one that somebody else holds the service axis says.
  func testTheAxisSaysOfWhatIsHeld() {
    for (ruled, segment) in [
      (Verdict.mayNotFollow, AxisSegment.ordered), (.mayFollow, .service), (.mayNotFollow, .renewal),
      (.mayFollow, .after),
    ] {
      let found = verdict(.signed) { $0.axis = (ruled, segment) }
      assert(found, ruled, .held(segment, since: until))
      XCTAssertEqual(found.1.code, segment.code)
    }
    assert(
      verdict(.signed) { ($0.axis, $0.isOwn) = ((.mayFollow, .service), true) }, .mayNotFollow,
      .own(since: until))
  }

  /// R5.7: others may apply for it until support has judged.
  func testAnUnprotectedOneMayBeAppliedFor() {
    assert(verdict(.following) { $0.isUnprotected = true }, .mayFollow, .unprotected)
    assert(
      verdict(.following) { ($0.isUnprotected, $0.isOwn) = (true, true) }, .mayNotFollow, .own(since: until))
  }

  func testWhatKeepsACustomerOfTheSeaFromBeingPicked() {
    assert(verdict(.unassigned) { $0.coolsDownUntil = day }, .mayNotFollow, .coolingDown(until: day))
    assert(
      verdict(.unassigned) { $0.undoPending = (holder, until) }, .mayNotFollow,
      .undoPending(by: holder, until: until))
    assert(verdict(.unassigned) { $0.isCallable = false }, .judge, .noCallableNumber)
  }

  /// Blocked, do-not-call, void and applied for come before its place, in this order.
  func testWhatComesBeforeItsPlace() {
    let steps: [(inout HitFacts) -> Void] = [
      { $0.isBlocked = true },
      { $0.matches.append(Match(by: .number, text: "1", isDoNotCall: true)) },
      { $0.state = .void },
      { $0.appliedFor = (self.holder, self.until) },
      { $0.coolsDownUntil = self.day },
    ]
    let expected: [VerdictReason] = [
      .blocked, .doNotCall, .void, .appliedFor(by: holder, until: until), .coolingDown(until: day),
    ]
    for (first, reason) in expected.enumerated() {
      let found = verdict(.unassigned) { facts in steps[first...].forEach { $0(&facts) } }
      assert(found, reason == .void ? .judge : .mayNotFollow, reason)
    }
  }

  /// R5.1, R5.3: a hit by nothing certain is for support to judge; one certain match is enough.
  func testADoubtfulMatchIsJudged() {
    for doubt in Doubt.allCases {
      let match = Match(by: .number, text: "1", doubt: doubt)
      assert(verdict(.following, [match]), .judge, .doubtful(doubt))
      assert(verdict(.unassigned, [match]), .judge, .doubtful(doubt))
      assert(verdict(.following, [match, certain]), .mayNotFollow, .held(.held, since: until))
      assert(verdict(.following, [match]) { $0.isBlocked = true }, .mayNotFollow, .blocked)
    }
  }

  /// R5.1: what merely contains the key is shown, and is no reason to say no.
  func testAMerePartIsNoReasonToSayNo() {
    for way in [MatchedBy.substring, .pinyin] {
      let part = Match(by: way, text: "日东")
      assert(verdict(.following, [part]), .judge, .held(.held, since: until))
      assert(verdict(.unassigned, [part]), .mayPick, .inTheSea(since: until))
      XCTAssertFalse(part.counts)
    }
  }

  private func hit(_ verdict: Verdict, _ matches: [Match], _ id: Int64) -> CollisionHit {
    CollisionHit(
      customer: CustomerID(id), name: "日东", holder: nil, state: .unassigned, matches: matches,
      verdict: verdict, reason: .void)
  }

  /// The whole has the worst verdict of what counts; what only contains the key doesn't count.
  func testTheWholeHasTheWorstVerdictOfWhatCounts() {
    XCTAssertEqual([CollisionHit]().verdict, .mayEnter)
    let part = hit(.mayNotFollow, [Match(by: .substring, text: "日东")], 1)
    XCTAssertEqual([part].verdict, .mayEnter)
    let sea = hit(.mayPick, [certain], 2)
    let judged = hit(.judge, [certain], 3)
    let held = hit(.mayNotFollow, [certain], 4)
    XCTAssertEqual([part, sea].verdict, .mayPick)
    XCTAssertEqual([sea, hit(.mayFollow, [certain], 5)].verdict, .mayFollow)
    XCTAssertEqual([sea, judged].verdict, .judge)
    XCTAssertEqual([sea, judged, held].verdict, .mayNotFollow)
    XCTAssertEqual([part, sea, judged, held].bySeverity, [held, judged, sea, part])
  }

  /// One's own cool-down is told before somebody else's last minute to think again, and both before the numbers.
  func testTheOrderOfWhatKeepsOneFromPicking() {
    let pending: (by: Refusal.Holder, until: Instant) = (holder, until)
    assert(
      verdict(.unassigned) { ($0.coolsDownUntil, $0.undoPending, $0.isCallable) = (day, pending, false) },
      .mayNotFollow, .coolingDown(until: day))
    assert(
      verdict(.unassigned) { ($0.undoPending, $0.isCallable) = (pending, false) }, .mayNotFollow,
      .undoPending(by: holder, until: until))
    assert(verdict(.unassigned) { $0.isCallable = false }, .judge, .noCallableNumber)
  }
}
