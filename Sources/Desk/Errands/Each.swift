import Domain
import Services

/// One errand over each of several customers: each has its own transaction, so that others work between them, and one
/// refusal stops none of the others. A single one is simply refused.
struct Each<One: Repeatable>: Errand {
  let errands: [One]

  init(_ errands: [One]) {
    self.errands = errands
  }

  var about: Subject? { errands.first?.about }

  /// What came of each, in their order.
  struct Outcome: Sendable {
    fileprivate(set) var done: [(errand: One, outcome: One.Outcome)] = []
    fileprivate(set) var refused: [(errand: One, reason: Refusal)] = []
    /// The base could do no more: of the rest nothing came.
    fileprivate(set) var stop: DatabaseFailure?

    /// The customers of what was done.
    var customers: [CustomerID] { done.compactMap { $0.errand.about?.id } }
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Outcome {
    var outcome = Outcome()
    var isOver: Refusal?
    for errand in errands {
      do {
        if let isOver { throw isOver }
        outcome.done.append((errand, try errand.run(in: house, by: actor, at: now)))
      } catch let refusal as Refusal where errands.count > 1 {
        outcome.refused.append((errand, refusal))
        if One.holdsForAll(refusal) { isOver = refusal }
      } catch let failure as DatabaseFailure where !outcome.done.isEmpty {
        // What was done can be taken back all the same.
        outcome.stop = failure
        break
      }
    }
    return outcome
  }

  func report(_ outcome: Outcome, _ context: Context) -> String? {
    let refusals = Refusals(outcome.refused.map { ($0.errand.name, $0.reason) })
    let said = said(outcome, refusals, context)
    guard let stop = outcome.stop else { return said }
    let left = errands.count - outcome.done.count - outcome.refused.count
    let reason = context.wording.text(of: stop)
    return (said ?? "") + context.words("report.stopped", ["left": String(left), "reason": reason])
  }

  private func said(_ outcome: Outcome, _ refusals: Refusals, _ context: Context) -> String? {
    if errands.count == 1, let only = outcome.done.first { return only.errand.report(only.outcome, context) }
    if outcome.done.isEmpty { return One.nothingDone(refusals, context) }
    let (done, refused) = (String(outcome.done.count), String(outcome.refused.count))
    let key = errands.first?.saidOfMany ?? One.said
    if outcome.refused.isEmpty { return context.words("\(key).many", ["done": done]) }
    return refusals.fitted(context) { reasons in
      context.words("\(key).some", ["done": done, "refused": refused, "reasons": reasons])
    }
  }

  func undo(_ outcome: Outcome) -> Undo? {
    outcome.done.isEmpty ? nil : One.undo(outcome.done)
  }

  func isInVain(_ outcome: Outcome) -> Bool {
    outcome.done.allSatisfy { $0.errand.isInVain($0.outcome) }
  }

  var reasonAgainstAgain: String? { errands.first?.reasonAgainstAgain }
}
