/// The one place that knows how many columns a text takes. East Asian ambiguous characters are narrow.
package enum TextWidth {
  /// Columns of one scalar, as the C library's `wcwidth`: 0, 1 or 2; nil for what cannot be printed.
  package static func of(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0x4E00...0x9FFF: return 2
    default: return looked(up: scalar.value)
    }
  }

  /// Columns the text takes on the screen, after the `Glyphs` rules have dropped and replaced what cannot be shown.
  package static func of(_ text: some StringProtocol) -> Int {
    var total = 0
    for glyph in Glyphs(text) { total += glyph.columns }
    return total
  }

  /// Columns of one character as a reader counts them.
  package static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    return of(String(character))
  }

  /// Whether all terminals agree on the width of this glyph. After any other the cursor is placed anew (M20).
  package static func isBeyondDoubt(_ glyph: Glyph) -> Bool {
    guard glyph.mark == nil else { return false }
    switch glyph.base.value {
    case 0x20...0x7E, 0x3000...0x3011, 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xFF01...0xFF60, 0x20000...0x2A6DF:
      return true
    default: return false
    }
  }

  private static func looked(up value: UInt32) -> Int? {
    let steps = WidthTable.steps
    let key = value << 2 | 3
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] <= key { low = middle + 1 } else { high = middle }
    }
    let width = low == 0 ? 0 : Int(steps[low - 1] & 3)
    return width == 0 ? nil : width - 1
  }
}
