/// The columns of a list on a terminal: as wide as what stands in them, two blanks apart.
struct Columns {
  private let width: (String) -> Int
  private let widths: [Int]

  /// - Parameter width: how many columns of the terminal a text takes.
  init(_ rows: [[String]], width: @escaping (String) -> Int) {
    self.width = width
    let count = rows.map(\.count).max() ?? 0
    widths = (0..<count).map { column in
      rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0
    }
  }

  func line(_ cells: [String]) -> String {
    var line = ""
    var blanks = 0
    for (cell, column) in zip(cells, widths) {
      if !cell.isEmpty { line += String(repeating: " ", count: blanks) + cell }
      blanks = (cell.isEmpty ? blanks : 0) + column - width(cell) + 2
    }
    return line
  }
}
