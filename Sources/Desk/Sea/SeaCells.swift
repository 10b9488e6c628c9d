import Domain
import Services
import TerminalKit

/// A row of the sea as the table shows it; the last column says why where it can't be picked.
struct SeaCells {
  private let context: Context
  /// Where room is short, who held it last is named without the department.
  private let isNarrow: Bool

  init(_ context: Context, columns: Int) {
    self.context = context
    isNarrow = columns < Frame.minimum.columns
  }

  var columns: [Column] {
    let words = context.words
    return [
      Column(words["library.head.customer"], minimum: 20, ideal: 26, shrinkPriority: 1, stretches: true),
      Column(words["sea.head.place"], minimum: 6, ideal: 6),
      Column(words["library.head.intent"], ideal: 2),
      Column(words["sea.head.released"], ideal: 11, isEssential: true),
      Column(words["sea.head.former"], minimum: 7, ideal: isNarrow ? 8 : 13),
      Column(words["sea.head.number"], ideal: 12, isEssential: true),
    ]
  }

  func row(_ row: SeaRow, isSelected: Bool, isMarked: Bool, obstacle: Obstacle?) -> TableRow {
    let gutter = Gutter(isSelected: isSelected, isMarked: isMarked, sign: obstacle == nil ? "" : "x")
    let style: Style = obstacle == nil ? .plain : .muted
    let texts = [
      context.name(row.name, of: row.id), row.place, row.intent, released(row, obstacle),
      former(row, obstacle),
    ]
    let last = obstacle.map { ObstacleWords(context).short($0) } ?? row.masked
    var cells = texts.map { StyledText($0, style: style) }
    if obstacle == nil { cells[SeaCells.intent] = .level(row.intent) }
    return TableRow(cells + [StyledText(last)], gutter: gutter)
  }

  private static let intent = 2

  /// Where somebody has just picked it: when.
  private func released(_ row: SeaRow, _ obstacle: Obstacle?) -> String {
    guard case .refused(.held(_, let since)) = obstacle else {
      return context.wording.due(row.releasedAt, at: context.now)
    }
    let isToday = context.calendar.day(of: since) == context.today
    return isToday
      ? String(context.calendar.iso8601(since).dropFirst(11).prefix(8))
      : context.wording.short(since, at: context.now)
  }

  private func former(_ row: SeaRow, _ obstacle: Obstacle?) -> String {
    let (department, name) =
      if case .refused(.held(let holder, _)) = obstacle {
        (Optional(holder.department), Optional(holder.name))
      } else {
        (row.formerDepartment, row.formerHolder)
      }
    let parts = [isNarrow ? nil : department, name].compactMap { $0 }
    return parts.isEmpty ? context.words["list.none"] : parts.joined(separator: " ")
  }
}

/// Why a customer can't be picked, in the width of a number.
struct ObstacleWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  func short(_ obstacle: Obstacle) -> String {
    guard case .refused(let refusal) = obstacle else { return context.words["obstacle.do_not_call"] }
    return short(refusal)
  }

  private func short(_ refusal: Refusal) -> String {
    let words = context.words
    switch refusal {
    case .held(let holder, _):
      return words[holder.id == context.session.person.id ? "obstacle.mine" : "obstacle.held"]
    case .undoPending(_, let until):
      return words("obstacle.undo_pending", ["time": context.wording.clock(until)])
    case .coolingDown(let until):
      return words("obstacle.cooling_down", ["date": context.wording.date(until, today: context.today)])
    case .wrongState(let state): return words["state.\(state.rawValue)"]
    default:
      let key = "obstacle.\(refusal.code)"
      return words[words.has(key) ? key : "obstacle.other"]
    }
  }
}
