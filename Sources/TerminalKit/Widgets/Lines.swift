/// A row with text at both ends; the right one is kept, the left one cut.
package struct Headline: Sendable {
  package let left: StyledText
  package let right: StyledText

  package init(left: StyledText, right: StyledText = "") {
    self.left = left
    self.right = right
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let line = rect.splitTop(1).top
    let wanted = TextWidth.of(right.text)
    let parts = line.splitRight(wanted)
    canvas.put(right.text, in: parts.right, style: right.style)
    let gap = wanted == 0 ? 0 : 1
    canvas.put(left.text, in: parts.rest.splitRight(gap).rest, style: left.style)
  }
}

/// A rule with a title in it: `-- title ---------- trailing`.
package struct Rule: Sendable {
  package let title: String
  package let trailing: String

  package init(_ title: String = "", trailing: String = "") {
    self.title = title
    self.trailing = trailing
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let line = rect.splitTop(1).top
    canvas.fill(line, with: "-", style: .chrome)
    let reserved = trailing.isEmpty ? 0 : TextWidth.of(trailing) + 1
    let parts = line.splitRight(min(reserved, line.columns / 2))
    if !trailing.isEmpty { canvas.put(" " + trailing, in: parts.right) }
    guard !title.isEmpty else { return }
    let room = parts.rest.splitLeft(2).rest
    canvas.put(" \(title) ", in: room, style: .strong)
  }
}

/// The one line of news, or of the mode one is in.
package struct MessageLine: Sendable {
  package let text: String
  package let style: Style

  package init(_ text: String, style: Style = .message) {
    self.text = text
    self.style = style
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.put(text, in: rect, style: style)
  }
}

/// The keys worth knowing, and the way to all others, which is never cut (M2).
package struct HintLine: Sendable {
  package let hints: [Hint]
  package let help: String

  package init(_ hints: [Hint], help: String) {
    self.hints = hints
    self.help = help
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let line = rect.splitTop(1).top
    let parts = line.splitRight(TextWidth.of(help))
    canvas.put(help, in: parts.right)
    let room = parts.rest.splitRight(1).rest
    var used = 0
    for hint in hints {
      let width = TextWidth.of(hint.label)
      guard used + width <= room.columns else { return }
      canvas.put(hint.label, at: Position(row: room.row, column: room.column + used), style: style(of: hint))
      used += width + 1
    }
  }

  private func style(of hint: Hint) -> Style { hint.isDisabled ? .muted : .plain }
}
