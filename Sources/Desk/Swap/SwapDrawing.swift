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

  func choices(_ context: Context) -> [Choice] {
    let gap = context.words.language == .english ? " " : ""
    return SwapOrder.allCases.map {
      Choice("\($0.rawValue)\(gap)\(context.words[$0.title])", isInForce: $0 == order)
    }
  }

  func trailing(_ context: Context) -> StyledText {
    if filter.isEmpty { return StyledText(context.words["list.no_filter"]) }
    return StyledText(context.words("list.filter", ["text": filter.text]), style: .bold)
  }

  func advice(_ context: Context) -> String {
    guard let view else { return "" }
    return context.words(
      "swap.full\(wanted.variant)", ["held": String(view.held), "capacity": String(view.capacity)])
  }

  func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    guard filter.isOpen else {
      return ChoiceRow(choices(context), trailing: trailing(context)).draw(in: rect, on: &canvas)
    }
    filter.draw(
      in: rect, on: &canvas, prompt: context.words["list.filter.prompt"],
      advice: context.words["swap.filter.advice"])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = SwapLayout(frame)
    drawHead(in: layout.head, on: &canvas, context)
    drawTable(in: layout.table, on: &canvas, context)
    let explanation = layout.explanation.splitLeft(Gutter.columns).rest
    canvas.put(context.words[order.explanation], in: explanation, style: .dim)
    if layout.side != nil { frame.split.draw(in: frame.list.body, on: &canvas) }
    if !list.isEmpty { detail.content?.draw(in: layout, on: &canvas) }
  }

  private func drawHead(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    canvas.put(wanted.text(context), in: rect.line(1), style: .bold)
    canvas.put(context.words["swap.given\(wanted.variant)"], in: rect.line(2))
    Rule().draw(in: rect.line(3), on: &canvas)
  }

  private func drawTable(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let cells = SwapCells(context)
    let table = Table(columns: cells.columns)
    table.draw(list.visibleRows(height: table.rowCount(in: rect)), in: rect, on: &canvas) { index in
      let id = list.rows[index]
      return cells.row(rows[id], isSelected: index == list.selectedIndex)
    }
    guard list.isEmpty else { return }
    let line = rect.line(1).splitLeft(Gutter.columns).rest
    canvas.caret = Position(row: line.row, column: rect.column)
    canvas.put(view == nil ? "" : context.words["list.empty.filter"], in: line)
  }
}
