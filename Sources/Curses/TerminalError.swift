/// Why there is no screen to be had. The program words it in one line.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// `$TERM` is not set.
  case noTerminalType
  /// terminfo does not know this terminal; `xterm-256color` or `vt100` will often do.
  case unknownTerminalType(String)
  /// The terminal cannot place its cursor, as `dumb`.
  case incapableTerminal(String)
  /// Neither the user's locale nor C.UTF-8 is UTF-8.
  case noUnicode
  /// ncurses could not start, for want of memory or for a terminal that is gone.
  case cannotStart
}
