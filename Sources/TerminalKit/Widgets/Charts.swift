/// A figure as a bar: full cells of as many columns as it has of the longest, none where the screen is read aloud.
package enum Bar {
  /// - Parameter isCentred: as the bars of a funnel stand.
  package static func text(
    _ value: Int, of most: Int, columns: Int, isCentred: Bool = false, _ chrome: Chrome
  ) -> String {
    guard chrome != .plain, most > 0, value > 0, columns > 0 else { return "" }
    // What is there is seen, be it ever so little.
    let filled = min(max(value * columns / most, 1), columns)
    let before = isCentred ? (columns - filled) / 2 : 0
    return String(repeating: " ", count: before) + String(repeating: chrome.filled, count: filled)
  }
}

/// Figures one after the other in one row, each by a glyph that stands higher or lower; none of it is cut: more than there
/// is room for are taken together.
package enum Sparkline {
  package static func text(_ values: [Int], columns: Int, _ chrome: Chrome) -> String {
    guard chrome != .plain, columns > 0 else { return "" }
    let values = values.gathered(in: columns)
    let most = values.max() ?? 0
    return String(values.map { chrome.heights[level(of: $0, most, chrome.heights.count)] })
  }

  /// 0 for nothing, else as near to the top as the figure is to the highest.
  static func level(of value: Int, _ most: Int, _ levels: Int) -> Int {
    guard value > 0, most > 0 else { return 0 }
    return 1 + (value * (levels - 1) - 1) / most
  }
}

/// Days as a calendar: a column a week, a row a weekday, each day darker the more it has.
package struct HeatMap: Sendable {
  private let values: [Int]
  private let firstWeekday: Int

  package static let rows = 7

  /// - Parameter firstWeekday: of the first value, 0 for Monday.
  package init(_ values: [Int], firstWeekday: Int) {
    self.values = values
    self.firstWeekday = firstWeekday
  }

  private var weeks: Int { (firstWeekday + values.count + 6) / 7 }

  /// The last weeks, where not all have room.
  package func draw(names: [String], in rect: Rect, on canvas: inout Canvas) {
    guard canvas.chrome != .plain, rect.rows >= HeatMap.rows else { return }
    let room = names.map { TextWidth.of($0) }.max().map { $0 + 1 } ?? 0
    let shown = min(weeks, (rect.columns - room) / 2)
    guard shown > 0 else { return }
    let (most, shades) = (values.max() ?? 0, canvas.chrome.shades)
    for (weekday, name) in names.enumerated() {
      let line = rect.line(weekday)
      canvas.put(name, in: line, style: .muted)
      for week in 0..<shown {
        let index = (weeks - shown + week) * 7 + weekday - firstWeekday
        guard values.indices.contains(index) else { continue }
        let shade = shades[Sparkline.level(of: values[index], most, shades.count)]
        canvas.put(String(shade), in: line.splitLeft(room + week * 2).rest)
      }
    }
  }
}

/// Figures one after the other as columns over several rows, half a row the least step where blocks are drawn.
package struct ColumnChart: Sendable {
  private let values: [Int]

  package init(_ values: [Int]) {
    self.values = values
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    guard canvas.chrome != .plain, !rect.isEmpty else { return }
    let values = values.gathered(in: rect.columns)
    guard let most = values.max(), most > 0 else { return }
    let chrome = canvas.chrome
    for (column, value) in values.enumerated() where value > 0 {
      let halves = max(value * rect.rows * 2 / most, 1)
      for row in 0..<rect.rows {
        let filled = halves - (rect.rows - 1 - row) * 2
        guard filled > 0 else { continue }
        let glyph = filled == 1 ? chrome.half : chrome.filled
        canvas.put(String(glyph), in: rect.line(row).splitLeft(column).rest)
      }
    }
  }
}

extension [Int] {
  /// In so many at most: neighbours are added up, as many to each.
  fileprivate func gathered(in most: Int) -> [Int] {
    guard count > most, most > 0 else { return self }
    let each = (count + most - 1) / most
    return stride(from: 0, to: count, by: each).map { self[$0..<Swift.min($0 + each, count)].reduce(0, +) }
  }
}
