import CNcurses
import TerminalKit

/// Brings the terminal from the canvas it shows to the next one. Only cells that differ are given to ncurses, which
/// writes them out in one go.
final class Painter {
  private let window: UnsafeMutablePointer<WINDOW>
  private let look: Look
  private let write: ([UInt8]) -> Void
  private let corner = Corner()
  /// The terminal has said how wide these are.
  var chrome = Chrome.ascii
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

  /// Has ncurses take the screen, before anything is on it.
  func begin() {
    flush()
  }

  func close() {
    delwin(window)
  }

  func paint(_ canvas: Canvas) {
    for row in 0..<min(size.rows, canvas.size.rows) { paint(row, of: canvas) }
    let rest = placeCaret(canvas.caret)
    flush()
    if corner.paint(canvas, replacing: shown, size: size, write: write) { placeCursor(rest) }
    shown = canvas
  }

  private func paint(_ row: Int, of canvas: Canvas) {
    let new = canvas.cells(ofRow: row)
    let old = shownCells(ofRow: row, columns: new.count)
    guard let changed = changedColumns(from: old, to: new) else { return }
    var isBegun = false
    for column in changed where column < size.columns {
      let cell = new[new.startIndex + column]
      if corner.begins(before: column + 1, in: new, row: row, of: size) {
        keepBlank(row: row, column: column)
        continue
      }
      guard let glyph = cell.glyph, column + glyph.columns <= size.columns else { continue }
      // A cell never painted since the screen was cleared counts as a blank.
      let isChanged = (old.isEmpty ? .blank : old[old.startIndex + column]) != cell
      // ncurses writes short runs anew rather than skip them, whatever their colours cost.
      if isBegun, !isChanged, cell.style.isBadge {
        flush(upTo: Position(row: row, column: column), placesCursor: false)
        isBegun = false
      }
      if isChanged { put(glyph, cell.style, row: row, column: column) }
      isBegun = isBegun || isChanged
      guard isBegun, !TextWidth.isBeyondDoubt(glyph), !chrome.knows(glyph) else { continue }
      flush(upTo: Position(row: row, column: column + glyph.columns), placesCursor: isChanged)
      isBegun = false
    }
  }

  /// The cells of a row as the terminal shows them; empty where they are not known, or are of another width.
  private func shownCells(ofRow row: Int, columns: Int) -> ArraySlice<Cell> {
    guard let shown, shown.size.columns == columns else { return [] }
    return shown.cells(ofRow: row)
  }

  /// From the first to the last cell that differs.
  private func changedColumns(from old: ArraySlice<Cell>, to new: ArraySlice<Cell>) -> Range<Int>? {
    guard old.count == new.count else { return new.isEmpty ? nil : 0..<new.count }
    var (start, end) = (0, new.count)
    while start < end, old[old.startIndex + start] == new[new.startIndex + start] { start += 1 }
    while start < end, old[old.startIndex + end - 1] == new[new.startIndex + end - 1] { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// What ncurses is to believe of the corner; its last cell is never touched.
  private func keepBlank(row: Int, column: Int) {
    if column < size.columns - 1 { curses_put(window, Int32(row), Int32(column), 0x20, 0, 0, 0) }
  }

  private func put(_ glyph: Glyph, _ style: Style, row: Int, column: Int) {
    curses_put(
      window, Int32(row), Int32(column), glyph.base.value, glyph.mark?.value ?? 0, look.attributes(of: style),
      look.pair(of: style))
  }

  /// Writes out what there is, up to a badge that stays or to a glyph whose width terminals do not agree on. If such a
  /// glyph was written, the cursor is placed anew behind it, so that a disagreement cannot shift what follows (M20).
  private func flush(upTo position: Position, placesCursor: Bool) {
    guard position.column < size.columns else { return }
    wmove(window, Int32(position.row), Int32(position.column))
    flush()
    if placesCursor { placeCursor(position) }
  }

  /// - Returns: where the cursor comes to rest, which must be known even while it is hidden.
  private func placeCaret(_ caret: Position?) -> Position {
    let visible = caret.flatMap { size.contains($0) ? $0 : nil }
    if (visible != nil) != hasCaret { curs_set(visible == nil ? 0 : 1) }
    hasCaret = visible != nil
    let rest = visible ?? Position(row: 0, column: 0)
    wmove(window, Int32(rest.row), Int32(rest.column))
    return rest
  }

  /// Whatever ncurses believes about where the cursor stands.
  private func placeCursor(_ position: Position) {
    write(CursorAddress.bytes(of: position))
  }

  private func flush() {
    wnoutrefresh(window)
    doupdate()
  }
}
