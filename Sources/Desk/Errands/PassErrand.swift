import Domain
import Services

/// Passes lists as they were shown (R8.2): one that changed since is shown again. Of several, one refusal stops none of
/// the others.
struct PassErrand: Errand {
  private let lines: [EveningLine]
  /// Whose list comes up next.
  private let next: String?

  init(_ lines: [EveningLine], next: String?) {
    self.lines = lines
    self.next = next
  }

  struct Outcome: Sendable {
    fileprivate(set) var passed: [Person] = []
    fileprivate(set) var refusals: [Refusal] = []
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Outcome {
    var outcome = Outcome()
    for line in lines {
      do {
        try PassList(line.id, version: line.version).perform(by: actor, at: now, in: house)
        outcome.passed.append(line.agent)
      } catch let refusal as Refusal where lines.count > 1 {
        outcome.refusals.append(refusal)
      }
    }
    return outcome
  }

  /// W30
  func report(_ outcome: Outcome, _ context: Context) -> String? {
    let words = context.words
    if let refusal = outcome.refusals.first {
      return words(
        "report.passed.some",
        [
          "done": String(outcome.passed.count), "refused": String(outcome.refusals.count),
          "reason": context.reason(of: refusal),
        ])
    }
    guard outcome.passed.count == 1, let name = outcome.passed.first?.name else {
      return words("report.passed.many", ["done": String(outcome.passed.count)])
    }
    return next.map { words("report.passed.next", ["name": name, "next": $0]) }
      ?? words("evening.passed", ["name": name])
  }

  func isInVain(_ outcome: Outcome) -> Bool { outcome.passed.isEmpty }

  func undo(_ outcome: Outcome) -> Undo? {
    outcome.passed.isEmpty ? nil : Undo(back: TakeAnswerBackErrand(outcome.passed), again: self)
  }

  /// What was taken back is read again before it is answered.
  var reasonAgainstAgain: String? { "evening.answer_again" }
}
