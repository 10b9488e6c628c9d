import Domain
import Services
import TerminalKit

extension FormPane {
  func title(_ context: Context) -> String {
    context.words("customer.title", ["name": subject?.name ?? "", "code": subject?.id.code ?? ""])
  }

  func trailing(_ context: Context) -> StyledText {
    changed.isEmpty
      ? "" : StyledText(context.words("form.changed", ["count": String(changed.count)]), style: .strong)
  }

  func advice(_ context: Context) -> String {
    switch state.focus {
    case .name, .av(.licenceName), .av(.invoiceTitle): context.words["form.advice.name"]
    case .av: context.words["form.advice.av"]
    case .phone, .fax, .mobile: context.words["form.advice.number"]
    case .mark: context.words["form.advice.mark"]
    case .role: context.words["form.advice.role"]
    case .superior: context.words["form.advice.superior"]
    case .tags: context.words["form.advice.tags"]
    default: context.words["form.advice"]
    }
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    canvas.caret = frame.content.origin
    guard view != nil else { return }
    let focus = state.focus.flatMap { fields.firstIndex(of: $0) } ?? 0
    let rows = frame.content.rows
    // What does not fit goes out at the top, when the last fields are written.
    let first = max(0, min(focus - rows + 2, fields.count - rows))
    let columns = (fields.map { TextWidth.of(context.words[$0.label]) }.max() ?? 0) + 2
    for (row, field) in fields.dropFirst(first).prefix(rows).enumerated() {
      let parts = frame.content.line(row).splitLeft(1).rest.splitLeft(columns)
      canvas.put(context.words[field.label], in: parts.left, style: .muted)
      draw(field, in: parts.rest, on: &canvas, context)
      if changed.contains(field) {
        canvas.put("*", in: frame.content.line(row), style: .mark)
      }
    }
  }

  private func draw(_ field: CustomerField, in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let hasFocus = state.focus == field
    guard let chosen = chosen(field, context) else {
      let buffer = state.buffers[field] ?? EditBuffer()
      return TextField().draw(buffer, hasFocus: hasFocus, in: rect, on: &canvas)
    }
    canvas.put(chosen, in: rect, style: changed.contains(field) ? .strong : .plain)
    if hasFocus { canvas.caret = rect.origin }
  }

  /// Nil for what is typed.
  private func chosen(_ field: CustomerField, _ context: Context) -> String? {
    switch field {
    case .role: return choices.role.map { context.words["decision.\($0.rawValue)"] } ?? "-"
    case .mark(let place):
      let number = markable[place]
      let mark = choices.marks[place] ?? number.mark
      let text = mark == .good ? context.words["form.mark.good"] : context.words["mark.\(mark.rawValue)"]
      return "\(number.display)   \(text)"
    default: return nil
    }
  }
}
