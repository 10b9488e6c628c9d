/// Digits three rows high, drawn with `|` and `_` or in blocks; anything else is a gap.
package struct BigDigits: Sendable {
  package let digits: String

  package init(_ digits: String) {
    self.digits = digits
  }

  package static let rows = 3
  private static let digitColumns = 4
  private static let gapColumns = 3

  package var columns: Int { digits.reduce(0) { $0 + BigDigits.width(of: $1) } }

  /// Draws nothing at all when it does not fit whole: a cut number is a wrong number. Read aloud it is none.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    guard canvas.chrome != .plain, rect.columns >= columns, rect.rows >= BigDigits.rows else { return }
    var column = rect.column
    for character in digits {
      let shapes = canvas.chrome == .ascii ? BigDigits.shapes : BigDigits.blocks
      for (row, text) in (shapes[character] ?? []).enumerated() {
        canvas.put(text, at: Position(row: rect.row + row, column: column), style: .strong)
      }
      column += BigDigits.width(of: character)
    }
  }

  private static func width(of character: Character) -> Int {
    shapes[character] == nil ? gapColumns : digitColumns
  }

  private static let shapes: [Character: [String]] = [
    "0": [" _ ", "| |", "|_|"], "1": ["   ", "  |", "  |"], "2": [" _ ", " _|", "|_ "],
    "3": [" _ ", " _|", " _|"], "4": ["   ", "|_|", "  |"], "5": [" _ ", "|_ ", " _|"],
    "6": [" _ ", "|_ ", "|_|"], "7": [" _ ", "  |", "  |"], "8": [" _ ", "|_|", "|_|"],
    "9": [" _ ", "|_|", " _|"],
  ]

  private static let blocks: [Character: [String]] = [
    "0": ["█▀█", "█ █", "▀▀▀"], "1": [" ▀█", "  █", "  ▀"], "2": ["▀▀█", "█▀▀", "▀▀▀"],
    "3": ["▀▀█", " ▀█", "▀▀▀"], "4": ["█ █", "▀▀█", "  ▀"], "5": ["█▀▀", "▀▀█", "▀▀▀"],
    "6": ["█▀▀", "█▀█", "▀▀▀"], "7": ["▀▀█", "  █", "  ▀"], "8": ["█▀█", "█▀█", "▀▀▀"],
    "9": ["█▀█", "▀▀█", "▀▀▀"],
  ]
}
