import CNcurses

/// A look into terminfo before ncurses starts, as ncurses itself would end the process.
enum TerminalDatabase {
  /// - Throws: what is wrong with the type, so that it can be told in one line.
  static func check(_ settings: TerminalSettings, output: Int32) throws -> String {
    guard let type = settings.type else { throw TerminalError.noTerminalType }
    var status: Int32 = 0
    guard setupterm(type, output, &status) == OK else {
      throw status == 1 ? TerminalError.incapableTerminal(type) : TerminalError.unknownTerminalType(type)
    }
    defer { curses_forget_terminal() }
    guard has("cup"), has("clear") else { throw TerminalError.incapableTerminal(type) }
    return type
  }

  /// Whether the terminal, the one last set up, has a capability that is a string.
  static func has(_ capability: String) -> Bool {
    // tigetstr answers -1 for a name that is not a string's.
    tigetstr(capability).map { UInt(bitPattern: $0) != UInt.max } ?? false
  }
}
