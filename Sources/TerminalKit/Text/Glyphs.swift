/// What one or two cells show: a base and at most one mark over it.
package struct Glyph: Hashable, Sendable {
  package let base: Unicode.Scalar
  package var mark: Unicode.Scalar?
  /// 1 or 2.
  package let columns: Int

  static let blank = Glyph(base: " ", columns: 1)
  static let unknown = Glyph(base: "?", columns: 1)
}

/// The glyphs of a text, made safe for a terminal as they are drawn from it; the text itself is never changed.
///
/// Dropped: control characters, bidirectional overrides, joiners and what they join on, variation selectors, tags,
/// skin tones. Tabs and line ends are blanks, a flag is its two letters, what cannot be printed is `?`.
/// Lazy: of a text of megabytes only what is asked for is read.
package struct Glyphs<Text: StringProtocol>: Sequence, IteratorProtocol {
  private var scalars: Text.UnicodeScalarView.Iterator
  private var held: Unicode.Scalar?

  package init(_ text: Text) {
    scalars = text.unicodeScalars.makeIterator()
  }

  package mutating func next() -> Glyph? {
    while let scalar = take() {
      guard var glyph = start(with: scalar) else { continue }
      finish(&glyph)
      return glyph
    }
    return nil
  }

  private mutating func take() -> Unicode.Scalar? {
    if let scalar = held {
      held = nil
      return scalar
    }
    return scalars.next()
  }

  private func start(with scalar: Unicode.Scalar) -> Glyph? {
    switch ScalarKind(scalar) {
    case .blank: .blank
    case .dropped, .joiner, .mark: nil
    case .unknown: .unknown
    case .shown(let columns): Glyph(base: scalar.flagLetter ?? scalar, columns: columns)
    }
  }

  /// Reads what belongs to the glyph begun, and holds the first scalar that does not.
  private mutating func finish(_ glyph: inout Glyph) {
    while let scalar = take() {
      switch ScalarKind(scalar) {
      case .dropped: continue
      case .joiner: dropNext { $0.isPictograph }
      case .mark: glyph.mark = glyph.mark ?? scalar
      case .shown where scalar.isSkinTone && glyph.base.isPictograph: continue
      case .blank, .unknown, .shown:
        held = scalar
        return
      }
    }
  }

  private mutating func dropNext(where isUnwanted: (Unicode.Scalar) -> Bool) {
    guard let scalar = take(), !isUnwanted(scalar) else { return }
    held = scalar
  }
}
