import Domain
import Services
import TerminalKit

extension ApprovalsPane {
  func title(_ context: Context) -> String {
    "\(context.words["pane.approvals"])  \(context.session.person.departmentName)"
  }

  func idle(_ context: Context) -> String { "" }

  func advice(_ context: Context) -> String {
    switch choice {
    case .waiting:
      context.words[selected?.kind == .lost ? "approvals.advice.lost" : "approvals.advice"]
    case .answered: context.words("approvals.advice.answered", ["days": String(ApprovalsView.days)])
    case .forecast: forecastAdvice(context)
    }
  }

  private func forecastAdvice(_ context: Context) -> String {
    guard let forecast else { return "" }
    if forecast.blown != nil { return context.words["forecast.advice.blown"] }
    if forecast.toConfirm != nil { return context.words["forecast.advice.too_much"] }
    return context.words["forecast.advice"]
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    if choice == .forecast { return drawForecast(in: frame, on: &canvas, context) }
    let areas = frame.list
    let parts = frame.split.parts(of: areas.body)
    drawRequests(in: parts.master.splitRight(1).rest, on: &canvas, context)
    if parts.detail != nil { frame.split.draw(in: areas.body, on: &canvas) }
    guard let selected else { return }
    let aside = ApprovalAside(selected, waiting(selected.id), context)
    guard let side = parts.detail else {
      let free = areas.body.rows - 1 - list.rows.count
      return aside.draw(above: areas.footer, free: free, on: &canvas)
    }
    let rest = aside.draw(beside: side, on: &canvas)
    if detail.view?.customer.id == selected.customer { detail.content?.draw(in: rest, on: &canvas) }
  }

  private func drawRequests(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let cells = ApprovalCells(context)
    let isWaiting = choice == .waiting
    let table = Table(columns: isWaiting ? cells.waitingColumns : cells.answeredColumns)
    let empty = view == nil ? "" : context.words[filter.isEmpty ? choice.empty : "list.empty.filter"]
    draw(table, in: rect, on: &canvas, context, empty: empty) { row, isSelected in
      guard let asked = request(row) else { return nil }
      guard isWaiting else { return cells.row(asked, isSelected: isSelected) }
      return waiting(asked.id).map {
        cells.row($0, isSelected: isSelected, isMarked: list.isMarked(row))
      }
    }
  }
}
