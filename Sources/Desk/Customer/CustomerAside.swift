import Assets
import Domain
import Services
import TerminalKit

/// A customer beside the list, on wide screens: numbers, what is known, every due moment, what was last. Worded once
/// and drawn often.
struct CustomerAside: Sendable {
  private let lines: [StyledText]

  init(_ view: CustomerView, columns: Int, _ context: Context) {
    lines = AsideWords(view, context).lines(columns: columns)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      canvas.put(line, in: rect.line(row))
    }
  }
}

extension StyledText {
  /// Whom the right half is about.
  static func customer(_ view: CustomerView) -> StyledText {
    StyledText(view.customer.name, style: .strong) + StyledText("  \(view.customer.id.code)")
  }
}

private struct AsideWords {
  private let view: CustomerView
  private let context: Context
  private var words: Words { context.words }

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  func lines(columns: Int) -> [StyledText] {
    var lines = [.customer(view), StyledText(view.customer.address), ""]
    lines += numberLines + [""] + known + [""]
    lines += dueLines(columns: columns)
    return lines + ["", heading("aside.latest")] + latest(columns: columns)
  }

  private var numberLines: [StyledText] {
    view.numbers.map { StyledText(CustomerFacts(view, context).text(of: $0)) }
      + view.contacts.map { contact in
        StyledText([contact.name, contact.title].filter { !$0.isEmpty }.joined(separator: " "))
      }
  }

  private var known: [StyledText] {
    let facts = CustomerFacts(view, context)
    return [facts.intentAndStage, facts.buyer, facts.origin].filter { !$0.isEmpty }.map { StyledText($0) }
  }

  // MARK: due

  private func dueLines(columns: Int) -> [StyledText] {
    guard let standing = view.standing else {
      let why = TextWrapping.lines(of: CustomerLines(view, context).why, columns: columns, atMost: 2)
      return [heading("aside.due")] + why.map { StyledText($0) }
    }
    let clocks = standing.deadlines.map { text(of: $0, standing) }
    let late = CustomerLines(view, context).lateAppointment
    return [heading("aside.due")] + clocks + renewal(standing) + (late.isEmpty ? [] : [StyledText(late)])
  }

  private func heading(_ key: String) -> StyledText { StyledText(words[key], style: .heading) }

  private func text(of deadline: Deadline, _ standing: Standing) -> StyledText {
    let rules = deadline == standing.ruling
    let due = rules ? standing.effectiveDue : deadline.due
    let days = context.calendar.dueDay(of: due) - context.today
    let urgency = rules ? Urgency(daysLeft: days, warnings: view.policy.warnings) : .none
    let moment = days <= 1 ? context.wording.due(due, at: context.now) : ClockWords(context).dueDate(due)
    let clock = ClockWords(context)
    let asked = words(
      "aside.clock",
      [
        "clock": context.wording.title(deadline.clock.title), "watch": clock.watch(deadline.clock),
        "date": clock.date(deadline.start.at),
      ])
    return StyledText(urgency.sign, style: urgency.style)
      + StyledText(String(repeating: " ", count: 3 - urgency.sign.count))
      + StyledText(moment.padded(to: 10), style: rules ? .strong : .plain) + StyledText(" \(asked)")
  }

  private func renewal(_ standing: Standing) -> [StyledText] {
    guard let opportunity = view.opportunity,
      let after = ClockWords(context).expectedDue(of: opportunity, .note, view.policy),
      after > standing.effectiveDue
    else { return [] }
    let wording = context.wording
    return [
      StyledText(
        words(
          "aside.renewal",
          [
            "old": wording.due(standing.effectiveDue, at: context.now),
            "new": wording.due(after, at: context.now),
          ]))
    ]
  }

  // MARK: latest

  private func latest(columns: Int) -> [StyledText] {
    let entries = TimelineWords(view, context)
    return view.timeline.prefix(20).flatMap { entry in
      [StyledText(entries.headline(of: entry))]
        + TextWrapping.lines(of: entries.text(of: entry), columns: columns - 2, atMost: 2)
        .filter { !$0.isEmpty }.map { StyledText("  " + $0) }
    }
  }
}
