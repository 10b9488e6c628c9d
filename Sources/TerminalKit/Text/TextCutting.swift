/// A text made to fit a number of columns.
package enum TextCutting {
  /// The sign at the end of a text that was cut.
  package static let sign: Unicode.Scalar = "~"

  /// The glyphs that fit; when some do not, the last that fits is the cut sign. Never more than `columns` wide.
  static func fit(_ text: some StringProtocol, columns: Int) -> [Glyph] {
    guard columns > 0 else { return [] }
    var fitting: [Glyph] = []
    fitting.reserveCapacity(min(columns, 64))
    var used = 0
    for glyph in Glyphs(text) {
      if used + glyph.columns > columns { return marked(fitting, used: used, columns: columns) }
      fitting.append(glyph)
      used += glyph.columns
    }
    return fitting
  }

  private static func marked(_ glyphs: [Glyph], used: Int, columns: Int) -> [Glyph] {
    var kept = glyphs
    var used = used
    while used > columns - 1, let last = kept.popLast() { used -= last.columns }
    kept.append(Glyph(base: sign, columns: 1))
    return kept
  }
}

extension String {
  /// The text as it is shown in at most so many columns, ending in `~` if it was cut.
  package func cut(to columns: Int) -> String {
    String(TextCutting.fit(self, columns: columns))
  }

  /// The text as it is shown in exactly so many columns, cut or filled with blanks.
  package func padded(to columns: Int, alignment: Alignment = .leading) -> String {
    let glyphs = TextCutting.fit(self, columns: columns)
    let blanks = columns - glyphs.reduce(0) { $0 + $1.columns }
    let before = alignment.offset(of: blanks)
    let after = max(blanks, 0) - before
    return String(repeating: " ", count: before) + String(glyphs) + String(repeating: " ", count: after)
  }

  init(_ glyphs: [Glyph]) {
    self.init()
    for glyph in glyphs {
      unicodeScalars.append(glyph.base)
      if let mark = glyph.mark { unicodeScalars.append(mark) }
    }
  }
}

/// Where a text stands in the columns it has.
package enum Alignment: Sendable {
  case leading
  case centre
  case trailing

  /// Blanks before the text, of all the blanks there are.
  func offset(of blanks: Int) -> Int {
    switch self {
    case .leading: 0
    case .centre: max(blanks, 0) / 2
    case .trailing: max(blanks, 0)
    }
  }
}

extension String {
  /// Its parts as far as they fit whole: a screen's own words are left out rather than cut. The first stays in any case.
  package func wholeParts(in columns: Int, partedBy separator: String) -> String {
    var rest = self[...]
    while TextWidth.of(rest) > columns, let end = rest.lastStart(of: separator) { rest = rest[..<end] }
    return String(rest)
  }
}

extension Substring {
  /// Where the last of these begins, but at its start.
  fileprivate func lastStart(of separator: String) -> Index? {
    indices.dropFirst().last { self[$0...].hasPrefix(separator) }
  }
}
