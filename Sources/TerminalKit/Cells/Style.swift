/// Colours only repeat what a sign or a word says. The default is the terminal's own, on light and dark alike.
package enum Color: UInt8, CaseIterable, Sendable {
  case standard
  case yellow
  case blue
  case cyan
  case green
  case magenta
}

/// How a cell is drawn; one byte of attributes, one of colour.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
    package static let blink = Attributes(rawValue: 16)
  }

  package var attributes: Attributes
  package var color: Color

  package init(_ attributes: Attributes = [], color: Color = .standard) {
    self.attributes = attributes
    self.color = color
  }

  package static let plain = Style()
  package static let bold = Style(.bold)
  package static let dim = Style(.dim)
  package static let underline = Style(.underline)
  package static let reverse = Style(.reverse)
}
