import Domain
import Services
import TerminalKit

extension CallListPane {
  /// `今日名单 24/61`: done, of all.
  func title(_ context: Context) -> String { CallListPane.title(view, context) }

  static func title(_ view: CallListView?, _ context: Context) -> String {
    let name = context.words["pane.calls"]
    guard let view else { return name }
    return "\(name) \(view.done.count)/\(view.done.count + view.rows.count)"
  }

  func status(_ context: Context) -> String { view?.day.line(context) ?? "" }

  func moreItems(_ context: Context) -> [ViewItem] {
    [ViewItem(CallListPane.countersDigit, named: "calls.view.counters", context)]
  }

  func idle(_ context: Context) -> String { "" }

  func advice(_ context: Context) -> String {
    guard let view else { return "" }
    if case .struck(let struck) = selected {
      return context.words(
        "calls.advice.struck",
        [
          "end": ClockWords(context).end(struck.reason),
          "time": context.wording.short(struck.endedAt, at: context.now),
        ])
    }
    if view.rows.isEmpty { return finished(view, context) }
    return context.words["calls.advice"]
  }

  /// `名单打完了: 有效 32/32, AB 3/3, 新 5/5. 按 g5 准备明天`
  private func finished(_ view: CallListView, _ context: Context) -> String {
    if view.done.isEmpty { return context.words["calls.empty"] }
    return context.words("calls.finished", ["figures": view.day.line(context)])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let areas = frame.list
    let parts = frame.split.parts(of: areas.body)
    let cells = CallCells(context)
    let table = Table(columns: cells.columns)
    let empty =
      view == nil
      ? ""
      : context.words[
        !filter.isEmpty ? "list.empty.filter" : choice == .left ? "calls.empty" : "calls.empty.view"]
    draw(table, in: parts.master.splitRight(1).rest, on: &canvas, context, empty: empty) { id, isSelected in
      self[id].map { cells.row($0, isSelected: isSelected) }
    }
    detail.draw(in: frame, isShown: subject != nil, on: &canvas, context)
  }
}
