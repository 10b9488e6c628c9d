import Domain
import Services
import TestSupport
import XCTest

/// Random histories of a house through the acts, on a base: the program and the model agree on what every act
/// answers, on every holding, warning and due, and on what a tick does (R3.2-R3.7, R4.4-R4.9, R4.12, R6.5).
final class HistoryActTests: XCTestCase {
  private static let histories: UInt64 = 300
  private static let steps = 45

  func testTheProgramAgreesWithTheModel() throws {
    let other = ProcessInfo.processInfo.environment["TIDELINE_SEED"].flatMap(UInt64.init)
    let seed = other ?? 20_260_201
    print(
      "HistoryActTests: \(HistoryActTests.histories) histories from seed \(seed); TIDELINE_SEED takes another"
    )
    let calendar = ModelCalendar()
    let variants = try ModelRules.variants.map { rules in
      var rules = rules
      // Few slots, so that libraries are full.
      rules.capacity = min(rules.capacity, 3)
      return (rules, try rules.policy)
    }
    var answers: [String: Int] = [:]
    for history in 0..<HistoryActTests.histories {
      var dice = Dice(seed: seed &+ history)
      let (rules, policy) = variants[Int(history) % variants.count]
      let pair = try HistoryPair(rules, policy, calendar, from: dice.beginning(calendar))
      for _ in 0..<HistoryActTests.steps {
        try pair.step(&dice)
        if let difference = try pair.difference() {
          return XCTFail("seed \(seed &+ history): \(difference)\n\(pair.story)")
        }
      }
      answers.merge(pair.answers, uniquingKeysWith: +)
    }
    print("HistoryActTests: \(answers.sorted { $0.key < $1.key })")
    guard other == nil else { return }
    for code in [
      "ok", "held", "not_held", "flowed_back", "library_full", "cooling_down", "daily_limit", "due_passed",
      "too_late_to_undo", "already_asked", "extension_spent", "already_answered", "nothing_to_take_back",
      "too_late",
    ] {
      XCTAssertGreaterThan(answers[code] ?? 0, 0, "\(code) never came up")
    }
  }
}
