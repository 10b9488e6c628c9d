import Domain
import Services
import TerminalKit

/// The manager's evening (晚检, R8.1): one line per agent, and beside it the list that `+` would pass.
struct EveningPane: FilteredScreen, ViewScreen {
  private(set) var board: EveningBoard?
  /// The evening before, and the last ones, once they were asked for.
  private var yesterday: EveningBoard?
  private(set) var trend: EveningTrend?
  private(set) var lines: [PersonID: EveningLine] = [:]
  private(set) var choice = EveningChoice.all
  var list = ListState<PersonID>()
  var filter = FilterField()
  /// The list of the selected agent, as it is passed.
  private(set) var shown: EveningList?
  /// Nobody's lists are his to check today.
  private(set) var isRefused = false
  /// An act is on its way.
  private var isBusy = false

  init() {}

  static var filterAdvice: String { "filter.advice.words" }
  static var filterFields: String? { nil }

  var selected: EveningLine? { list.selection.flatMap { lines[$0] } }

  /// The marked agents, else the selected one.
  var chosen: [EveningLine] { list.chosen.compactMap { lines[$0] } }

  func count(of view: EveningChoice, _ context: Context) -> Int? {
    view.isOfToday ? board?.lines.count(where: view.contains) : nil
  }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    guard PaneID.evening.closed(to: context.session) == nil, context.place == .evening else { return [] }
    let board = ask(.evening) { pane, board, context in
      pane.take(board, context)
      return pane.askForDetail()
    } else: { pane, trouble, _ in
      if case .refused = trouble { pane.isRefused = true }
      return []
    }
    return [board] + (choice == .trend ? [askForTrend] : [])
  }

  private var askForTrend: Effect { ask(.eveningTrend) { $0.trend = $1 } }

  private func askForYesterday(_ context: Context) -> Effect {
    ask(.evening(on: context.calendar.deskDay(before: context.today))) { pane, board, context in
      pane.yesterday = board
      if pane.choice == .yesterday { pane.arrange(context) }
      return pane.askForDetail()
    }
  }

  /// What is shown stays where it is: an agent's act makes no row jump.
  private mutating func take(_ new: EveningBoard, _ context: Context) {
    let isFirst = board == nil
    board = new
    if !choice.isOfToday { return }
    lines = EveningPane.byAgent(new)
    if isFirst { return arrange(context) }
    let stay = Set(list.rows)
    let others = shownLines(context).map(\.id).filter { !stay.contains($0) }
    list.update(rows: list.rows.filter { lines[$0] != nil } + others)
    list.unmark(list.marks.filter { lines[$0]?.status != .submitted })
  }

  /// The cursor comes to the first that waits, so that `+` has something to pass.
  private mutating func arrange(_ context: Context) {
    lines = (shownBoard).map(EveningPane.byAgent) ?? [:]
    list.update(rows: shownLines(context).map(\.id))
    list.moveToFirst()
    if let first = EveningOrder(list.rows, lines).next(after: []) { list.select(first.id) }
  }

  private static func byAgent(_ board: EveningBoard) -> [PersonID: EveningLine] {
    Dictionary(board.lines.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The evening in view.
  var shownBoard: EveningBoard? { choice == .yesterday ? yesterday : board }

  /// Who falls short comes first.
  private func shownLines(_ context: Context) -> [EveningLine] {
    let (wanted, cells) = (wanted(context), EveningCells(context, isOver: !choice.isOfToday))
    return (shownBoard?.lines ?? []).filter { line in
      choice.contains(line)
        && (wanted.isEmpty
          || wanted.matches(
            cells.row(line, isSelected: false, isMarked: false).cells.map(\.text),
            name: context.session.fold(line.agent.name)))
    }
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    return detailFollows
  }

  func askForDetail() -> [Effect] {
    guard let id = list.selection, let evening = shownBoard?.evening else { return [] }
    return [
      ask(.eveningList(of: id, on: evening)) {
        if id == $0.list.selection && evening == $0.shownBoard?.evening { $0.shown = $1 }
      }
    ]
  }

  mutating func show(_ view: EveningChoice, _ context: Context) -> [Effect] {
    choice = view
    shown = nil
    arrange(context)
    switch view {
    case .yesterday: return [askForYesterday(context)]
    case .trend: return [askForTrend]
    default: return askForDetail()
    }
  }

  func moreItems(_ context: Context) -> [ViewItem] {
    [ViewItem(SuspicionsPane.digit, named: "evening.view.suspicions", context)]
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    if digit == SuspicionsPane.digit { return [.open(SuspicionsPane())] }
    guard let view = EveningChoice(rawValue: digit) else { return [.unknownKey] }
    return show(view, context)
  }

  // MARK: acting

  /// Passes what is shown, and goes on to the next that waits (W30).
  func openList() -> [Effect] {
    guard let line = selected, let evening = shownBoard?.evening else { return [] }
    return [.open(EveningListPane(of: line.id, on: evening, among: list.rows))]
  }

  /// What is left of the round (W31); where nothing is, it is over.
  mutating func finish(_ context: Context) -> [Effect] {
    guard let board else { return [.say(context.words["list.loading"])] }
    // What waits in another view waits all the same.
    if board.count(.submitted) > 0 && EveningOrder(list.rows, lines).next(after: []) == nil {
      _ = show(.waiting, context)
    }
    if let waiting = EveningOrder(list.rows, lines).next(after: []) {
      let count = String(board.count(.submitted))
      list.select(waiting.id)
      return [.say(context.words("evening.still_waiting", ["count": count, "name": waiting.agent.name]))]
        + askForDetail()
    }
    return [.say(notIn(context) ?? context.words("evening.over", ["count": String(board.count(.passed))]))]
  }

  mutating func pass() -> [Effect] {
    let passed = chosen.filter { $0.status == .submitted }
    guard !isBusy, !passed.isEmpty else { return [] }
    isBusy = true
    let next = EveningOrder(list.rows, lines).next(after: passed.map(\.id))
    let pass = run(Each(passed.map { PassErrand($0, next: next?.agent.name) })) { pane, outcome, _ in
      pane.isBusy = false
      pane.list.unmark(outcome.done.map(\.errand.agent))
      if let next { pane.list.select(next.id) }
      return pane.askForDetail()
    } else: { pane, _, _ in
      pane.isBusy = false
      return []
    }
    return [pass, .outside(.discardTypeAhead)]
  }
}

/// The agents as they are shown.
struct EveningOrder {
  private let rows: [PersonID]
  private let lines: [PersonID: EveningLine]

  init(_ rows: [PersonID], _ lines: [PersonID: EveningLine]) {
    self.rows = rows
    self.lines = lines
  }

  /// The first that waits below the last of these, else from the top.
  func next(after done: [PersonID]) -> EveningLine? {
    let start = rows.lastIndex { done.contains($0) }.map { $0 + 1 } ?? 0
    return (rows[start...] + rows[..<start]).filter { !done.contains($0) }.compactMap { lines[$0] }
      .first { $0.status == .submitted }
  }
}

extension Question<EveningBoard> {
  /// Every agent's day and his list for the next.
  static var evening: Question { Question { try EveningBoard.read(by: $1, at: $2, in: $0) } }

  /// That of a day that was.
  static func evening(on day: Day) -> Question {
    Question { try EveningBoard.read(by: $1, date: day, at: $2, in: $0) }
  }
}

extension Question<EveningList> {
  /// What is on the list of one, as it was that evening.
  static func eveningList(of agent: PersonID, on evening: Day) -> Question {
    Question { try EveningList.read(of: agent, by: $1, date: evening, at: $2, in: $0) }
  }
}

extension Question<EveningTrend> {
  /// The last evenings.
  static var eveningTrend: Question { Question { try EveningTrend.read(by: $1, at: $2, in: $0) } }
}
