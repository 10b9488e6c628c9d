import Domain
import Services
import TerminalKit

extension ApprovalsPane {
  func title(_ context: Context) -> String {
    "\(context.words["pane.approvals"])  \(context.session.person.departmentName)"
  }

  func status(_ context: Context) -> String { "" }

  func choices(_ context: Context) -> [Choice] {
    let gap = context.words.language == .english ? " " : ""
    return View.allCases.map { item in
      let count = count(item).map { gap + String($0) } ?? ""
      return Choice(
        "\(item.rawValue)\(gap)\(context.words[item.title])\(count)", isInForce: item == choice)
    }
  }

  private func count(_ item: View) -> Int? {
    switch item {
    case .waiting: view?.waiting.count
    case .answered: view?.answered.count
    case .forecast: nil
    }
  }

  func trailing(_ context: Context) -> StyledText {
    if list.marks.isEmpty { return "" }
    return StyledText(context.words("list.marked", ["count": String(list.marks.count)]))
  }

  func advice(_ context: Context) -> String {
    switch choice {
    case .waiting: context.words["approvals.advice"]
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
    if !list.isEmpty { detail.content?.draw(in: parts.detail ?? areas.footer, on: &canvas) }
  }

  private func drawRequests(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let cells = ApprovalCells(context)
    let isWaiting = choice == .waiting
    let table = Table(columns: isWaiting ? cells.waitingColumns : cells.answeredColumns)
    table.draw(list.visibleRows(height: table.rowCount(in: rect)), in: rect, on: &canvas) { index in
      let id = list.rows[index]
      let isSelected = index == list.selectedIndex
      if isWaiting {
        return waiting(id).map { cells.row($0, isSelected: isSelected, isMarked: list.isMarked(id)) }
          ?? TableRow([])
      }
      return request(id).map { cells.row($0, isSelected: isSelected) } ?? TableRow([])
    }
    if list.isEmpty { drawEmpty(in: rect, isRead: view != nil, on: &canvas, context) }
  }

  func drawEmpty(in rect: Rect, isRead: Bool, on canvas: inout Canvas, _ context: Context) {
    canvas.caret = rect.line(1).origin
    canvas.put(
      isRead ? context.words[choice.empty] : "", in: rect.line(1).splitLeft(Gutter.columns).rest)
  }
}
