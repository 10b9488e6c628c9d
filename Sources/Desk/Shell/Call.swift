import Domain
import Services
import TerminalKit

/// A call that was begun here: until its outcome is taken, digits are outcomes.
struct Call: Sendable {
  let view: CustomerView
  let number: CustomerNumber
  let since: Instant
  /// A quick outcome is on its way to the base.
  var isSaving = false

  var subject: Subject { Subject(view.customer.id, name: view.customer.name) }

  func choices(_ context: Context) -> [Choice] { Outcomes.choices(context) }

  func advice(_ context: Context) -> String {
    let key = context.session.dialCommand == nil ? "call.at_desk_phone" : "call.dialled"
    return context.words(
      key,
      [
        "customer": view.customer.name, "number": number.dialled, "time": context.wording.clock(since),
      ])
  }

  /// What a quick outcome stores: the number, and when to try again.
  func errand(_ outcome: OutcomeRule, _ context: Context) -> NoteErrand {
    let next = Suggestion(view, context).next(after: outcome.outcome)
    let entry = NoteEntry(outcome: outcome.outcome, nextContact: next?.moment, number: number.dialled)
    return NoteErrand(
      entry: entry, subject: subject, typed: NoteDraft(entry).json, agreed: view.customer.nextContact)
  }
}

/// The outcomes of the policy as the numbered row shows them.
enum Outcomes {
  /// In short words where the whole ones do not fit the row.
  static func choices(_ context: Context, inForce: Outcome? = nil) -> [Choice] {
    let whole = choices(context, inForce) { context.wording.title($0.title) }
    let columns = whole.reduce(1) { $0 + TextWidth.of($1.text) + 1 }
    if columns <= context.frame.size.columns { return whole }
    return choices(context, inForce) { context.words["outcome.short.\($0.outcome.rawValue)"] }
  }

  static func rule(of digit: Int, _ policy: Policy) -> OutcomeRule? {
    policy.notes.outcomes.first { $0.digit == digit }
  }

  private static func choices(
    _ context: Context, _ inForce: Outcome?, title: (OutcomeRule) -> String
  ) -> [Choice] {
    ordered(context.policy).map { rule in
      Choice("\(rule.digit)\(title(rule))", isInForce: rule.outcome == inForce)
    }
  }

  /// 1 to 9, then 0, as the keys lie.
  private static func ordered(_ policy: Policy) -> [OutcomeRule] {
    policy.notes.outcomes.sorted { ($0.digit + 9) % 10 < ($1.digit + 9) % 10 }
  }
}
