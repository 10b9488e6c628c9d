import CNcurses
import TerminalKit

/// Brings the terminal from the canvas it shows to the next one. Only cells that differ are given to ncurses, which
/// writes them out in one go.
final class Painter {
  private let window: UnsafeMutablePointer<WINDOW>
  private let look: Look
  private let write: ([UInt8]) -> Void
  private var shown: Canvas?
  private var size = Size(rows: 0, columns: 0)
  private var hasCaret = true

  /// - Parameter write: past ncurses, straight to the terminal.
  init(window: UnsafeMutablePointer<WINDOW>, look: Look, write: @escaping ([UInt8]) -> Void) {
    self.window = window
    self.look = look
    self.write = write
    // Shifting characters inside a line goes wrong when the terminal disagrees about the width of one of them.
    idcok(window, false)
    leaveok(window, false)
  }

  func resize(to size: Size) {
    self.size = size
    wresize(window, Int32(size.rows), Int32(size.columns))
    forget()
  }

  /// Whatever the terminal shows, the next canvas is painted whole.
  func forget() {
    shown = nil
    werase(window)
    clearok(curses_physical_screen(), true)
  }

  func close() {
    delwin(window)
  }

  func paint(_ canvas: Canvas) {
    for row in 0..<min(size.rows, canvas.size.rows) { paint(row, of: canvas) }
    placeCaret(canvas.caret)
    flush()
    shown = canvas
  }

  private func paint(_ row: Int, of canvas: Canvas) {
    let new = canvas.cells(ofRow: row)
    guard let changed = changedColumns(of: new, row: row) else { return }
    var isBegun = false
    for column in changed where column < size.columns {
      let cell = new[new.startIndex + column]
      guard let glyph = cell.glyph, column + glyph.columns <= size.columns else { continue }
      let isChanged = old(row: row, column: column) != cell
      if isChanged { put(glyph, cell.style, row: row, column: column) }
      isBegun = isBegun || isChanged
      guard isBegun, !TextWidth.isBeyondDoubt(glyph) else { continue }
      flush(upTo: Position(row: row, column: column + glyph.columns), placesCursor: isChanged)
      isBegun = false
    }
  }

  /// From the first to the last cell that differs from what is shown.
  private func changedColumns(of new: ArraySlice<Cell>, row: Int) -> Range<Int>? {
    guard let shown, shown.size.columns == new.count else { return new.isEmpty ? nil : 0..<new.count }
    let old = shown.cells(ofRow: row)
    let offset = new.startIndex - old.startIndex
    guard let first = old.indices.first(where: { old[$0] != new[$0 + offset] }),
      let last = old.indices.last(where: { old[$0] != new[$0 + offset] })
    else { return nil }
    return first - old.startIndex..<last - old.startIndex + 1
  }

  /// A cell never painted since the screen was cleared counts as a blank.
  private func old(row: Int, column: Int) -> Cell {
    shown?[Position(row: row, column: column)] ?? .blank
  }

  private func put(_ glyph: Glyph, _ style: Style, row: Int, column: Int) {
    curses_put(
      window, Int32(row), Int32(column), glyph.base.value, glyph.mark?.value ?? 0, look.attributes(of: style),
      look.pair(of: style))
  }

  /// Writes out what there is up to a glyph whose width terminals do not agree on. If that was written, the cursor is
  /// placed anew behind it, so that a disagreement cannot shift what follows (M20).
  private func flush(upTo position: Position, placesCursor: Bool) {
    guard position.column < size.columns else { return }
    let row = Int32(position.row)
    let column = Int32(position.column)
    wmove(window, row, column)
    flush()
    if placesCursor { write(CursorAddress.bytes(row: row, column: column)) }
  }

  private func placeCaret(_ caret: Position?) {
    let isVisible = caret.map(size.contains) ?? false
    if isVisible != hasCaret { curs_set(isVisible ? 1 : 0) }
    hasCaret = isVisible
    guard isVisible, let caret else { return }
    wmove(window, Int32(caret.row), Int32(caret.column))
  }

  private func flush() {
    wnoutrefresh(window)
    doupdate()
  }
}
