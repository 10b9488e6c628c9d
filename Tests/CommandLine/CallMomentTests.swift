import Domain
import Synchronization
import TestSupport
import XCTest

/// A call has one moment, at which it began, however long it takes.
final class CallMomentTests: XCTestCase {
  /// A host so slow that a minute is over at each look at its clock.
  private final class SlowClock: Sendable {
    private let looks = Mutex(Int64(0))

    func look() -> Instant {
      looks.withLock {
        $0 += 60
        return Instant(seconds: 1_795_000_000 + $0)
      }
    }
  }

  func testWhatASlowCallDoesHasOneMoment() throws {
    let base = try CommandBase()
    let slow = SlowClock()
    base.clock = slow.look
    for call in [
      "enter --name 苏州潮音机械有限公司 --phone 0512-61000001 --fax none --address 苏州 --as zhang",
      "note 1 --kind call --outcome connected --text 要报价 --next 明天9点 --as zhang",
      "plan 1 +2h --as zhang", "tell 1 --phone 13900000012 --text 在找供应商 --as li",
      "order add 1 --amount 100 --contract-name 潮音 --as zhang",
      "extension ask 1 --days 2 --reason 出差 --as zhang",
      "tomorrow fill --as zhang", "policy use channel --department 二部", "engine tick",
    ] {
      XCTAssertEqual(base.run(call.split(separator: " ").map(String.init)).status, 0, call)
    }
    for event in try base.list("audit") { XCTAssertEqual(event["at"]?.text, CommandBase.start, "\(event)") }
    let shown = try base.json("show", "1", "--as", "zhang")
    XCTAssertEqual(shown["next_contact_at"], "2026-11-26T16:00:00+08:00")
    let timeline = try XCTUnwrap(shown["timeline"]?.items)
    XCTAssertEqual(Set(timeline.map { $0["at"]?.text }), [CommandBase.start])
    XCTAssertEqual(try base.list("alerts", "--as", "zhang").map { $0["at"]?.text }, [CommandBase.start])
  }
}
