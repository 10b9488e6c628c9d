/// What a terminal answers in strings: swallowed up to its terminator, as nothing here ever asks.
struct StringSequence: Sendable {
  enum Progress {
    case more
    case done
    /// An ESC that may begin the terminator or something new.
    case escape
  }

  /// `ESC ]`, `ESC P`, `ESC X`, `ESC ^`, `ESC _`.
  static let openers: [UInt8] = [0x5D, 0x50, 0x58, 0x5E, 0x5F]

  private let opener: UInt8
  private var isEmpty = true
  private var sawEscape = false

  init(opener: UInt8) {
    self.opener = opener
  }

  /// With nothing behind it, it was Alt and a character.
  var whenAbandoned: [Key] {
    isEmpty ? [.alt(Character(Unicode.Scalar(opener)))] : []
  }

  mutating func read(_ byte: UInt8) -> Progress {
    isEmpty = false
    if sawEscape { return byte == UInt8(ascii: "\\") ? .done : .escape }
    if byte == 0x07 { return .done }
    sawEscape = byte == 0x1B
    return .more
  }
}
