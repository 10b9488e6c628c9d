import Domain
import Services
import TerminalKit

extension CustomerPane {
  func title(_ context: Context) -> String {
    context.words("customer.title", ["name": subject?.name ?? "", "code": (subject?.id ?? id).code])
  }

  func status(_ context: Context) -> String {
    guard let view else { return "" }
    let holder = view.holder.map { context.words("customer.held_by", ["name": $0.name]) }
    let position = place.map { "\($0.number)/\($0.count)" }
    return [holder ?? context.words["sea"], position].compactMap { $0 }.joined(separator: "  ")
  }

  func advice(_ context: Context) -> String {
    guard let view else { return "" }
    if view.customer.holder == nil { return context.words["customer.in_the_sea"] }
    if task != nil { return context.words["customer.tasks_only"] }
    let leftOpen = CustomerLines(view, context).leftOpen
    guard leftOpen.isEmpty, let draft = view.leftDrafts.first else { return leftOpen }
    return context.words(
      "customer.left_draft",
      [
        "name": draft.by.name, "time": context.wording.short(draft.savedAt, at: context.now),
        "text": draft.text.oneLine,
      ])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = CustomerLayout(frame)
    canvas.caret = layout.list.origin
    guard let view else { return }
    CustomerHead(view, number: number, tellsDraft: isMine, context).draw(in: layout.head, on: &canvas)
    let lines = choice.lines(view, context)
    let title = context.words(
      choice.isByTime ? "customer.rule" : "customer.rule.plain",
      ["tab": context.words[choice.title], "count": String(lines.count)])
    // Beside the title, with a piece of the line before, between and behind.
    let room = layout.rule.columns - TextWidth.of(title) - 8
    let flow = StageFlow(view, context)?.text(in: room, canvas.chrome) ?? ""
    Rule(title, trailing: flow).draw(in: layout.rule, on: &canvas)
    draw(lines, in: layout.list, on: &canvas, context)
    drawWhole(lines, in: layout.whole, on: &canvas, context)
  }

  private func draw(
    _ lines: [CustomerLine], in rect: Rect, on canvas: inout Canvas, _ context: Context
  ) {
    if lines.isEmpty { canvas.put(context.words["customer.tab.empty"], in: rect.splitLeft(2).rest) }
    let columns = [lines.map(\.when), lines.map(\.what), lines.map(\.who)].map { texts in
      min((texts.map { TextWidth.of($0) }.max() ?? 0), 24)
    }
    for (row, index) in list.visibleRows(height: rect.rows).enumerated() where lines.indices.contains(index) {
      let line = rect.line(row)
      var place = line.splitLeft(2).rest
      for (text, width) in zip([lines[index].when, lines[index].what, lines[index].who], columns)
      where width > 0 {
        canvas.put(text, in: place.splitLeft(width).left)
        place = place.splitLeft(width + 1).rest
      }
      let used = canvas.put(lines[index].text, in: place)
      guard index == list.selectedIndex else { continue }
      canvas.put(">", in: line)
      canvas.caret = line.origin
      canvas.select(line.splitLeft(2 + (columns.first { $0 > 0 } ?? used)).left)
    }
  }

  private func drawWhole(
    _ lines: [CustomerLine], in rect: Rect, on canvas: inout Canvas, _ context: Context
  ) {
    guard let index = list.selectedIndex, lines.indices.contains(index), !lines[index].whole.isEmpty else {
      return
    }
    let label = context.words["customer.whole"]
    let used = canvas.put(label, in: rect, style: .muted) + 1
    let body = rect.splitLeft(used).rest
    let wrapped = TextWrapping.lines(of: lines[index].whole, columns: body.columns, atMost: rect.rows)
    for (row, text) in wrapped.enumerated() { canvas.put(text, in: body.line(row)) }
  }
}
