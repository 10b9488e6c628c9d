import Domain
import Services

/// What the clocks become once a note is saved.
struct NoteOutlook {
  private let view: CustomerView
  private let entry: NoteEntry
  private let context: Context

  init(_ view: CustomerView, _ entry: NoteEntry, _ context: Context) {
    self.view = view
    self.entry = entry
    self.context = context
  }

  /// The effective due afterwards.
  var due: Instant? { after?.effectiveDue ?? view.standing?.effectiveDue }

  private var renewals: Renewals {
    view.policy.notes.renewals(by: entry, triesInRow: view.opportunity?.triesInRow ?? 0)
  }

  /// Nil where nothing is renewed.
  private var after: Standing? {
    guard let opportunity = view.opportunity, !renewals.isEmpty else { return nil }
    let renewed = opportunity.renewed(by: NoteID(0), at: context.now, renewals: renewals, triesInRow: 0)
    return view.policy.standing(of: renewed, warnings: [], in: context.calendar)
  }

  var text: String {
    [clocks, mark].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private var clocks: String {
    guard let before = view.standing else { return context.words["why.no_clock"] }
    guard let after else { return notRenewed }
    if after.effectiveDue == before.effectiveDue {
      // W11: the clock that rules is not renewed by such a note.
      return context.words(
        "outlook.same",
        ["clock": title(before.ruling.clock), "due": due(before.effectiveDue)])
    }
    return context.words(
      "outlook.renewed",
      [
        "clock": title(before.ruling.clock), "old": due(before.effectiveDue), "new": due(after.effectiveDue),
        "ruling": title(after.ruling.clock),
      ])
  }

  private var notRenewed: String {
    guard let rule = view.policy.notes.outcome(entry.outcome) else { return "" }
    let outcome = context.wording.title(rule.title)
    if rule.countsAsNote {
      return context.words(
        "outlook.too_many_tries", ["count": String(view.policy.notes.renewingTriesInRow)])
    }
    return context.words("outlook.does_not_count", ["outcome": outcome])
  }

  /// What the outcome says about the number.
  private var mark: String {
    guard let mark = view.policy.notes.outcome(entry.outcome)?.marksNumber, let number = entry.number else {
      return ""
    }
    return context.words("outlook.mark", ["number": number, "mark": context.words["mark.\(mark.rawValue)"]])
  }

  private func due(_ moment: Instant) -> String { context.wording.due(moment, at: context.now) }

  private func title(_ clock: ClockRule) -> String { context.wording.title(clock.title) }
}
