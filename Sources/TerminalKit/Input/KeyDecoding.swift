extension Key {
  /// The key behind one byte of ASCII.
  init(ascii byte: UInt8) {
    switch byte {
    case 0x0D: self = .enter
    case 0x09: self = .tab
    case 0x08, 0x7F: self = .backspace
    case 0x1B: self = .escape
    case 0x00: self = .control(" ")
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(byte + 0x40)))
    default: self.init(.character(Character(Unicode.Scalar(byte))))
    }
  }

  /// The key behind a complete sequence; nil for what is not a key.
  init?(sequenceOpenedBy opener: UInt8, numbers: [Int], final: UInt8) {
    let character = Character(Unicode.Scalar(final))
    if character == "~", numbers.first == 27, numbers.count == 3 {
      self.init(codePoint: numbers[2], modifiers: numbers[1])
    } else if character == "u", opener == UInt8(ascii: "[") {
      self.init(codePoint: numbers.first ?? 0, modifiers: numbers.dropFirst().first ?? 1)
    } else if character == "~" {
      self.init(Key.numbered[numbers.first ?? 0], modifiers: numbers.dropFirst().first ?? 1)
    } else if opener == UInt8(ascii: "O"), let keypad = Key.keypad[character] {
      self = keypad
    } else if character == "Z" {
      self = .backTab
    } else {
      self.init(Key.lettered[character], modifiers: numbers.last ?? 1)
    }
  }

  /// xterm's way to tell modifiers: 1 and the sum of Shift 1, Alt 2, Ctrl 4, Meta 8.
  private init?(_ code: Code?, modifiers: Int) {
    guard let code else { return nil }
    let bits = max(modifiers - 1, 0)
    self.init(code, control: bits & 4 != 0, alt: bits & 10 != 0, shift: bits & 1 != 0)
  }

  /// A character with modifiers, as xterm's modifyOtherKeys and the CSI u scheme tell it.
  private init?(codePoint: Int, modifiers: Int) {
    guard codePoint > 0, let value = UInt32(exactly: codePoint), let scalar = Unicode.Scalar(value)
    else { return nil }
    let bits = max(modifiers - 1, 0)
    self = scalar.isASCII ? Key(ascii: UInt8(scalar.value)) : Key(.character(Character(scalar)))
    if self == .tab, bits & 1 != 0 { self = .backTab }
    control = control || bits & 4 != 0
    alt = bits & 10 != 0
    if control, case .character(let letter) = code, letter.isASCII, let lower = letter.lowercased().first {
      code = .character(lower)
    }
  }

  private static let lettered: [Character: Code] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numbered: [Int: Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  private static let keypad: [Character: Key] = [
    "M": .enter, "X": "=", "j": "*", "k": "+", "l": ",", "m": "-", "n": ".", "o": "/",
    "p": "0", "q": "1", "r": "2", "s": "3", "t": "4", "u": "5", "v": "6", "w": "7", "x": "8", "y": "9",
  ]
}
