import Domain
import Foundation
import Histories
import TestSupport
import XCTest

/// Random histories of the lists of days: the copies a list keeps of its customers, its counters and the figures of the
/// day are what the audit trail, the notes and the opportunities say they are (R7.4, R7.5, R8.2).
final class ListHistoryTests: XCTestCase {
  private static let histories = 40

  func testTheListsAgreeWithTheTrail() throws {
    let other = ProcessInfo.processInfo.environment["TIDELINE_SEED"].flatMap(UInt64.init)
    let seed = other ?? 20_261_126
    print("ListHistoryTests: \(ListHistoryTests.histories) histories from seed \(seed)")
    let run = try Histories.throughLists(ListHistoryTests.histories, seed: seed)
    XCTAssertNil(run.fault, run.fault ?? "")
    print("ListHistoryTests: \(run.answers.sorted { $0.key < $1.key })")
    guard other == nil else { return }
    for code in [
      "ok", "held", "already_listed", "not_listed", "already_submitted", "list_passed", "list_changed",
      "not_submitted", "list_empty", "flowed back",
    ] {
      XCTAssertGreaterThan(run.answers[code] ?? 0, 0, "\(code) never came up")
    }
  }
}
