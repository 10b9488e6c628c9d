import Domain
import Services
import TerminalKit

/// The reports (报表, R8.5): a line a person, department or stretch of days, and behind every figure its customers.
struct ReportsPane: FilteredScreen, ViewScreen {
  private(set) var report: Report?
  private var lines: [String: Report.Line] = [:]
  private(set) var choice = ReportsView.calls
  /// By the keys of the lines; the sum has none.
  var list = ListState<String>()
  var filter = FilterField()
  /// What the lines stand for, where it was said.
  private var grouping: ReportGrouping?
  private var period = ReportPeriod.month
  /// How many periods back.
  private var before = 0
  /// The place of the selected figure among the columns.
  private var column = 0
  /// The days of the selected line, one by one.
  private(set) var series: (key: String, report: Report)?
  private var readAt: Instant?
  /// Something was done since it was counted.
  private var isStale = false

  init() {}

  static let total = ""
  /// While others write, a report is not counted anew more often than this, in seconds.
  private static let freshness: Int64 = 30

  static var filterAdvice: String { "filter.advice.words" }
  static var filterFields: String? { nil }

  var kind: ReportKind { choice.kind }
  var figure: ReportFigure { kind.columns[min(column, kind.columns.count - 1)] }

  func line(_ key: String) -> Report.Line? { lines[key] }

