import CNcurses
import Glibc
import TerminalKit

/// The terminal without ncurses in between.
struct TerminalOutput {
  let descriptor: Int32

  /// Writes all of it, or gives up when the terminal is gone: the loop learns of that by itself.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  /// nil when the terminal does not know its own size.
  func measure() -> Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard curses_measure(descriptor, &rows, &columns) == 0, rows > 0, columns > 0 else { return nil }
    return Size(rows: Int(rows), columns: Int(columns))
  }
}

/// The sequence that places the cursor, whatever ncurses believes about where it stands.
enum CursorAddress {
  static func bytes(of position: Position) -> [UInt8] {
    guard let sequence = curses_cursor_address(Int32(position.row), Int32(position.column)) else { return [] }
    return withoutDelays(String(cString: sequence).utf8)
  }

  /// terminfo writes `$<5>` for five milliseconds' rest, which terminals of glass and steel needed.
  private static func withoutDelays(_ bytes: String.UTF8View) -> [UInt8] {
    var isDelay = false
    return bytes.filter { byte in
      if byte == UInt8(ascii: "$") { isDelay = true }
      defer { if byte == UInt8(ascii: ">") { isDelay = false } }
      return !isDelay
    }
  }
}
