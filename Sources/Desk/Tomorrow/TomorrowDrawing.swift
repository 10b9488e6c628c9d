import Domain
import Services
import TerminalKit

extension TomorrowPane {
  /// `明日名单 周五 11-27   43/50 差7   新 3/5 差2`
  func title(_ context: Context) -> String {
    guard let view else { return context.words["pane.tomorrow"] }
    let figures = view.figures
    return context.words(
      "tomorrow.title",
      [
        "day": context.name(of: view.day), "prepared": count(figures.prepared, of: figures.target, context),
        "new": count(figures.new, of: figures.newTarget, context),
      ])
  }

  private func count(_ count: Int, of target: Int, _ context: Context) -> String {
    let short = target - count
    return "\(count)/\(target)" + (short > 0 ? context.words("tomorrow.short", ["count": String(short)]) : "")
  }

  /// Where it stands; before it is submitted, whose it is.
  func status(_ context: Context) -> String {
    let person = context.session.person
    guard let view, view.status != .open else {
      // English has no room for both beside the figures.
      let hasRoom = context.frame.isWide || context.words.language == .chinese
      return hasRoom ? "\(person.departmentName) \(person.name)" : person.name
    }
    let moment = view.status == .submitted ? view.submittedAt : view.answeredAt
    let time = moment.map(context.wording.clock) ?? ""
    return context.words("tomorrow.state.\(view.status.rawValue)", ["time": time])
  }

  func idle(_ context: Context) -> String { context.words["tomorrow.submit"] }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let areas = frame.list
    let parts = frame.split.parts(of: areas.body)
    let master = parts.master.splitRight(parts.detail == nil ? 0 : 1).rest
    if choice == .sea {
      drawSea(in: master, on: &canvas, context)
    } else {
      drawList(in: master, on: &canvas, context)
    }
    let about = list.isEmpty ? nil : detail.content
    guard let side = parts.detail else { return about?.drawFooter(in: areas.footer, on: &canvas) ?? () }
    frame.split.draw(in: areas.body, on: &canvas)
    about?.draw(in: side, on: &canvas)
  }

  private func drawList(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let cells = TomorrowCells(context)
    draw(Table(columns: cells.columns), in: rect, on: &canvas, context, empty: emptyText(context)) {
      id, isSelected in
      rows[id].map {
        cells.row($0, isOnList: isOnList(id), isSelected: isSelected, isMarked: list.isMarked(id))
      }
    }
  }

  private func drawSea(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let cells = SeaCells(context, columns: rect.columns)
    draw(Table(columns: cells.columns), in: rect, on: &canvas, context, empty: emptyText(context)) {
      id, isSelected in
      sea?[id].map {
        cells.row($0, isSelected: isSelected, isMarked: list.isMarked(id), obstacle: sea?.obstacle(to: id))
      }
    }
  }

  private func emptyText(_ context: Context) -> String {
    if view == nil || (choice == .sea && sea == nil) { return "" }
    return context.words[filter.isEmpty ? choice.empty : "list.empty.filter"]
  }

  // MARK: what is to be done

  func advice(_ context: Context) -> String {
    guard let view else { return "" }
    switch view.status {
    case .returned: return returned(view, context)
    case .submitted:
      return context.words(
        view.isChanged ? "tomorrow.changed" : "tomorrow.waits", ["manager": manager(view, context)])
    case .passed: return context.words("tomorrow.passed", ["manager": manager(view, context)])
    case .open: return next(view, context)
    }
  }

  /// W29: of a long remark so much as there is room for.
  private func returned(_ view: TomorrowView, _ context: Context) -> String {
    FittedLine(context).with(view.remark.oneLine) {
      context.words("tomorrow.returned", ["manager": manager(view, context), "remark": $0])
    }
  }

  private func manager(_ view: TomorrowView, _ context: Context) -> String {
    view.answeredBy?.name ?? ListWords.manager(view.superiors, context)
  }

  private func next(_ view: TomorrowView, _ context: Context) -> String {
    let words = context.words
    switch choice {
    case .sea: return words["tomorrow.advice.sea"]
    case .list: break
    default: return words["tomorrow.advice.source"]
    }
    if view.figures.isWhole { return words("tomorrow.advice.full", ["manager": manager(view, context)]) }
    let missing = missing(view.figures, context)
    // With nothing to fill it with, both are picked in the sea.
    if !missing.isEmpty && view.candidates.isEmpty { return missing }
    return [missing, missingNew(view.figures, context)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// How many `+` would put on the list.
  var fillable: Int {
    guard let view else { return 0 }
    return min(view.candidates.count, max(view.figures.target - view.figures.prepared, 0))
  }

  private func missing(_ figures: ListFigures, _ context: Context) -> String {
    let short = figures.target - figures.prepared
    guard short > 0 else { return "" }
    let spare = view?.candidates.count ?? 0
    let key = spare == 0 ? "tomorrow.advice.none" : "tomorrow.advice.fill"
    return context.words(key, ["count": String(spare), "short": String(short)])
  }

  private func missingNew(_ figures: ListFigures, _ context: Context) -> String {
    let short = figures.newTarget - figures.new
    return short > 0 ? context.words("tomorrow.advice.new", ["count": String(short)]) : ""
  }
}
