import Domain
import Services

/// Keeps what is half typed (R6.4); nil text where nothing is left of it.
package struct KeepDraftErrand: Errand {
  let text: String?
  let customer: CustomerID

  /// Where it is kept.
  enum Outcome: Sendable {
    case inBase, inFile
  }

  var isQuiet: Bool { true }
  var draft: WrittenDraft? { WrittenDraft(text: text, customer: customer) }
  var outcomeInFile: Outcome? { .inFile }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Outcome {
    try KeepDraft(text, on: customer).perform(by: actor, at: now, in: house)
    return .inBase
  }
}
