/// One key as the terminal tells it. A letter carries its case itself; `shift` is for the named keys only.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  package var code: Code
  package var control: Bool
  package var alt: Bool
  package var shift: Bool

  package init(_ code: Code, control: Bool = false, alt: Bool = false, shift: Bool = false) {
    self.code = code
    self.control = control
    self.alt = alt
    self.shift = shift
  }

  package static func control(_ letter: Character) -> Key { Key(.character(letter), control: true) }
  package static func alt(_ letter: Character) -> Key { Key(.character(letter), alt: true) }
  package static func shift(_ code: Code) -> Key { Key(code, shift: true) }

  package static let enter = Key(.enter)
  package static let escape = Key(.escape)
  package static let tab = Key(.tab)
  package static let backTab = Key(.backTab)
  package static let backspace = Key(.backspace)
  package static let delete = Key(.delete)
  package static let insert = Key(.insert)
  package static let up = Key(.up)
  package static let down = Key(.down)
  package static let left = Key(.left)
  package static let right = Key(.right)
  package static let home = Key(.home)
  package static let end = Key(.end)
  package static let pageUp = Key(.pageUp)
  package static let pageDown = Key(.pageDown)
  package static let space: Key = " "

  /// The character it writes: none with Ctrl or Alt.
  package var character: Character? {
    guard case .character(let character) = code, !control, !alt else { return nil }
    return character
  }

  /// The digit it writes.
  package var digit: Int? {
    character.flatMap { $0.isASCII ? $0.wholeNumberValue : nil }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral character: Character) {
    self.init(.character(character))
  }
}
