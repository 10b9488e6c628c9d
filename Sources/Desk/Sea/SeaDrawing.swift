import Domain
import Services
import TerminalKit

extension SeaPane {
  /// `公海 符合128+3新 / 41,306  我的库 87/300`
  func title(_ context: Context) -> String {
    let words = context.words
    let held = context.own.map { words("sea.title.library", ["held": "\($0.held)/\($0.capacity)"]) } ?? ""
    let name = "\(words["sea.title"]) \(counts(context))"
    return held.isEmpty ? name : "\(name)  \(held)"
  }

  private func counts(_ context: Context) -> String {
    let words = context.words
    guard let size else { return isSlow ? words["sea.searching"] : "" }
    let new = newcomers == 0 ? "" : words("sea.title.new", ["count": newcomersText])
    if isSlow { return words("sea.title.searching", ["size": size.grouped]) }
    guard isFiltered else { return size.grouped + new }
    return words("sea.title.found", ["found": found + new, "size": size.grouped])
  }

  /// What is not counted yet, or no further, is said to be more.
  private var found: String {
    guard let matches else { return list.rows.count.grouped + "+" }
    return capped(matches, SeaAsk.mostCounted)
  }

  private var newcomersText: String { capped(newcomers, SeaNews.mostCounted) }

  private func capped(_ count: Int, _ most: Int) -> String {
    count > most ? most.grouped + "+" : count.grouped
  }

  func status(_ context: Context) -> String {
    guard let day = context.own?.day else { return "" }
    let picks = day.pickedToday(context)
    let marks = list.marks.count
    return marks == 0 ? picks : picks + "  " + context.words("list.marked", ["count": String(marks)])
  }

  func idle(_ context: Context) -> String {
    context.words[isOldestFirst ? "sea.oldest_first" : "list.no_filter"]
  }

  /// Row 1 says it, beside the picks of the day.
  func marked(_ context: Context) -> String { "" }

  func advice(_ context: Context) -> String {
    let words = context.words
    if !list.marks.isEmpty { return targets.named(in: "sea.advice.marked", context) }
    if newcomers > 0 {
      return words(
        "sea.advice.new",
        ["count": newcomersText, "digit": String(choice.digit)])
    }
    return words[isFiltered ? "sea.advice.filtered" : "sea.advice"]
  }

  func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    if let naming {
      return naming.field.draw(
        in: rect, on: &canvas, prompt: context.words["sea.keep.prompt"],
        advice: context.words("sea.keep.advice", ["digit": String(naming.digit)]))
    }
    drawFilter(in: rect, on: &canvas, context)
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let areas = frame.list
    let parts = frame.split.parts(of: areas.body)
    drawTable(in: parts.master.splitRight(parts.detail == nil ? 0 : 1).rest, on: &canvas, context)
    let about = list.isEmpty ? nil : detail.content
    guard let side = parts.detail else { return about?.drawFooter(in: areas.footer, on: &canvas) ?? () }
    frame.split.draw(in: areas.body, on: &canvas)
    about?.draw(in: side, on: &canvas)
  }

  private func drawTable(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let cells = SeaCells(context, columns: rect.columns)
    draw(Table(columns: cells.columns), in: rect, on: &canvas, context, empty: emptyText(context)) {
      id, isSelected in
      rows[id].map { row in
        cells.row(
          row, isSelected: isSelected, isMarked: list.isMarked(id), obstacle: rows.obstacle(to: id))
      }
    }
  }

  private func emptyText(_ context: Context) -> String {
    if shown == nil { return isSlow ? context.words["list.loading"] : "" }
    if filter.isEmpty && choice.kept == nil { return context.words[choice.base.empty] }
    guard choice != .all, let fitting, fitting > 0 else { return context.words["list.empty.filter"] }
    return context.words("list.empty.here", ["count": capped(fitting, SeaAsk.mostCounted)])
  }
}
