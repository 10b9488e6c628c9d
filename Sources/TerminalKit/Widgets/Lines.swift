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
    let wanted = right.columns
    let parts = line.splitRight(wanted)
    canvas.put(right, in: parts.right)
    let gap = wanted == 0 ? 0 : 1
    canvas.put(left, in: parts.rest.splitRight(gap).rest)
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
    canvas.fill(line, with: canvas.chrome.horizontal, style: .chrome)
    let reserved = trailing.isEmpty ? 0 : TextWidth.of(trailing) + 1
    let parts = line.splitRight(min(reserved, max(line.columns / 2, line.columns - TextWidth.of(title) - 6)))
    if !trailing.isEmpty { canvas.put(" " + trailing, in: parts.right) }
    guard !title.isEmpty else { return }
    let room = parts.rest.splitLeft(2).rest
    canvas.put(" \(title) ", in: room, style: .strong)
  }
}

/// The keys worth knowing, and the way to all others, which is never cut (M2).
package struct HintLine: Sendable {
  package let hints: [Hint]
  package let help: StyledText

  package init(_ hints: [Hint], help: StyledText) {
    self.hints = hints
    self.help = help
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let line = rect.splitTop(1).top
    let parts = line.splitRight(help.columns)
    canvas.put(help, in: parts.right)
    let room = parts.rest.splitRight(1).rest
    var used = 0
    for hint in hints {
      let label = label(of: hint)
      guard used + label.columns <= room.columns else { return }
      used += canvas.put(label, in: room.splitLeft(used).rest) + 1
    }
  }

  private func label(of hint: Hint) -> StyledText {
    if hint.isDisabled { return StyledText(hint.label, style: .muted) }
    return StyledText(hint.key, style: .key) + StyledText(hint.text)
  }
}
