import Domain
import Services

/// A report as a drawing (R8.5): bars, a funnel, bars in the frame of what a month asks, or columns of days and the days as
/// a calendar. Black on white, and every figure stands beside its mark, so that it reads without colour and on paper.
struct ReportChart {
  /// A line of it: what it is called, how long, how long it should be, and what stands beside it.
  struct Mark {
    let name: String
    let value: Int
    let target: Int?
    let text: String
  }

  private let report: Report
  private let marks: [Mark]
  private let escaped: (String) -> String

  /// - Parameter escaped: what comes from data is markup nowhere.
  init(_ report: Report, _ marks: [Mark], escaped: @escaping (String) -> String) {
    self.report = report
    self.marks = marks
    self.escaped = escaped
  }

  var svg: String {
    if marks.isEmpty { return "" }
    if report.grouping == .day { return columns + "\n" + calendar }
    return report.grouping.isOfDays ? columns : bars
  }

  // In units of the drawing.
  private static let (rowHeight, labelWidth, barWidth, valueWidth) = (22, 160, 480, 140)
  private static let (columnsWidth, columnsHeight, daySize) = (640, 120, 16)

  private var most: Int { max(marks.map { max($0.value, $0.target ?? 0) }.max() ?? 0, 1) }

  /// A bar a line, the longest as wide as there is room; those of a funnel about its middle.
  private var bars: String {
    let rows = marks.enumerated().map { index, mark -> String in
      let top = index * ReportChart.rowHeight
      let width = mark.value * ReportChart.barWidth / most
      let isFunnel = report.kind == .funnel
      let left = ReportChart.labelWidth + (isFunnel ? (ReportChart.barWidth - width) / 2 : 0)
      let beside = ReportChart.labelWidth + (isFunnel ? ReportChart.barWidth : width) + 6
      let frame = mark.target.map { target in
        rect(
          ReportChart.labelWidth, top + 3, target * ReportChart.barWidth / most, 16,
          "fill=\"none\" stroke=\"#000\"")
      }
      return text(0, top + 15, mark.name) + rect(left, top + 4, width, 14, "fill=\"#444\"")
        + (frame ?? "") + text(max(beside, frameEnd(mark)), top + 15, mark.text)
    }
    return drawing(
      width: ReportChart.labelWidth + ReportChart.barWidth + ReportChart.valueWidth,
      height: marks.count * ReportChart.rowHeight, rows)
  }

  private func frameEnd(_ mark: Mark) -> Int {
    mark.target.map { ReportChart.labelWidth + $0 * ReportChart.barWidth / most + 6 } ?? 0
  }

  /// One after the other in time, the first and the last by name.
  private var columns: String {
    let step = max(ReportChart.columnsWidth / marks.count, 1)
    let shown = marks.enumerated().map { index, mark -> String in
      let height = mark.value * ReportChart.columnsHeight / most
      return rect(
        index * step, 14 + ReportChart.columnsHeight - height, max(step - 1, 1), height, "fill=\"#444\"",
        title: "\(mark.name): \(mark.text)")
    }
    let base = ReportChart.columnsHeight + 30
    let last = marks.count > 1 ? text((marks.count - 1) * step, base, marks.last?.name ?? "") : ""
    let peak = marks.max { $0.value < $1.value }.map { text(0, 11, "\($0.name): \($0.text)") } ?? ""
    return drawing(
      width: marks.count * step + ReportChart.valueWidth, height: base + 6,
      shown + [peak, text(0, base, marks.first?.name ?? ""), last])
  }

  /// A column a week, a row a weekday, the darker the more.
  private var calendar: String {
    let first = report.days.lowerBound.weekday.rawValue
    let days = marks.enumerated().map { index, mark -> String in
      let place = index + first
      let shade = mark.value == 0 ? 255 : 215 - mark.value * 190 / most
      return rect(
        place / 7 * ReportChart.daySize, place % 7 * ReportChart.daySize, ReportChart.daySize - 2,
        ReportChart.daySize - 2, "fill=\"rgb(\(shade),\(shade),\(shade))\" stroke=\"#999\"",
        title: "\(mark.name): \(mark.text)")
    }
    return drawing(
      width: (marks.count + first + 6) / 7 * ReportChart.daySize, height: 7 * ReportChart.daySize, days)
  }

  private func drawing(width: Int, height: Int, _ parts: [String]) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" role="img">
    \(parts.joined(separator: "\n"))
    </svg>
    """
  }

  private func text(_ x: Int, _ y: Int, _ text: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\">\(escaped(text))</text>"
  }

  private func rect(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ look: String, title: String? = nil
  ) -> String {
    let tip = title.map { "<title>\(escaped($0))</title>" } ?? ""
    return "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" \(look)>\(tip)</rect>"
  }
}
