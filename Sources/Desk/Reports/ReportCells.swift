import Domain
import Services
import TerminalKit

/// The columns of a report: as many figures as there is room for, the selected one among them and in brackets, and its
/// bars behind them.
struct ReportCells {
  private let pane: ReportsPane
  private let context: Context
  private let chrome: Chrome
  private let figures: [ReportFigure]
  private let widths: [ReportFigure: Int]
  private let nameColumns: Int
  private let barColumns: Int
  private let most: Int

  private static let shortestBar = 8
  private static let longestBar = 30

  init(_ pane: ReportsPane, columns: Int, chrome: Chrome, _ context: Context) {
    (self.pane, self.context, self.chrome) = (pane, context, chrome)
    let (report, kind) = (pane.report, pane.kind)
    let lines =
      (report?.lines ?? []) + (kind.hasTotal ? [pane.line(ReportsPane.total)].compactMap { $0 } : [])
    let widths = Dictionary(
      kind.columns.map { figure in
        let values = lines.map { TextWidth.of(context.wording.text(figure, of: $0.figures, in: kind)) }
        return (figure, max(TextWidth.of(context.wording.heading(figure)) + 2, values.max() ?? 0))
      }
    ) { first, _ in first }
    let names = lines.map { TextWidth.of(ReportCells.name($0.subject, context)) }
    nameColumns = min(max(names.max() ?? 0, 8), 18)
    let room = columns - Gutter.columns - nameColumns
    let kept = chrome == .plain ? 0 : ReportCells.shortestBar + 1
    figures = ReportCells.window(kind.columns, around: pane.figure, widths, room: room - kept)
    let left = room - figures.reduce(0) { $0 + (widths[$1] ?? 0) + 1 } - 1
    barColumns =
      chrome != .plain && left >= ReportCells.shortestBar ? min(left, ReportCells.longestBar) : 0
    self.widths = widths
    most = (report?.lines ?? []).map { ReportCells.share(pane.figure, of: $0.figures, in: kind) }.max() ?? 0
  }

  /// The first of them with the selected one, where not all have room.
  private static func window(
    _ figures: [ReportFigure], around selected: ReportFigure, _ widths: [ReportFigure: Int], room: Int
  ) -> [ReportFigure] {
    for first in figures.indices {
      var (shown, left) = ([ReportFigure](), room)
      for figure in figures[first...] {
        left -= (widths[figure] ?? 0) + 1
        if left < 0 { break }
        shown.append(figure)
      }
      if shown.contains(selected) { return shown }
    }
    return [selected]
  }

  /// What its bar shows: of a target the part that is reached.
  private static func share(_ figure: ReportFigure, of figures: ReportFigures, in kind: ReportKind) -> Int {
    guard kind == .targets, let target = figure.target else { return figures.value(figure) ?? 0 }
    return figures[target] == 0 ? 0 : figures[figure] * 100 / figures[target]
  }

  var columns: [Column] {
    let name = pane.report.map { context.wording.name($0.grouping) } ?? ""
    return [Column(name, ideal: nameColumns, isEssential: true)]
      + figures.map { figure in
        let heading = context.wording.heading(figure)
        return Column(
          figure == pane.figure ? "[\(heading)]" : heading, ideal: widths[figure] ?? 0, alignment: .trailing)
      } + (barColumns > 0 ? [Column(more, ideal: barColumns)] : [])
  }

  /// `+3`: figures for which there is no room, and to which Tab goes on.
  private var more: String {
    let hidden = pane.kind.columns.count - figures.count
    return hidden == 0 ? "" : "+\(hidden)"
  }

  /// A day as it is said: `周日 11-01`.
  private static func name(_ subject: ReportSubject, _ context: Context) -> String {
    if case .days(.day, let days) = subject { return context.name(of: days.lowerBound) }
    return context.wording.name(subject)
  }

  func row(_ line: Report.Line, isTotal: Bool, isSelected: Bool) -> TableRow {
    let name = isTotal ? context.words["reports.total"] : ReportCells.name(line.subject, context)
    let values = figures.map { figure in
      StyledText(
        context.wording.text(figure, of: line.figures, in: pane.kind),
        style: figure == pane.figure && isSelected ? .current : .plain)
    }
    let bar = isTotal ? "" : self.bar(line)
    return TableRow(
      [StyledText(name, style: isTotal ? .strong : .plain)] + values + [StyledText(bar)],
      gutter: Gutter(isSelected: isSelected))
  }

  private func bar(_ line: Report.Line) -> String {
    let share = ReportCells.share(pane.figure, of: line.figures, in: pane.kind)
    let isTarget = pane.kind == .targets
    return Bar.text(
      share, of: isTarget ? max(most, 100) : most, columns: barColumns, isCentred: pane.kind == .funnel,
      chrome)
  }
}
