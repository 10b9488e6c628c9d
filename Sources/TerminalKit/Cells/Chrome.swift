/// What lines and bars are drawn with: ASCII, until the terminal has said that it draws the others one column wide, which
/// terminals made for Chinese may not (M20). The others are few, and in the font of the Linux console.
package enum Chrome: Hashable, Sendable {
  case ascii
  case lines
  /// Nothing but words, for who has the screen read aloud (S65).
  case plain

  package var horizontal: Unicode.Scalar { choose("-", "─", " ") }
  package var vertical: Unicode.Scalar { choose("|", "│", " ") }
  /// The part of a bar that lies behind, the place where one is, and what is to come.
  package var filled: Character { choose("=", "█", " ") }
  package var here: Character { choose("^", "▌", " ") }
  package var open: Character { choose(" ", "░", " ") }

  /// The upper half of a column stands empty.
  package var half: Character { choose(".", "▄", " ") }
  /// From nothing to the highest, as parts of a curve in one row.
  package var heights: [Character] { self == .lines ? [" ", ".", "▄", "█"] : [" ", ".", ":", "#"] }
  /// From nothing to the most, as days of a calendar.
  package var shades: [Character] { self == .lines ? [".", "░", "▒", "▓", "█"] : [".", "-", "+", "x", "#"] }

  /// Between parts of a line: ` | `.
  package var separator: String { self == .plain ? "; " : " \(vertical) " }

  private func choose<Glyph>(_ ascii: Glyph, _ line: Glyph, _ plain: Glyph) -> Glyph {
    switch self {
    case .ascii: ascii
    case .lines: line
    case .plain: plain
    }
  }

  /// What the terminal is asked about: all that is not ASCII in here and in the large digits.
  package static let doubtful: [Unicode.Scalar] = ["─", "│", "█", "▌", "░", "▀", "▄", "▒", "▓"]

  /// Whether the terminal has said how wide this is.
  package func knows(_ glyph: Glyph) -> Bool {
    self == .lines && glyph.mark == nil && Chrome.doubtful.contains(glyph.base)
  }
}
