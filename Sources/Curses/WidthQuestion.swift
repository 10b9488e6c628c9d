import CNcurses
import TerminalKit

/// Asks a terminal how wide it draws the glyphs of our lines, as Vim does: they are put on the second row, as on the
/// first the answer would look like a function key, the cursor is asked for, and they are wiped away. The cursor is left at the start of the screen, where it was.
struct WidthQuestion {
  static let row = 1
  /// Where the cursor stands if each took one column.
  static let narrowEndColumn = Chrome.doubtful.count

  static func fits(_ size: Size) -> Bool { size.rows > row && size.columns > 2 * Chrome.doubtful.count }

  let bytes: [UInt8]

  /// After `newterm`; nil for a terminal that terminfo knows of no such question for.
  init?() {
    guard let question = TerminalDatabase.string("u7") else { return nil }
    let start = CursorAddress.bytes(of: Position(row: WidthQuestion.row, column: 0))
    let glyphs = String(String.UnicodeScalarView(Chrome.doubtful))
    let blanks = String(repeating: " ", count: 2 * Chrome.doubtful.count)
    bytes =
      start + Array(glyphs.utf8) + question + start + Array(blanks.utf8)
      + CursorAddress.bytes(of: Position(row: 0, column: 0))
  }
}
