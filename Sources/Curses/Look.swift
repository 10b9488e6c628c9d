import CNcurses
import TerminalKit

/// Turns styles into what ncurses knows. Without colours the attributes and the signs on the screen say the same.
struct Look {
  private let hasColors: Bool

  /// After `newterm`. Colours are used only on the terminal's own background, and only if every step succeeds (M53).
  init(wantsColor: Bool) {
    guard wantsColor, has_colors(), start_color() == OK, use_default_colors() == OK else {
      hasColors = false
      return
    }
    hasColors = Color.allCases.allSatisfy { color in
      color == .standard || init_pair(Int16(color.rawValue), Look.number(of: color), -1) == OK
    }
  }

  func attributes(of style: Style) -> attr_t {
    var result: attr_t = 0
    for (attribute, bits) in Look.bits where style.attributes.contains(attribute) { result |= bits }
    return result
  }

  func pair(of style: Style) -> Int32 {
    hasColors ? Int32(style.color.rawValue) : 0
  }

  private static func number(of color: Color) -> Int16 {
    switch color {
    case .standard: -1
    case .yellow: Int16(COLOR_YELLOW)
    case .blue: Int16(COLOR_BLUE)
    case .cyan: Int16(COLOR_CYAN)
    case .green: Int16(COLOR_GREEN)
    case .magenta: Int16(COLOR_MAGENTA)
    }
  }

  private static let bits: [(Style.Attributes, attr_t)] = [
    (.bold, curses_bold), (.dim, curses_dim), (.underline, curses_underline), (.reverse, curses_reverse),
    (.blink, curses_blink),
  ]
}
