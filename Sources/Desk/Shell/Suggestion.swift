import Domain
import Services

/// When to try again, as the policy suggests (R6.3): never on a rest day, never when the desk is closed.
struct Suggestion {
  private let view: CustomerView
  private let context: Context

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  /// What is agreed already, where that lies ahead.
  private var agreed: (text: String, moment: Instant)? {
    guard let next = view.customer.next, next.at > context.now else { return nil }
    return (WhenField.text(of: next, context), next.at)
  }

  /// What is agreed holds: only a person moves it. What we planned ourselves gives way to an earlier try, and nothing
  /// stays where nobody is to call any more.
  func next(after outcome: Outcome?) -> (text: String, moment: Instant)? {
    guard let rule = outcome.flatMap({ context.policy.notes.outcome($0) }) else { return agreed }
    let suggested = nextContact(after: rule)
    guard rule.outcome != .doNotCall, let agreed else { return suggested }
    guard rule.isQuick, let suggested, view.customer.next?.isAgreed == false else { return agreed }
    return agreed.moment <= suggested.moment ? agreed : suggested
  }

  /// The text a person would have typed, and its moment.
  private func nextContact(after outcome: OutcomeRule) -> (text: String, moment: Instant)? {
    let before = tries
    guard let last = outcome.suggestsNext.indices.last else { return nil }
    let phrase = outcome.suggestsNext[min(before.count, last)]
    let found = WhenPhrase.resolve(
      phrase, now: context.now, calendar: context.calendar, defaults: context.policy.when)
    guard case .success(let resolved) = found else { return nil }
    // Where somebody was reached the time of day was a good one.
    let tried = outcome.isTry ? [context.now] + before : []
    let moment = NextTry(view.customer.id, tried: tried, by: view.policy.calling, in: context.calendar)
      .moment(resolved)
    return (moment == resolved.moment ? phrase : WhenField.text(of: moment, context), moment)
  }

  /// R6.3: attempts count over all agents, not only over those of who holds it now.
  private var tries: [Instant] {
    context.policy.notes.tries(
      in: view.notes.filter { $0.takenBackAt == nil }.map { ($0.outcome, $0.contactAt) })
  }
}
