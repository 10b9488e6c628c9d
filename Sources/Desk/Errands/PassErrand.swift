import Domain
import Services

/// Passes a list as it was shown (R8.2): one that changed since is shown again.
struct PassErrand: Repeatable {
  private let line: EveningLine
  /// Whose list comes up next.
  private let next: String?

  init(_ line: EveningLine, next: String?) {
    self.line = line
    self.next = next
  }

  var agent: PersonID { line.id }
  var name: String { line.agent.name }

  static let said = "evening.passed"

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try PassList(line.id, version: line.version).perform(by: actor, at: now, in: house)
  }

  /// W30
  func report(_: Void, _ context: Context) -> String? {
    next.map { context.words("evening.passed.next", ["name": name, "next": $0]) }
      ?? context.words(Self.said, ["name": name])
  }

  static func undo(_ done: [(errand: PassErrand, outcome: Void)]) -> Undo? {
    let back = done.map { TakeAnswerBackErrand($0.errand.line.agent) }
    return Undo(back: Each(back), again: Each(done.map(\.errand)))
  }

  /// What was taken back is read again before it is answered.
  var reasonAgainstAgain: String? { "evening.answer_again" }
}
