import CNcurses
import TerminalKit

/// The end of the last row, where a terminal may wrap and scroll. If terminfo does not tell how to stop that (screen,
/// tmux), ncurses fills the last cell by inserting, and tears a wide character beside it. So there the last three
/// columns are kept from ncurses, which takes them for blank, and are written past it, in plain style.
struct Corner {
  static let columns = 3

  private let isTrouble: Bool
  /// The terminal wraps only when another character follows. One that does not would scroll: the cell stays blank.
  private let canBeFilled: Bool

  init() {
    isTrouble = tigetflag("am") == 1 && !TerminalDatabase.has("rmam")
    canBeFilled = tigetflag("xenl") == 1
  }

  /// Whether a place in a row lies in it: a column before which it begins.
  func begins(before column: Int, in cells: ArraySlice<Cell>, row: Int, of size: Size) -> Bool {
    isTrouble && row == size.rows - 1 && cells.count == size.columns && column > start(in: cells)
  }

  /// Writes it when its row has changed, for ncurses may have erased the row to its end.
  /// - Returns: whether the cursor was moved.
  func paint(_ canvas: Canvas, replacing shown: Canvas?, size: Size, write: ([UInt8]) -> Void) -> Bool {
    let row = size.rows - 1
    let cells = canvas.cells(ofRow: row)
    guard isTrouble, canvas.size == size, cells != shown?.cells(ofRow: row) else { return false }
    let part = cells.dropFirst(start(in: cells)).dropLast(canBeFilled ? 0 : 1)
    write(CursorAddress.bytes(of: Position(row: row, column: start(in: cells))))
    write(Array(String(part.compactMap { $0.glyph.map { Character($0.base) } }).utf8))
    return true
  }

  /// Three columns before the end, but not in the middle of a wide character.
  private func start(in cells: ArraySlice<Cell>) -> Int {
    let start = max(cells.count - Corner.columns, 0)
    return cells.dropFirst(start).first?.isTail == true ? start + 1 : start
  }
}
