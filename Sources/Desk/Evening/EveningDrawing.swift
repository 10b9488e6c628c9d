import Domain
import Services
import TerminalKit

extension EveningPane {
  /// Before this minute of the day nobody's evening has begun: the board is the day so far.
  private static let beginsAt = 16 * 60

  static func hasBegun(_ context: Context) -> Bool {
    context.calendar.minuteOfDay(context.now) >= beginsAt
  }

  /// `晚检 周四 11-26 > 周五 11-27   三部 20人`
  func title(_ context: Context) -> String {
    guard let board = shownBoard else { return context.words["pane.evening"] }
    let isEarly = choice.isOfToday && !EveningPane.hasBegun(context)
    return context.words(
      isEarly ? "evening.title.day" : "evening.title",
      [
        "today": context.name(of: board.evening), "next": context.name(of: board.day),
        "department": context.session.person.departmentName, "count": String(board.lines.count),
      ])
  }

  /// How many are where.
  func status(_ context: Context) -> String {
    let lines = shownBoard?.lines ?? []
    let counts: [(key: String, count: Int)] = [
      ("evening.count.submitted", lines.count { $0.submittedAt != nil && $0.status != .returned }),
      ("evening.count.passed", lines.count { $0.status == .passed }),
      ("evening.count.returned", lines.count { $0.status == .returned }),
      ("evening.count.open", lines.count { $0.status == .notSubmitted }),
      ("evening.count.away", lines.count { $0.status == .away }),
    ]
    return counts.filter { $0.count > 0 }.map { context.words($0.key, ["count": String($0.count)]) }
      .joined(separator: " ")
  }

  func idle(_ context: Context) -> String { "" }

  /// Who is not in, and that the evening closes (W31); else how whole lists are passed at once.
  func advice(_ context: Context) -> String {
    guard choice.isOfToday, let board, !board.lines.isEmpty else { return "" }
    if board.lines.contains(where: { $0.status == .submitted }) {
      return context.words["evening.advice.waiting"]
    }
    return notIn(context) ?? context.words["evening.advice.done"]
  }

  /// W31; nil where everybody is in.
  func notIn(_ context: Context) -> String? {
    guard let board else { return nil }
    let open = board.lines.filter { $0.status == .notSubmitted }
    if open.isEmpty { return nil }
    let names = open.map(\.agent.name).joined(separator: ", ")
    return FittedLine(context).with(names) {
      context.words(
        board.isClosed ? "evening.not_in.closed" : "evening.not_in",
        ["count": String(open.count), "names": $0, "time": context.wording.clock(board.closesAt)])
    }
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    if choice == .trend { return drawTrend(in: frame.content, on: &canvas, context) }
    let areas = frame.list
    let parts = frame.split.parts(of: areas.body)
    drawAgents(in: parts.master.splitRight(1).rest, on: &canvas, context)
    if let side = parts.detail {
      frame.split.draw(in: areas.body, on: &canvas)
      if let about { EveningAside(about, context).draw(in: side, on: &canvas) }
    } else {
      drawFooter(in: areas.footer, on: &canvas, context)
    }
  }

  /// The list of the selected agent; not that of the one selected before.
  private var about: EveningList? { shown.flatMap { $0.line.id == list.selection ? $0 : nil } }

  private func drawAgents(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let cells = EveningCells(context, isOver: !choice.isOfToday)
    let empty =
      board == nil
      ? context.words[isRefused ? "evening.nobody_to_check" : "list.loading"]
      : context.words[filter.isEmpty ? choice.empty : "list.empty.filter"]
    draw(Table(columns: cells.columns), in: rect, on: &canvas, context, empty: empty) { id, isSelected in
      lines[id].map { cells.row($0, isSelected: isSelected, isMarked: list.isMarked(id)) }
    }
  }

  private func drawTrend(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    canvas.caret = rect.line(1).origin
    guard let trend else { return _ = canvas.put(context.words["list.loading"], in: rect.line(1)) }
    let heads = ["day", "passed", "unsigned", "effective", "added", "visits", "flowed_back"]
    let columns = heads.map { Column(context.words["evening.trend.\($0)"], minimum: 6, ideal: 12) }
    Table(columns: columns).draw(trend.lines.indices, in: rect, on: &canvas) { index in
      let line = trend.lines[index]
      let counts = [
        line.passed, line.unsigned, line.effectiveCalls, line.newCustomers, line.visits, line.flowedBack,
      ]
      return TableRow(([context.name(of: line.evening)] + counts.map(String.init)).map { StyledText($0) })
    }
  }

  private func drawFooter(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    if let about {
      let line = EveningAside(about, context).line
      canvas.put(line.wholeParts(in: rect.columns, partedBy: ", "), in: rect.line(0))
    }
    if !isRefused { canvas.put(team(context), in: rect.line(1)) }
  }

  /// `全组 明单 907/950  新 86/95  有效 546/544  AB 60/57  超期 14`
  private func team(_ context: Context) -> String {
    let lines = (shownBoard?.lines ?? []).filter { $0.status != .away }
    func sum(_ count: (EveningLine) -> Int, of target: (EveningLine) -> Int) -> String {
      "\(lines.reduce(0) { $0 + count($1) })/\(lines.reduce(0) { $0 + target($1) })"
    }
    return context.words(
      "evening.footer.team",
      [
        "prepared": sum(\.figures.prepared, of: \.figures.target),
        "new": sum(\.figures.new, of: \.figures.newTarget),
        "calls": sum(\.day.effectiveCalls, of: \.day.expectedCalls),
        "ab": sum(\.day.abCustomers, of: \.day.targets.abCustomers),
        "overdue": String(lines.reduce(0) { $0 + $1.overdue }),
      ])
  }
}

extension DayCounters {
  /// R7.4: none on a day of visits.
  fileprivate var expectedCalls: Int { isExpected(.effective) ? targets.effectiveCalls : 0 }
}
