extension Canvas {
  /// Draws text to the right from a cell, cut with `~` at `limit` columns or at the edge of the clip.
  /// - Returns: the columns it takes.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at position: Position, columns limit: Int = .max, style: Style = .plain
  ) -> Int {
    let room = min(limit, clip.endColumn - position.column)
    guard clip.row <= position.row, position.row < clip.endRow, room > 0 else { return 0 }
    var place = position
    for glyph in TextCutting.fit(text, columns: room) {
      set(glyph, at: place, style: style)
      place.column += glyph.columns
    }
    return place.column - position.column
  }

  /// Draws text into the first row of a part, placed in it as `alignment` says.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, in rect: Rect, alignment: Alignment = .leading, style: Style = .plain
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let blanks = alignment == .leading ? 0 : rect.columns - TextWidth.of(text.prefix(rect.columns + 1))
    let start = Position(row: rect.row, column: rect.column + alignment.offset(of: blanks))
    return put(text, at: start, columns: rect.endColumn - start.column, style: style)
  }

  /// Fills a part with one character of one column, a blank if none is given.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain) {
    let part = clip.intersection(rect)
    let glyph = TextWidth.of(scalar) == 1 ? Glyph(base: scalar, columns: 1) : .blank
    for row in part.row..<part.endRow {
      for column in part.column..<part.endColumn {
        set(glyph, at: Position(row: row, column: column), style: style)
      }
    }
  }

  /// The text of a row without the blanks at its end, for tests and for a plain copy of the screen.
  package func text(ofRow row: Int) -> String {
    let line = String(cells(ofRow: row).compactMap(\.glyph))
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// All rows as text.
  package var lines: [String] {
    (0..<size.rows).map(text(ofRow:))
  }
}
