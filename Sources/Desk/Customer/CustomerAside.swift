import Assets
import Domain
import Services
import TerminalKit

/// A customer beside the list, on wide screens: numbers, what is known, every due moment, what was last.
struct CustomerAside {
  private let view: CustomerView
  private let context: Context
  private var words: Words { context.words }

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines(columns: rect.columns).prefix(rect.rows).enumerated() {
      switch line {
      case .text(let text): canvas.put(text.text, in: rect.line(row), style: text.style)
      case .rule(let title): Rule(title).draw(in: rect.line(row), on: &canvas)
      }
    }
  }

  private enum Line {
    case text(StyledText)
    case rule(String)

    static func plain(_ text: String) -> Line { .text(StyledText(text)) }
  }

  private func lines(columns: Int) -> [Line] {
    let customer = view.customer
    var lines: [Line] = [
      .text(StyledText("\(customer.name)  \(customer.id.code)", style: .bold)), .plain(customer.address),
      .plain(""),
    ]
    lines += numberLines + [.plain("")] + known + [.plain("")]
    lines += dueLines + [.plain(""), .rule(words["aside.latest"])] + latest(columns: columns)
    return lines
  }

  private var numberLines: [Line] {
    view.numbers.map { .plain(CustomerFacts(view, context).text(of: $0)) }
      + view.contacts.map { contact in
        .plain([contact.name, contact.title].filter { !$0.isEmpty }.joined(separator: " "))
      }
  }

  private var known: [Line] {
    let facts = CustomerFacts(view, context)
    return [.plain(facts.intentAndStage)] + (facts.origin.isEmpty ? [] : [.plain(facts.origin)])
  }

  // MARK: due

  private var dueLines: [Line] {
    guard let standing = view.standing else {
      return [.rule(words["aside.due"]), .plain(words["why.no_clock"])]
    }
    let clocks = standing.deadlines.map { Line.plain(text(of: $0, standing)) }
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

  private func renewal(_ standing: Standing) -> [Line] {
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

  private func latest(columns: Int) -> [Line] {
    let entries = TimelineWords(view, context)
    return view.timeline.prefix(20).flatMap { entry in
      [Line.plain(entries.headline(of: entry))]
        + TextWrapping.lines(of: entries.text(of: entry), columns: columns - 2, atMost: 2)
        .filter { !$0.isEmpty }.map { Line.plain("  " + $0) }
    }
  }
}
