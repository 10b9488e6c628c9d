import Domain
import Services
import TerminalKit

/// Where things stand while a swap is chosen.
struct SwapLayout {
  /// The one wanted, what is to be done, and a rule below.
  let head: Rect
  let table: Rect
  let explanation: Rect
  let footer: Rect
  let side: Rect?

  init(_ frame: Frame) {
    let areas = frame.list
    let parts = frame.split.parts(of: areas.body)
    footer = areas.footer
    side = parts.detail
    let halves = parts.master.splitRight(1).rest.splitTop(4)
    head = halves.top
    (table, explanation) = halves.rest.splitBottom(1)
  }

  /// Rows below the heads.
  var listHeight: Int { max(table.rows - 1, 0) }
}

extension SwapPane {
  func title(_ context: Context) -> String {
    let counts = view.map { "\($0.held)/\($0.capacity)" } ?? ""
    return context.words("swap.title", ["room": counts])
  }

  func status(_ context: Context) -> String {
    view?.day.pickedToday(context) ?? ""
  }

  func advice(_ context: Context) -> String {
    guard let view else { return "" }
    return context.words(
      "swap.full\(wanted.variant)", ["held": String(view.held), "capacity": String(view.capacity)])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = SwapLayout(frame)
    drawHead(in: layout.head, on: &canvas, context)
    drawTable(in: layout.table, on: &canvas, context)
    let explanation = layout.explanation.splitLeft(Gutter.columns).rest
    canvas.put(context.words[choice.explanation], in: explanation, style: .muted)
    if layout.side != nil { frame.split.draw(in: frame.list.body, on: &canvas) }
    if !list.isEmpty { detail.content?.draw(in: layout, on: &canvas) }
  }

  private func drawHead(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    canvas.put(wanted.text(context), in: rect.line(1), style: .strong)
    canvas.put(context.words["swap.given\(wanted.variant)"], in: rect.line(2))
    Rule().draw(in: rect.line(3), on: &canvas)
  }

  private func drawTable(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let cells = SwapCells(context)
    let empty = view == nil ? "" : context.words["list.empty.filter"]
    draw(Table(columns: cells.columns), in: rect, on: &canvas, context, empty: empty) { id, isSelected in
      cells.row(rows[id], isSelected: isSelected)
    }
  }
}
