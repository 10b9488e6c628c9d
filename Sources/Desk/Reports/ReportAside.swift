import Domain
import Services
import TerminalKit

/// Beside a report: the days of the selected line as a calendar and as a curve, and what each figure means.
struct ReportAside {
  private let pane: ReportsPane
  private let context: Context

  private static let curveRows = 4

  init(_ pane: ReportsPane, _ context: Context) {
    self.pane = pane
    self.context = context
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var rest = rect
    if let days = pane.days, canvas.chrome != .plain {
      canvas.put(heading, in: rest.line(0), style: .strong)
      rest = rest.splitTop(2).rest
      drawCalendar(days, in: rest.splitTop(HeatMap.rows).top, on: &canvas)
      rest = rest.splitTop(HeatMap.rows + 1).rest
      ColumnChart(days.values).draw(in: rest.splitTop(ReportAside.curveRows).top, on: &canvas)
      rest = rest.splitTop(ReportAside.curveRows).rest
      let ends = [days.first, days.first + (days.values.count - 1)].map {
        context.wording.date($0, today: context.today)
      }
      canvas.put("\(ends[0]) > \(ends[1])  \(peak(days.values))", in: rest.line(0), style: .muted)
      rest = rest.splitTop(2).rest
    }
    drawDefinitions(in: rest, on: &canvas)
  }

  /// Calendar and curve side by side.
  func drawDays(in rect: Rect, on canvas: inout Canvas) {
    guard let days = pane.days else { return }
    let parts = rect.splitLeft(rect.columns / 2)
    drawCalendar(days, in: parts.left, on: &canvas)
    ColumnChart(days.values).draw(in: parts.rest.splitLeft(2).rest, on: &canvas)
  }

  private func drawCalendar(
    _ days: (first: Day, values: [Int]), in rect: Rect, on canvas: inout Canvas
  ) {
    let names = context.words["reports.weekdays"].split(separator: " ").map(String.init)
    HeatMap(days.values, firstWeekday: days.first.weekday.rawValue).draw(names: names, in: rect, on: &canvas)
  }

  private var heading: String {
    guard let line = pane.selectedLine else { return "" }
    let isTotal = pane.list.selection == ReportsPane.total || pane.report?.grouping == .day
    let name = isTotal ? context.words["reports.total"] : context.wording.name(line.subject)
    return "\(name)  \(context.wording.heading(pane.figure))"
  }

  private func peak(_ values: [Int]) -> String {
    context.words(
      "reports.pane.most", ["count": context.wording.text(values.max() ?? 0, as: pane.figure.form)])
  }

  /// That of the selected figure first.
  private func drawDefinitions(in rect: Rect, on canvas: inout Canvas) {
    var row = 0
    for figure in [pane.figure] + pane.kind.columns.filter({ $0 != pane.figure }) {
      let text = "\(context.wording.heading(figure)): \(context.wording.meaning(figure))"
      let lines = TextWrapping.lines(of: text, columns: rect.columns, atMost: 3)
      guard row + lines.count <= rect.rows else { return }
      for line in lines {
        canvas.put(line, in: rect.line(row), style: figure == pane.figure ? .plain : .muted)
        row += 1
      }
    }
  }
}
