/// The four cells before a row: cursor `>`, mark `*`, and a sign of two columns.
package struct Gutter: Hashable, Sendable {
  /// Columns of the gutter with the blank after it.
  package static let columns = 5

  package let isSelected: Bool
  package let isMarked: Bool
  package let sign: String
  package let signStyle: Style

  package init(isSelected: Bool = false, isMarked: Bool = false, sign: String = "", signStyle: Style = .plain)
  {
    self.isSelected = isSelected
    self.isMarked = isMarked
    self.sign = sign
    self.signStyle = signStyle
  }

  /// Draws it at the start of a line, and leaves the hardware cursor on `>`.
  package func draw(in line: Rect, on canvas: inout Canvas) {
    guard !line.isEmpty else { return }
    canvas.clipped(to: line) { canvas in
      if isSelected {
        canvas.put(">", at: line.origin)
        canvas.caret = line.origin
      }
      if isMarked { canvas.put("*", at: place(1, of: line), style: .mark) }
      let shown = signStyle.isBadge && !sign.isEmpty ? sign.padded(to: 2) : sign
      canvas.put(shown, at: place(2, of: line), columns: 2, style: signStyle)
    }
  }

  private func place(_ column: Int, of line: Rect) -> Position {
    Position(row: line.row, column: line.column + column)
  }
}
