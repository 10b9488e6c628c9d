/// A picture of the screen: what is drawn before the terminal is told. Drawing outside the clip does nothing.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  package let chrome: Chrome
  private var cells: [Cell]
  /// Where the hardware cursor stands, so that an input method opens its window there (M13).
  package var caret: Position?
  /// Where drawing has an effect; always inside the canvas.
  package private(set) var clip: Rect

  package init(_ size: Size, chrome: Chrome = .ascii) {
    self.size = size
    self.chrome = chrome
    cells = Array(repeating: .blank, count: size.rows * size.columns)
    clip = Rect(size)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell there, or a blank outside the canvas.
  package subscript(_ position: Position) -> Cell {
    size.contains(position) ? cells[index(position)] : .blank
  }

  /// The cells of one row; empty when there is no such row.
  package func cells(ofRow row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Draws with the clip narrowed to a part of the present one.
  package mutating func clipped<Result>(to rect: Rect, _ draw: (inout Canvas) -> Result) -> Result {
    let outer = clip
    clip = clip.intersection(rect)
    defer { clip = outer }
    return draw(&self)
  }

  /// Sets one glyph; a wide one that does not fit the clip is drawn as blanks.
  mutating func set(_ glyph: Glyph, at position: Position, style: Style) {
    guard clip.contains(position) else { return setVisibleHalf(of: glyph, at: position, style: style) }
    let tail = Position(row: position.row, column: position.column + 1)
    if glyph.columns == 2, !clip.contains(tail) { return replace(position, with: Cell(.blank, style: style)) }
    replace(position, with: Cell(glyph, style: style))
    if glyph.columns == 2 { replaceTail(tail, with: .tail(style: style)) }
  }

  /// Changes the look of what is already drawn, both halves of a wide character together (M25).
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let part = clip.intersection(rect)
    for row in part.row..<part.endRow {
      for column in wholeGlyphs(row: row, columns: part.column..<part.endColumn) {
        let place = row * size.columns + column
        cells[place] = cells[place].styled(change(cells[place].style))
      }
    }
  }

  private func index(_ position: Position) -> Int {
    position.row * size.columns + position.column
  }

  private mutating func setVisibleHalf(of glyph: Glyph, at position: Position, style: Style) {
    let tail = Position(row: position.row, column: position.column + 1)
    guard glyph.columns == 2, clip.contains(tail) else { return }
    replace(tail, with: Cell(.blank, style: style))
  }

  /// Puts a cell, and blanks the other half of a wide character it falls on.
  private mutating func replace(_ position: Position, with cell: Cell) {
    let place = index(position)
    let old = cells[place]
    if old.isTail, position.column > 0 { blank(place - 1) }
    if old.width == 2, position.column + 1 < size.columns { blank(place + 1) }
    cells[place] = cell
  }

  /// The right half of the character just put at its left: that one must not be blanked.
  private mutating func replaceTail(_ position: Position, with cell: Cell) {
    let place = index(position)
    if cells[place].width == 2, position.column + 1 < size.columns { blank(place + 1) }
    cells[place] = cell
  }

  private mutating func blank(_ place: Int) {
    cells[place] = Cell(.blank, style: cells[place].style)
  }

  private func wholeGlyphs(row: Int, columns: Range<Int>) -> Range<Int> {
    guard let first = columns.first, let last = columns.last else { return columns }
    let start = self[Position(row: row, column: first)].isTail ? first - 1 : first
    let end = self[Position(row: row, column: last)].width == 2 ? last + 1 : last
    return start..<end + 1
  }
}
