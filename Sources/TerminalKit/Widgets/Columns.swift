/// One column of a table.
package struct Column: Hashable, Sendable {
  package let header: String
  /// Below this it is left out rather than drawn.
  package let minimum: Int
  package let ideal: Int
  /// When room is short, columns with the highest figure give way first: all down to their minimum, then they go.
  package let shrinkPriority: Int
  /// Takes what room is left over.
  package let stretches: Bool
  /// May shrink, but is never left out.
  package let isEssential: Bool
  package let alignment: Alignment

  package init(
    _ header: String, minimum: Int? = nil, ideal: Int, shrinkPriority: Int = 0, stretches: Bool = false,
    isEssential: Bool = false, alignment: Alignment = .leading
  ) {
    self.header = header
    self.minimum = min(minimum ?? ideal, ideal)
    self.ideal = ideal
    self.shrinkPriority = shrinkPriority
    self.stretches = stretches
    self.isEssential = isEssential
    self.alignment = alignment
  }
}

/// Columns as they fit a width: one blank between two of them.
struct ColumnLayout {
  /// The width of each column; nil for one that is left out.
  private(set) var widths: [Int?]
  private let columns: [Column]
  private let room: Int

  init(_ columns: [Column], room: Int) {
    self.columns = columns
    self.room = room
    widths = columns.map(\.ideal)
    shrink()
    leaveOut()
    regrow()
    stretch()
  }

  typealias Place = (index: Int, offset: Int, width: Int)

  /// Where each shown column begins.
  var places: [Place] {
    var offset = 0
    return widths.indices.compactMap { index in
      guard let width = widths[index] else { return nil }
      defer { offset += width + 1 }
      return (index, offset, width)
    }
  }

  private var missing: Int {
    let shown = widths.compactMap { $0 }
    return shown.reduce(0, +) + max(shown.count - 1, 0) - room
  }

  /// Column numbers, those that give way first in front.
  private var order: [Int] {
    columns.indices.sorted { (columns[$0].shrinkPriority, $0) > (columns[$1].shrinkPriority, $1) }
  }

  private mutating func shrink() {
    for index in order where missing > 0 {
      guard let width = widths[index] else { continue }
      widths[index] = max(columns[index].minimum, width - missing)
    }
  }

  private mutating func leaveOut() {
    for index in order where missing > 0 && !columns[index].isEssential { widths[index] = nil }
    if widths.allSatisfy({ $0 == nil }), !widths.isEmpty { widths[0] = columns[0].minimum }
    cutToRoom()
  }

  /// What cannot be left out is cut where the room ends.
  private mutating func cutToRoom() {
    var left = room
    for index in widths.indices {
      guard let width = widths[index] else { continue }
      widths[index] = left > 0 ? min(width, left) : nil
      left -= width + 1
    }
  }

  /// What those left out have made free goes to those that had shrunk.
  private mutating func regrow() {
    for index in order.reversed() where missing < 0 {
      guard let width = widths[index] else { continue }
      widths[index] = min(columns[index].ideal, width - missing)
    }
  }

  private mutating func stretch() {
    let candidates = columns.indices.filter { columns[$0].stretches && widths[$0] != nil }
    guard missing < 0, let index = candidates.first, let width = widths[index] else { return }
    widths[index] = width - missing
  }
}
