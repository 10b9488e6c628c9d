import Domain
import Services
import TerminalKit

/// The floor as it is just now (R8.5): a line an agent, and the curve of the day. It looks again by itself.
struct WallboardPane: ListScreen {
  /// Where the reports offer it.
  static let digit = 8

  private var board: Wallboard?
  private var lines: [PersonID: Wallboard.Line] = [:]
  var list = ListState<PersonID>()

  init() {}

  static let keymap = Keymap<WallboardPane>(
    [.open({ $0.list.selection == nil ? "reports.no_line" : nil }) { $0.openCalls($1) }] + Binding.rows
      + Binding.going)

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.wallboard) { pane, board in
        pane.board = board
        pane.lines = Dictionary(board.lines.map { ($0.person.id, $0) }) { first, _ in first }
        pane.list.update(rows: board.lines.map(\.person.id))
      }
    ]
  }

  /// His calls of today.
  private func openCalls(_ context: Context) -> [Effect] {
    guard let line = list.selection.flatMap({ lines[$0] }),
      let span = ReportSpan(from: context.today, to: context.today)
    else { return [] }
    let cell = ReportCell(figure: .calls, key: line.person.login, kind: .calls, grouping: .person, span: span)
    let title = "\(line.person.name) \(context.wording.heading(.calls)) \(line.calls)"
    return [.open(ReportListPane(cell, title: title))]
  }

  private static let curveRows = 4

  private func parts(_ context: Context) -> (list: Rect, curve: Rect) {
    let isPlain = context.frame.isPlain
    let parts = context.frame.content.splitBottom(isPlain ? 0 : WallboardPane.curveRows + 1)
    return (parts.rest.splitRight(1).rest, parts.bottom)
  }

  func height(_ context: Context) -> Int { max(parts(context).list.rows - 1, 0) }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    guard let board else { return context.words["reports.view.wallboard"] }
    return context.words(
      "wallboard.title",
      [
        "on": String(board.onThePhone), "people": String(board.lines.count),
        "hour": String(board.callsThisHour), "calls": String(board.calls),
      ])
  }

  func advice(_ context: Context) -> String { context.words["wallboard.advice"] }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let words = context.words
    let most = lines.values.map(\.calls).max() ?? 0
    let isPlain = canvas.chrome == .plain
    let table = Table(
      columns: [
        Column(words["evening.head.agent"], minimum: 6, ideal: 10),
        Column(words["column.department"], minimum: 6, ideal: 12, shrinkPriority: 1),
        Column(words["wallboard.head.state"], ideal: words.language == .english ? 20 : 16),
        Column(words["wallboard.head.hour"], ideal: 9, alignment: .trailing),
        Column(words["wallboard.head.today"], ideal: 7, alignment: .trailing),
      ] + (isPlain ? [] : [Column("", ideal: 12)]))
    let chrome = canvas.chrome
    draw(
      table, in: parts(context).list, on: &canvas, context,
      empty: words[board == nil ? "list.loading" : "evening.empty.all"]
    ) { id, isSelected in
      lines[id].map { row($0, most: most, isSelected: isSelected, chrome, context) }
    }
    drawCurve(in: parts(context).curve, on: &canvas, context)
  }

  private func row(
    _ line: Wallboard.Line, most: Int, isSelected: Bool, _ chrome: Chrome, _ context: Context
  ) -> TableRow {
    let state = FloorWords(context).text(line.state, at: context.now)
    let cells: [StyledText] = [
      StyledText(line.person.name), StyledText(line.person.departmentName), state,
      StyledText(String(line.callsThisHour)), StyledText(String(line.calls)),
      StyledText(Bar.text(line.calls, of: most, columns: 12, chrome)),
    ]
    return TableRow(cells, gutter: Gutter(isSelected: isSelected))
  }

  /// The calls of each hour, two columns wide and one apart, from the first in which there were any.
  private func drawCurve(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    guard let board, !rect.isEmpty, let first = board.hours.firstIndex(where: { $0 > 0 }) else { return }
    let hours = Array(board.hours[first...])
    let chart = rect.splitBottom(1)
    let label = context.words["wallboard.hours"]
    canvas.put(label, in: chart.rest.line(0), style: .muted)
    let room = chart.rest.splitLeft(TextWidth.of(label) + 2).rest
    ColumnChart(hours.flatMap { [$0, $0, 0] }).draw(in: room, on: &canvas)
    for (index, _) in hours.enumerated() {
      let text = String(first + index)
      canvas.put(text, in: chart.bottom.splitLeft(room.column - rect.column + index * 3).rest, style: .muted)
    }
  }
}

/// What somebody is doing, worded alike on the board and in the pipe.
struct FloorWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  func text(_ state: FloorState, at now: Instant) -> StyledText {
    let text = context.wording.text(state, at: now)
    if case .onThePhone = state { return StyledText(text, style: .strong) }
    return StyledText(text)
  }
}

extension Question<Wallboard> {
  fileprivate static var wallboard: Question { Question { try Wallboard.read(by: $1, at: $2, in: $0) } }
}
