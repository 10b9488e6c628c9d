import Domain
import Services

/// An errand that can be run over each of several customers.
protocol Repeatable: Errand {
  var subject: Subject { get }
  /// The key of what is said of one; of several, of some and of none its variants.
  static var said: String { get }
  /// What the rest would be refused for too.
  static func holdsForAll(_ refusal: Refusal) -> Bool
  /// What `u` does after several were done.
  static func undo(_ done: [Self]) -> Undo?
  /// Of several, all were refused.
  static func nothingDone(_ refusals: [Refusal], _ context: Context) -> String
}

extension Repeatable {
  static func holdsForAll(_ refusal: Refusal) -> Bool { false }
  static func undo(_ done: [Self]) -> Undo? { nil }

  var about: Subject? { subject }

  func undo(_ outcome: Outcome) -> Undo? { Self.undo([self]) }

  /// Why the first was not.
  static func nothingDone(_ refusals: [Refusal], _ context: Context) -> String {
    let reason = refusals.first.map { context.reason(of: $0) } ?? ""
    return context.words("\(said).none", ["reason": reason])
  }
}

/// One errand over each of several customers: one refusal stops none of the others. A single one is simply refused.
struct Each<One: Repeatable>: Errand {
  let errands: [One]

  init(_ errands: [One]) {
    self.errands = errands
  }

  var about: Subject? { errands.first?.subject }

  /// What came of each, in their order.
  struct Outcome: Sendable {
    fileprivate(set) var results: [(errand: One, result: Result<One.Outcome, Refusal>)] = []

    var done: [One] {
      results.compactMap { if case .success = $0.result { $0.errand } else { nil } }
    }

    var refusals: [(subject: Subject, reason: Refusal)] {
      results.compactMap {
        if case .failure(let refusal) = $0.result { ($0.errand.subject, refusal) } else { nil }
      }
    }
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Outcome {
    var outcome = Outcome()
    var isOver: Refusal?
    for errand in errands {
      do {
        if let isOver { throw isOver }
        outcome.results.append((errand, .success(try errand.run(in: house, by: actor, at: now))))
      } catch let refusal as Refusal where errands.count > 1 {
        outcome.results.append((errand, .failure(refusal)))
        if One.holdsForAll(refusal) { isOver = refusal }
      }
    }
    return outcome
  }

  func report(_ outcome: Outcome, _ context: Context) -> String? {
    if outcome.results.count == 1, case (let errand, .success(let only))? = outcome.results.first {
      return errand.report(only, context)
    }
    let refusals = outcome.refusals.map(\.reason)
    if isInVain(outcome) { return One.nothingDone(refusals, context) }
    return context.words(
      refusals.isEmpty ? "\(One.said).many" : "\(One.said).some",
      ["done": String(outcome.done.count), "refused": String(refusals.count)])
  }

  func undo(_ outcome: Outcome) -> Undo? {
    outcome.done.isEmpty ? nil : One.undo(outcome.done)
  }

  func isInVain(_ outcome: Outcome) -> Bool { outcome.done.isEmpty }

  var reasonAgainstAgain: String? { errands.first?.reasonAgainstAgain }
}
