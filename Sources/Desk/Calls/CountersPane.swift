import Domain
import Services
import TerminalKit

/// How the figures of the day were counted (R7.4): each with its target and with what it was counted from.
struct CountersPane: ListScreen {
  private var counters: Counters?
  /// The lines by their place: a good day is longer than a screen.
  var list = ListState<Int>()

  init() {}

  static let keymap = Keymap<CountersPane>(
    [
      Binding(["+"], .yes, help: "key.visit_day", hint: "hint.visit_day", priority: 10) { pane, _ in
        [.run(VisitDayErrand(isOn: !(pane.counters?.day.isVisitDay ?? false)))]
      }
    ] + Binding.rows + Binding.going)

  func title(_ context: Context) -> String { context.words["counters.title"] }

  func status(_ context: Context) -> String { counters?.day.line(context) ?? "" }

  func advice(_ context: Context) -> String { context.words["counters.advice"] }

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.counters) { pane, counters, context in
        pane.counters = counters
        pane.list.update(rows: Array(pane.lines(counters, context).indices))
        return []
      }
    ]
  }

  func height(_ context: Context) -> Int { context.frame.content.rows }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let rect = frame.content
    canvas.caret = rect.origin
    guard let counters else { return }
    let lines = lines(counters, context)
    for (row, index) in list.visibleRows(height: rect.rows).enumerated() where lines.indices.contains(index) {
      let line = rect.line(row)
      canvas.put(lines[index], in: line.splitLeft(2).rest)
      guard index == list.selectedIndex else { continue }
      canvas.put(">", in: line)
      canvas.caret = line.origin
      canvas.select(line.splitLeft(2 + lines[index].columns).left)
    }
  }

  private func lines(_ counters: Counters, _ context: Context) -> [StyledText] {
    DayFigure.allCases.flatMap { figure -> [StyledText] in
      let head = context.words(
        counters.day.isExpected(figure) ? "counters.figure" : "counters.figure.not_today",
        [
          "figure": context.words["figure.\(figure.rawValue)"],
          "count": String(counters.day.count(of: figure)), "target": String(counters.day.target(of: figure)),
        ])
      let counted = (counters.counted[figure] ?? []).map { StyledText(line(of: $0, context)) }
      return [StyledText(head, style: .strong)] + counted
    }
  }

  /// `  14:32 苏州日东精密电子有限公司 接通 A`
  private func line(of contact: CountedContact, _ context: Context) -> String {
    let outcome = contact.outcome.flatMap { context.policy.notes.outcome($0) }
    let wayIn = contact.wayIn.map { context.words["way_in.\($0.rawValue)"] }
    let parts = [
      context.wording.clock(contact.at), contact.name,
      outcome.map { context.wording.title($0.title) } ?? wayIn ?? "",
      contact.level, contact.place,
    ]
    return "  " + parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Question<Counters> {
  fileprivate static var counters: Question { Question { try Counters.read(by: $1, at: $2, in: $0) } }
}
