import Domain
import Histories
import Services
import TestSupport
import XCTest

/// Random histories of a house through the acts, on a base: the program and the model agree on what every act
/// answers, on every holding, warning and due, and on what a tick does (R3.2-R3.7, R4.4-R4.16, R6.5).
final class HistoryActTests: XCTestCase {
  private static let histories = 300

  func testTheProgramAgreesWithTheModel() throws {
    let other = ProcessInfo.processInfo.environment["TIDELINE_SEED"].flatMap(UInt64.init)
    let seed = other ?? 3_001
    print(
      "HistoryActTests: \(HistoryActTests.histories) histories from seed \(seed); TIDELINE_SEED takes another"
    )
    let run = try Histories.throughActs(HistoryActTests.histories, seed: seed)
    XCTAssertNil(run.fault, run.fault ?? "")
    print("HistoryActTests: \(run.answers.sorted { $0.key < $1.key })")
    guard other == nil else { return }
    for code in [
      "ok", "held", "not_held", "flowed_back", "library_full", "cooling_down", "daily_limit", "due_passed",
      "too_late_to_undo", "already_asked", "extension_spent", "already_answered", "nothing_to_take_back",
      "too_late", "no_clock", "same_holder", "nothing_to_confirm", "fuse too_many",
      "fuse clock_ahead", "fuse clock_behind",
    ] {
      XCTAssertGreaterThan(run.answers[code] ?? 0, 0, "\(code) never came up")
    }
  }
}
