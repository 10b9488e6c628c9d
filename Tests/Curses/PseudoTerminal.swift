import CNcurses
import Glibc

/// Both ends of a pseudo-terminal: what is written to `terminal` can be read here.
final class PseudoTerminal {
  let terminal: Int32
  private let master: Int32

  init?(rows: Int, columns: Int) {
    var master: Int32 = -1
    var terminal: Int32 = -1
    guard openpty(&master, &terminal, nil, nil, nil) == 0 else { return nil }
    self.master = master
    self.terminal = terminal
    resize(rows: rows, columns: columns)
  }

  deinit {
    close(terminal)
    close(master)
  }

  func resize(rows: Int, columns: Int) {
    _ = curses_set_window_size(terminal, Int32(rows), Int32(columns))
  }

  var settings: termios {
    var settings = termios()
    tcgetattr(terminal, &settings)
    return settings
  }

  /// What was written since the last call. The kernel hands it over in its own time: a mark behind it tells the end.
  func output() -> [UInt8] {
    let mark: [UInt8] = [0xFF, 0xFE, 0xFF]
    _ = write(terminal, mark, mark.count)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.suffix(mark.count) != mark[...] {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
    return bytes.dropLast(mark.count)
  }

  func text() -> String { String(decoding: output(), as: UTF8.self) }
}
