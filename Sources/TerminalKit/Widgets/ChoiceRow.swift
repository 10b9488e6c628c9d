/// One item of the numbered row, worded whole: `2快流失8`.
package struct Choice: Hashable, Sendable {
  package let text: String
  package let isInForce: Bool
  package let isDisabled: Bool

  package init(_ text: String, isInForce: Bool = false, isDisabled: Bool = false) {
    self.text = text
    self.isInForce = isInForce
    self.isDisabled = isDisabled
  }

  var label: String {
    if isInForce { return "[\(text)]" }
    return isDisabled ? "(\(text))" : text
  }

  /// Its digit is a key, but where it is taken already or can't be.
  var styled: StyledText {
    if isInForce { return StyledText(label, style: .current) }
    if isDisabled { return StyledText(label, style: .muted) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return StyledText(String(digits), style: .key) + StyledText(String(text.dropFirst(digits.count)))
  }
}

/// Row 2: what a digit takes, the one in force in brackets, and something about the list at the right.
package struct ChoiceRow: Sendable {
  package let choices: [Choice]
  package let trailing: StyledText

  package init(_ choices: [Choice], trailing: StyledText = "") {
    self.choices = choices
    self.trailing = trailing
  }

  /// Whether all of them stand whole in a row, with a text at its right; one of them in force has its brackets.
  package static func fits(_ choices: [Choice], beside text: String, in columns: Int) -> Bool {
    let items = choices.reduce(0) { $0 + TextWidth.of($1.label) + 1 }
    return items + TextWidth.of(text) <= columns + (text.isEmpty ? 1 : 0)
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    let line = rect.splitTop(1).top
    let parts = line.splitRight(trailingWidth(in: line))
    canvas.put(trailing, in: parts.right, alignment: .trailing)
    drawChoices(in: trailing.isEmpty ? line : parts.rest.splitRight(1).rest, on: &canvas)
  }

  /// The trailing text has what the items leave, but a third of the row at least.
  private func trailingWidth(in line: Rect) -> Int {
    let items = choices.reduce(0) { $0 + TextWidth.of($1.label) + 1 }
    return min(trailing.columns, max(line.columns - items, line.columns / 3))
  }

  private func drawChoices(in line: Rect, on canvas: inout Canvas) {
    var column = line.column
    for choice in choices[firstShown(in: line)...] {
      let room = line.splitLeft(column - line.column).rest
      if room.isEmpty { return }
      column += canvas.put(choice.styled, in: room) + 1
    }
  }

  /// When the item in force would fall off the right edge, those before it make room.
  private func firstShown(in line: Rect) -> Int {
    guard let wanted = choices.firstIndex(where: \.isInForce) else { return 0 }
    var first = 0
    while first < wanted, width(of: first...wanted) > line.columns { first += 1 }
    return first
  }

  private func width(of range: ClosedRange<Int>) -> Int {
    choices[range].reduce(-1) { $0 + TextWidth.of($1.label) + 1 }
  }
}
