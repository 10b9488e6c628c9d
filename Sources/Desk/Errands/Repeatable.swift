import Domain
import Services

/// An errand that can be run over each of several customers or people.
protocol Repeatable: Errand {
  /// Whom it is about.
  var name: String { get }
  /// The key of what is said of one; of several, of some and of none its variants.
  static var said: String { get }
  /// The same of several, where it depends on what they do.
  var saidOfMany: String { get }
  /// What the rest would be refused for too.
  static func holdsForAll(_ refusal: Refusal) -> Bool
  /// What `u` does after these were done, and what came of each.
  static func undo(_ done: [(errand: Self, outcome: Outcome)]) -> Undo?
  /// Of several, all were refused.
  static func nothingDone(_ refusals: Refusals, _ context: Context) -> String
}

extension Repeatable {
  var saidOfMany: String { Self.said }
  static func holdsForAll(_ refusal: Refusal) -> Bool { false }
  static func undo(_ done: [(errand: Self, outcome: Outcome)]) -> Undo? { nil }

  func undo(_ outcome: Outcome) -> Undo? { Self.undo([(self, outcome)]) }

  static func nothingDone(_ refusals: Refusals, _ context: Context) -> String {
    refusals.fitted(context) { context.words("\(said).none", ["reason": $0]) }
  }
}

/// One that is about a customer.
protocol CustomerErrand: Repeatable {
  var subject: Subject { get }
}

extension CustomerErrand {
  var name: String { subject.name }
  var about: Subject? { subject }
}
