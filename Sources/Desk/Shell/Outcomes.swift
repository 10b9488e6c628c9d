import Domain
import TerminalKit

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
