import Domain
import Services

/// The few words that an option or an operand may be, from where the command itself reads them.
enum Choices: Sendable {
  /// Those of an enum or a table. What each means stands under a prefix of the words, where it says more than the word.
  case words([String], under: String?)
  /// Those that the policy of somebody's department has, and what it calls them.
  case policy(@Sendable (Policy) -> [Choice])
  /// Those that the rules of the house have.
  case rules(@Sendable (HouseRules) -> [String])
  /// The columns that an import knows, as the language calls them.
  case columns

  /// One word, and what the policy calls it.
  struct Choice: Sendable {
    let word: String
    let title: Title?
  }

  static func all<Word: RawRepresentable & CaseIterable>(
    of type: Word.Type, under prefix: String? = nil
  ) -> Choices where Word.RawValue == String {
    .words(type.allCases.map(\.rawValue), under: prefix)
  }

  static let policies = Choices.rules { $0.policyNames }
  static let kinds = Choices.policy { policy in
    NoteKind.allCases.map { Choice(word: $0.rawValue, title: policy.notes.kinds[$0]) }
  }
  static let outcomes = Choices.policy { policy in
    policy.notes.outcomes.map { Choice(word: $0.outcome.rawValue, title: $0.title) }
  }
  static let reasons = Choices.policy { policy in
    ReleaseReason.allCases.map { Choice(word: $0.rawValue, title: policy.releaseReasons[$0]) }
  }
  static let levels = Choices.policy { policy in
    policy.intents.map { Choice(word: $0.level, title: $0.title) }
  }
}
