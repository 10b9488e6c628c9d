import CNcurses
import TerminalKit

/// Turns meanings into what ncurses knows, as the theme has them. Without colours the attributes and the signs on the
/// screen say the same.
struct Look {
  private let theme: Theme
  private let hasColors: Bool

  /// After `newterm`. Colours are used only on the terminal's own background, and only if every step succeeds (M53).
  init(_ theme: Theme, wantsColor: Bool) {
    self.theme = theme
    guard wantsColor, has_colors(), start_color() == OK, use_default_colors() == OK else {
      hasColors = false
      return
    }
    hasColors = Style.allCases.allSatisfy { style in
      let entry = theme[style]
      return entry.hasColors
        ? init_pair(Int16(style.rawValue), entry.foreground.number, entry.background.number) == OK : true
    }
  }

  func attributes(of style: Style) -> attr_t {
    let attributes = hasColors ? theme[style].attributes : theme[style].withoutColors
    return Look.bits.reduce(0) { attributes.contains($1.0) ? $0 | $1.1 : $0 }
  }

  /// 0 is the terminal's own.
  func pair(of style: Style) -> Int32 {
    hasColors && theme[style].hasColors ? Int32(style.rawValue) : 0
  }

  private static let bits: [(Theme.Attributes, attr_t)] = [
    (.bold, curses_bold), (.dim, curses_dim), (.underline, curses_underline), (.reverse, curses_reverse),
  ]
}

extension Theme.Entry {
  fileprivate var hasColors: Bool { foreground != nil || background != nil }
}

extension Theme.Color? {
  /// As ncurses has the default colours.
  fileprivate var number: Int16 { self?.rawValue ?? -1 }
}
