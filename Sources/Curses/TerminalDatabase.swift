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
  static func has(_ capability: String) -> Bool { string(capability) != nil }

  /// A capability of the terminal last set up; nil where it has none.
  static func string(_ capability: String) -> [UInt8]? {
    // tigetstr answers -1 for a name that is not a string's.
    guard let text = tigetstr(capability), UInt(bitPattern: text) != UInt.max else { return nil }
    return Array(String(cString: text).utf8)
  }
}
