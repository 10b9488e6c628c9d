import CNcurses
import Glibc

/// The character set, which ncurses takes from the C locale.
enum TerminalLocale {
  /// Makes the C library speak UTF-8.
  /// - Returns: whether the user's own locale does; if not, their terminal may not either (P7).
  /// - Throws: `TerminalError.noUnicode`.
  static func establish() throws -> Bool {
    setlocale(LC_CTYPE, "")
    if isUnicode { return true }
    setlocale(LC_CTYPE, "C.UTF-8")
    guard isUnicode else { throw TerminalError.noUnicode }
    return false
  }

  private static var isUnicode: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }
}