  /// The customer of no line: a figure has many.
  var selectedLine: Report.Line? { list.selection.flatMap(line) }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] {
    guard PaneID.reports.closed(to: context.session) == nil else { return [] }
    return report == nil ? read(context) : refresh(context)
  }

  /// What is done meanwhile comes in without a key, but not with every write of others.
  mutating func refresh(_ context: Context) -> [Effect] {
    guard PaneID.reports.closed(to: context.session) == nil, context.place == .reports else { return [] }
    guard let readAt, context.now - readAt < ReportsPane.freshness else { return read(context) }
    isStale = true
    return [.after(Int(readAt + ReportsPane.freshness - context.now) * 1_000, .report)]
  }

  func span(_ context: Context) -> ReportSpan? {
    let days = period.days(before, until: context.today)
    return ReportSpan(from: days.lowerBound, to: days.upperBound)
  }

  private mutating func read(_ context: Context) -> [Effect] {
    guard let span = span(context) else { return [] }
    readAt = context.now
    isStale = false
    let (kind, grouping) = (kind, grouping)
    return [
      ask(.report(kind, by: grouping, during: span)) { pane, report, context in
        guard report.kind == pane.kind else { return [] }
        return pane.take(report, context)
      }
    ]
  }

  private mutating func take(_ new: Report, _ context: Context) -> [Effect] {
    let isOther = report?.kind != new.kind || report?.grouping != new.grouping
    report = new
    lines = Dictionary(new.lines.map { ($0.subject.key, $0) }) { first, _ in first }
    if kind.hasTotal { lines[ReportsPane.total] = Report.Line(subject: .department(""), figures: new.total) }
    arrange(context)
    if isOther { moveToStart() }
    return askForDetail(context)
  }

  /// To the first line; of days to the last one, which is today.
  private mutating func moveToStart() {
    list.moveToFirst()
    if report?.grouping.isOfDays == true { list.select(index: (report?.lines.count ?? 1) - 1) }
  }

  private mutating func arrange(_ context: Context) {
    let wanted = wanted(context)
    let keys = (report?.lines ?? []).map(\.subject).filter { subject in
      let name = context.wording.name(subject)
      return wanted.isEmpty || wanted.matches([name, subject.key], name: context.session.fold(name))
    }.map(\.key)
    list.update(rows: keys + (lines[ReportsPane.total] == nil || keys.isEmpty ? [] : [ReportsPane.total]))
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    list.moveToFirst()
    return detailFollows
  }

  // MARK: the days of a line

  /// What tells its days: a report of days itself, or that of the calls where it has the figure.
  private var seriesKind: ReportKind? {
    if kind.groupings.contains(.day) { return kind }
    return ReportKind.calls.figures.contains(figure) ? .calls : nil
  }

  var detailFollows: [Effect] {
    seriesKind == nil || report?.grouping.isOfDays == true ? [] : [.after(80, .detail)]
  }

  mutating func moved(from before: String?, _ context: Context) -> [Effect] { detailFollows }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    if timer == .report { return isStale ? read(context) : [] }
    return timer == .detail ? askForDetail(context) : []
  }

  private func askForDetail(_ context: Context) -> [Effect] {
    guard let key = list.selection, let line = line(key), let kind = seriesKind, let span = span(context),
      report?.grouping.isOfDays == false, series?.key != key || series?.report.at != report?.at
    else { return [] }
    let whole = key == ReportsPane.total
    return [
      ask(.days(kind, of: whole ? nil : line.subject, during: span)) { pane, days in
        if pane.list.selection == key { pane.series = (key, days) }
      }
    ]
  }

  /// The selected figure day by day; nil where it has no days, or they are not there yet.
  var days: (first: Day, values: [Int])? {
    guard let report else { return nil }
    let source =
      report.grouping == .day ? report : series.flatMap { $0.key == list.selection ? $0.report : nil }
    guard let source, source.kind.figures.contains(figure) else { return nil }
    return (source.days.lowerBound, source.lines.map { $0.figures.value(figure) ?? 0 })
  }

  // MARK: choosing

  mutating func show(_ view: ReportsView, _ context: Context) -> [Effect] {
    if view == choice { return [] }
    choice = view
    column = 0
    report = nil
    lines = [:]
    list.update(rows: [])
    return read(context)
  }

  /// What the lines stand for, then which days.
  var arrangements: [String] {
    kind.groupings.map { "reports.by.\($0.rawValue)" }
      + (kind.isOfNow ? [] : ReportPeriod.allCases.map(\.title))
  }

  mutating func sort(_ digit: Int, _ context: Context) -> [Effect] {
    let index = digit - 1
    if kind.groupings.indices.contains(index) {
      grouping = kind.groupings[index]
    } else {
      period = ReportPeriod.allCases[index - kind.groupings.count]
      before = 0
    }
    series = nil
    return read(context)
  }

  mutating func step(back: Bool, _ context: Context) -> [Effect] {
    if kind.isOfNow || before == 0 && !back { return [.say(context.words["reports.no_later"])] }
    before += back ? 1 : -1
    series = nil
    return read(context)
  }

  mutating func moveFigure(by step: Int, _ context: Context) -> [Effect] {
    column = (min(column, kind.columns.count - 1) + step + kind.columns.count) % kind.columns.count
    return []
  }

  func moreItems(_ context: Context) -> [ViewItem] {
    [ViewItem(WallboardPane.digit, named: "reports.view.wallboard", context)]
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    if digit == WallboardPane.digit { return [.open(WallboardPane())] }
    guard let view = ReportsView(rawValue: digit) else { return [.unknownKey] }
    return show(view, context)
  }

  /// The customers behind the selected figure.
  func openList(_ context: Context) -> [Effect] {
    guard let key = list.selection, let line = line(key), let span = span(context) else { return [] }
    let name = key == ReportsPane.total ? context.words["reports.total"] : context.wording.name(line.subject)
    let cell = ReportCell(
      figure: figure, key: key == ReportsPane.total ? nil : key, kind: kind, grouping: report?.grouping,
      span: span)
    let title = "\(name) \(context.wording.heading(figure)) \(shown(line, context))"
    return [.open(ReportListPane(cell, title: title))]
  }

  func shown(_ line: Report.Line, _ context: Context) -> String {
    context.wording.text(figure, of: line.figures, in: kind)
  }
}

/// One figure of one line of a report.
struct ReportCell: Sendable {
  let figure: ReportFigure
  /// Of the line; nil for the sum.
  let key: String?
  let kind: ReportKind
  let grouping: ReportGrouping?
  let span: ReportSpan
}

extension Question<Report> {
  fileprivate static func report(
    _ kind: ReportKind, by grouping: ReportGrouping?, during span: ReportSpan
  ) -> Question {
    Question(search: Search(.report, isNew: true)) {
      try Report.read(kind, by: grouping, during: span, for: $1, at: $2, in: $0)
    }
  }

  /// - Parameter subject: a person or a department; nil for all.
  fileprivate static func days(
    _ kind: ReportKind, of subject: ReportSubject?, during span: ReportSpan
  ) -> Question {
    Question(search: Search(.reportDays, isNew: true)) { house, reader, now in
      var (login, department): (String?, String?)
      switch subject {
      case .person(let key, _, _): login = key
      case .department(let name): department = name
      default: break
      }
      return try Report.read(
        kind, by: .day, during: span, department: department, of: login, for: reader, at: now, in: house)
    }
  }
}
