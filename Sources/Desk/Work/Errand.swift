import Domain
import Services

/// One thing somebody does in the house, as a value: what it runs, what it says, how it is taken back.
protocol Errand: Sendable {
  associatedtype Outcome: Sendable

  /// On the queue that writes.
  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Outcome

  /// What is said of it, in one line; nil where there is nothing to say.
  func report(_ outcome: Outcome, _ context: Context) -> String?
  /// What `u` does from now on; nil leaves what it did before.
  func undo(_ outcome: Outcome) -> Undo?
  /// Whom it is about: there the cursor goes where it takes something back.
  var about: Subject? { get }
  /// Of several, all were refused: there is nothing to give back.
  func isInVain(_ outcome: Outcome) -> Bool
  /// The key of what is said where a second `u` would do it again, which a key pressed twice must not.
  var reasonAgainstAgain: String? { get }

  /// Nobody waits for it: nothing is said of it, whatever came of it, and nothing looks again.
  var isQuiet: Bool { get }
  /// What was written for it, kept in a file where the base can't take it (R6.4).
  var draft: WrittenDraft? { get }
  /// What came of it where its draft is in a file now; nil where it failed all the same.
  var outcomeInFile: Outcome? { get }
}

extension Errand {
  func report(_ outcome: Outcome, _ context: Context) -> String? { nil }
  func undo(_ outcome: Outcome) -> Undo? { nil }
  var about: Subject? { nil }
  func isInVain(_ outcome: Outcome) -> Bool { false }
  var reasonAgainstAgain: String? { nil }
  var isQuiet: Bool { false }
  var draft: WrittenDraft? { nil }
  var outcomeInFile: Outcome? { nil }
}

/// What somebody has written about a customer; nil text where nothing is left to keep.
package struct WrittenDraft: Sendable {
  let text: String?
  let customer: CustomerID
}

/// The customer something is about, as it is named in the message.
package struct Subject: Hashable, Sendable {
  package let id: CustomerID
  package let name: String

  package init(_ id: CustomerID, name: String) {
    self.id = id
    self.name = name
  }
}

/// Why something did not come about.
package enum Trouble: Error, Sendable, Equatable {
  case refused(Refusal)
  case failed(DatabaseFailure)

  package init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = .refused(refusal)
    case let failure as DatabaseFailure: self = .failed(failure)
    default: self = .failed(.failed(reason: String(describing: error)))
    }
  }
}
