import Services
import TerminalKit

extension HandoverPane {
  func title(_ context: Context) -> String {
    switch handing {
    case .everything(let giver): context.words("handover.title", ["name": giver.name])
    case .customers(let subjects): context.words("handover.title.some", ["count": String(subjects.count)])
    }
  }

  func advice(_ context: Context) -> String {
    guard let plan else { return "" }
    let key = choice == .sea ? "handover.advice.sea" : "handover.advice"
    return HandoverWords(context).said(key, plan, to: targetName(context))
  }

  func height(_ context: Context) -> Int { max(context.frame.content.rows - 3, 0) }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let parts = frame.content.splitRight(1).rest.splitBottom(2)
    drawTable(in: parts.rest, on: &canvas, context)
    Rule(context.words["handover.which"]).draw(in: parts.bottom.line(0), on: &canvas)
    canvas.put(names(context), in: parts.bottom.line(1))
  }

  private func drawTable(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let words = context.words
    let table = Table(columns: [
      Column(words["handover.head.name"], minimum: 10, ideal: 18, stretches: true),
      Column(words["handover.head.department"], minimum: 8, ideal: 16),
      Column(words["handover.head.library"], ideal: 9), Column(words["handover.head.room"], ideal: 6),
      Column(words["handover.head.gets"], ideal: 6),
    ])
    let empty = choice == .one ? "handover.nobody" : choice == .sea ? "handover.to_sea" : "list.loading"
    draw(table, in: rect, on: &canvas, context, empty: plan == nil && choice != .one ? "" : words[empty]) {
      id, isSelected in
      line(id).map { row($0, isSelected: isSelected) }
    }
  }

  private func row(_ line: HandoverBoard.Line, isSelected: Bool) -> TableRow {
    let share = share(of: line.person.id)
    let texts = [
      line.person.name, line.person.departmentName, "\(line.held)/\(line.capacity)", String(line.room),
      share == 0 ? "" : "+\(share)",
    ]
    var cells = texts.map { StyledText($0) }
    cells[4] = StyledText(texts[4], style: .strong)
    return TableRow(cells, gutter: Gutter(isSelected: isSelected))
  }

  /// As many as there is room for (M30).
  private func names(_ context: Context) -> String {
    let subjects: [Subject] =
      switch handing {
      case .customers(let subjects): subjects
      case .everything: (plan?.moved ?? []).map { Subject($0.customer, name: $0.name) }
      }
    return subjects.isEmpty ? "" : subjects.named(in: "handover.names", context)
  }
}
