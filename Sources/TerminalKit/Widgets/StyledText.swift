/// A text with what it means, and parts of it that mean something else.
package struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
  struct Part: Hashable, Sendable {
    let columns: Range<Int>
    let style: Style
  }

  package let text: String
  package let style: Style
  private(set) var parts: [Part] = []

  package init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package var isEmpty: Bool { text.isEmpty }
  package var columns: Int { TextWidth.of(text) }

  package static func + (one: StyledText, other: StyledText) -> StyledText {
    var both = StyledText(one.text + other.text, style: one.style)
    let columns = one.columns
    both.parts = one.parts
    if other.style != one.style {
      both.parts.append(Part(columns: columns..<columns + other.columns, style: other.style))
    }
    both.parts += other.parts.map {
      Part(columns: columns + $0.columns.lowerBound..<columns + $0.columns.upperBound, style: $0.style)
    }
    return both
  }

  /// A part of it, where it stands first, means something else; nothing changes where it does not stand.
  package func marking(_ part: some StringProtocol, as style: Style) -> StyledText {
    guard !part.isEmpty, let start = text.indices.first(where: { text[$0...].hasPrefix(part) }) else {
      return self
    }
    let before = TextWidth.of(text[..<start])
    return marking(columns: before..<before + TextWidth.of(part), as: style)
  }

  /// Its parts as far as they fit whole.
  package func wholeParts(in columns: Int, partedBy separator: String) -> StyledText {
    var whole = StyledText(text.wholeParts(in: columns, partedBy: separator), style: style)
    whole.parts = parts
    return whole
  }

  package func marking(columns: Range<Int>, as style: Style) -> StyledText {
    var marked = self
    marked.parts.append(Part(columns: columns, style: style))
    return marked
  }
}

extension Sequence<StyledText> {
  /// One after another; what is empty takes no gap.
  package func joined(by gap: String) -> StyledText {
    reduce(StyledText("")) { whole, text in
      if text.isEmpty { return whole }
      return whole.isEmpty ? text : whole + StyledText(gap) + text
    }
  }
}

extension Canvas {
  /// Draws text into the first row of a part, each of its parts as what it means.
  /// - Returns: the columns it takes.
  @discardableResult
  package mutating func put(_ text: StyledText, in rect: Rect, alignment: Alignment = .leading) -> Int {
    guard !rect.isEmpty else { return 0 }
    let blanks = alignment == .leading ? 0 : rect.columns - TextWidth.of(text.text.prefix(rect.columns + 1))
    let line = rect.line(0).splitLeft(alignment.offset(of: blanks)).rest
    let used = put(text.text, in: line, style: text.style)
    for part in text.parts {
      let room = line.splitLeft(min(part.columns.upperBound, used)).left
      restyle(room.splitLeft(part.columns.lowerBound).rest) { _ in part.style }
    }
    return used
  }

  /// A bar over what one is on; a badge keeps its look (principle 3).
  package mutating func select(_ rect: Rect) {
    restyle(rect) { $0.isBadge ? $0 : .selected }
  }
}
