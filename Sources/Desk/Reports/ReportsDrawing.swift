import Domain
import Services
import TerminalKit

extension ReportsPane {
  func title(_ context: Context) -> String {
    let name = context.words["pane.reports"]
    guard let report else { return name }
    let days =
      kind.isOfNow
      ? ""
      : "  \(report.days.lowerBound.iso) > \(context.wording.date(report.days.upperBound, today: context.today))"
    let by = context.words("reports.pane.by", ["by": context.wording.name(report.grouping)])
    let at = context.words("reports.pane.at", ["time": context.wording.clock(report.at)])
    return "\(name)\(days)  \(by)  \(at)"
  }

  /// The selected figure, for who does not see where the brackets stand.
  func idle(_ context: Context) -> String {
    selectedLine.map { "\(context.wording.heading(figure)) \(shown($0, context))" } ?? ""
  }

  func advice(_ context: Context) -> String {
    report == nil ? "" : context.words[kind == .targets ? "reports.advice.targets" : "reports.advice"]
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let areas = frame.list
    let parts = frame.split.parts(of: areas.body)
    let (rect, calendar) = places(in: parts.master.splitRight(1).rest, frame)
    let cells = ReportCells(self, columns: rect.columns, chrome: canvas.chrome, context)
    let empty = report == nil ? context.words["list.loading"] : context.words["list.empty.filter"]
    draw(Table(columns: cells.columns), in: rect, on: &canvas, context, empty: empty) { key, isSelected in
      line(key).map { cells.row($0, isTotal: key == ReportsPane.total, isSelected: isSelected) }
    }
    if let side = parts.detail {
      frame.split.draw(in: areas.body, on: &canvas)
      ReportAside(self, context).draw(in: side, on: &canvas)
    } else {
      if let calendar { ReportAside(self, context).drawDays(in: calendar, on: &canvas) }
      canvas.put(.labelled(definition(context)), in: areas.footer.line(0))
      canvas.put(
        .labelled(daily(columns: areas.footer.columns, canvas.chrome, context)), in: areas.footer.line(1))
    }
  }

  func height(_ context: Context) -> Int {
    let frame = context.frame
    return max(places(in: frame.split.parts(of: frame.list.body).master, frame).table.rows - 1, 0)
  }

  /// A report of days has its calendar below it, where there is no room beside it.
  private func places(in rect: Rect, _ frame: Frame) -> (table: Rect, calendar: Rect?) {
    guard report?.grouping == .day, !frame.isWide, !frame.isPlain else { return (rect, nil) }
    let parts = rect.splitBottom(HeatMap.rows)
    return (parts.rest.splitBottom(1).rest, parts.bottom)
  }

  /// `定义 有效: 有效电话打通的客户, 每天每家算一次`
  func definition(_ context: Context) -> String {
    context.words(
      "reports.pane.definition",
      ["figure": context.wording.heading(figure), "meaning": context.wording.meaning(figure)])
  }

  /// `每天 ..:##. 最多 11-05 32`, and without the glyphs where they are read aloud.
  private func daily(columns: Int, _ chrome: Chrome, _ context: Context) -> String {
    guard let days, let most = days.values.max(), most > 0, let place = days.values.firstIndex(of: most)
    else {
      return ""
    }
    let peak = context.words(
      "reports.pane.peak",
      [
        "day": context.wording.date(days.first + place, today: context.today),
        "count": context.wording.text(most, as: figure.form),
      ])
    let name = context.words["reports.pane.daily"]
    let room = columns - TextWidth.of(name) - TextWidth.of(peak) - 2
    return [name, Sparkline.text(days.values, columns: room, chrome), peak].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
