import Assets
import Domain
import Services
import TerminalKit

/// A customer beside the list, on wide screens: numbers, what is known, every due moment, what was last. Worded once
/// and drawn often.
struct CustomerAside: Sendable {
  private let lines: [AsideLine]

  init(_ view: CustomerView, columns: Int, _ context: Context) {
    lines = AsideWords(view, context).lines(columns: columns)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      switch line {
      case .text(let text): canvas.put(text.text, in: rect.line(row), style: text.style)
      case .rule(let title): Rule(title).draw(in: rect.line(row), on: &canvas)
      }
    }
  }
}

private enum AsideLine: Sendable {
  case text(StyledText)
  case rule(String)

  static func plain(_ text: String) -> AsideLine { .text(StyledText(text)) }
}

private struct AsideWords {
  private let view: CustomerView
  private let context: Context
  private var words: Words { context.words }

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  func lines(columns: Int) -> [AsideLine] {
    let customer = view.customer
    var lines: [AsideLine] = [
      .text(StyledText("\(customer.name)  \(customer.id.code)", style: .strong)), .plain(customer.address),
      .plain(""),
    ]
    lines += numberLines + [.plain("")] + known + [.plain("")]
    lines += dueLines(columns: columns)
    lines += [.plain(""), .rule(words["aside.latest"])] + latest(columns: columns)
    return lines
  }

  private var numberLines: [AsideLine] {
    view.numbers.map { .plain(CustomerFacts(view, context).text(of: $0)) }
      + view.contacts.map { contact in
        .plain([contact.name, contact.title].filter { !$0.isEmpty }.joined(separator: " "))
      }
  }

  private var known: [AsideLine] {
    let facts = CustomerFacts(view, context)
    return [.plain(facts.intentAndStage)] + (facts.origin.isEmpty ? [] : [.plain(facts.origin)])
  }

  // MARK: due

  private func dueLines(columns: Int) -> [AsideLine] {
    guard let standing = view.standing else {
      let why = TextWrapping.lines(of: CustomerLines(view, context).why, columns: columns, atMost: 2)
      return [.rule(words["aside.due"])] + why.map { AsideLine.plain($0) }
    }
    let clocks = standing.deadlines.map { AsideLine.plain(text(of: $0, standing)) }
    let late = CustomerLines(view, context).lateAppointment
    return [.rule(words["aside.due"])] + clocks + renewal(standing) + (late.isEmpty ? [] : [.plain(late)])
  }

  private func text(of deadline: Deadline, _ standing: Standing) -> String {
    let rules = deadline == standing.ruling
    let due = rules ? standing.effectiveDue : deadline.due
    let days = context.calendar.dueDay(of: due) - context.today
    let sign = rules ? Urgency(daysLeft: days, warnings: view.policy.warnings).sign : ""
    let moment = days <= 1 ? context.wording.due(due, at: context.now) : ClockWords(context).dueDate(due)
    let clock = ClockWords(context)
    return "\(sign.padded(to: 2)) \(moment.padded(to: 10)) "
      + words(
        "aside.clock",
        [
          "clock": context.wording.title(deadline.clock.title), "watch": clock.watch(deadline.clock),
          "date": clock.date(deadline.start.at),
        ])
  }

  private func renewal(_ standing: Standing) -> [AsideLine] {
    guard let opportunity = view.opportunity,
      let after = ClockWords(context).expectedDue(of: opportunity, .note, view.policy),
      after > standing.effectiveDue
    else { return [] }
    let wording = context.wording
    return [
      .plain(
        words(
          "aside.renewal",
          [
            "old": wording.due(standing.effectiveDue, at: context.now),
            "new": wording.due(after, at: context.now),
          ]))
    ]
  }

  // MARK: latest

  private func latest(columns: Int) -> [AsideLine] {
    let entries = TimelineWords(view, context)
    return view.timeline.prefix(20).flatMap { entry in
      [AsideLine.plain(entries.headline(of: entry))]
        + TextWrapping.lines(of: entries.text(of: entry), columns: columns - 2, atMost: 2)
        .filter { !$0.isEmpty }.map { AsideLine.plain("  " + $0) }
    }
  }
}
