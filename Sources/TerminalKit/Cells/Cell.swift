/// One cell of the screen, 12 bytes. A wide character fills two: the left holds it, the right is its `tail`.
package struct Cell: Hashable, Sendable {
  private let base: UInt32
  private let mark: UInt32
  package let style: Style
  /// 1, 2 for the left half of a wide character, 0 for its right half.
  package let width: UInt8

  package static let blank = Cell(.blank, style: .plain)

  init(_ glyph: Glyph, style: Style) {
    base = glyph.base.value
    mark = glyph.mark?.value ?? 0
    self.style = style
    width = UInt8(glyph.columns)
  }

  private init(base: UInt32, mark: UInt32, style: Style, width: UInt8) {
    self.base = base
    self.mark = mark
    self.style = style
    self.width = width
  }

  /// The right half of a wide character.
  static func tail(style: Style) -> Cell {
    Cell(base: 0, mark: 0, style: style, width: 0)
  }

  package var isTail: Bool { width == 0 }

  /// What the cell shows; nil for the right half of a wide character.
  package var glyph: Glyph? {
    guard width > 0, let scalar = Unicode.Scalar(base) else { return nil }
    return Glyph(base: scalar, mark: mark == 0 ? nil : Unicode.Scalar(mark), columns: Int(width))
  }

  func styled(_ style: Style) -> Cell {
    Cell(base: base, mark: mark, style: style, width: width)
  }
}
