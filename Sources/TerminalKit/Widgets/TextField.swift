/// One line of text to be edited. The part around the caret is shown; it moves on by half the field at a time, so that
/// most keys change one cell only.
package struct TextField: Sendable {
  package let isSecret: Bool
  package let style: Style
  /// Shown muted while the field is empty.
  package let placeholder: String

  package init(isSecret: Bool = false, style: Style = .plain, placeholder: String = "") {
    self.isSecret = isSecret
    self.style = style
    self.placeholder = placeholder
  }

  /// Draws into the first row of a part; with the focus the hardware cursor stands on the caret.
  package func draw(_ buffer: EditBuffer, hasFocus: Bool, in rect: Rect, on canvas: inout Canvas) {
    let line = rect.splitTop(1).top
    guard !line.isEmpty else { return }
    let window = Window(shown(buffer), caret: buffer.caret, columns: line.columns, follows: hasFocus)
    canvas.clipped(to: line) { canvas in
      if buffer.isEmpty { canvas.put(placeholder, in: line, style: .muted) }
      canvas.put(window.text, in: line, style: style)
      if hasFocus { canvas.caret = Position(row: line.row, column: line.column + window.caretColumn) }
    }
  }

  private func shown(_ buffer: EditBuffer) -> [Character] {
    isSecret ? Array(repeating: "*", count: buffer.characters.count) : buffer.characters
  }

  /// The characters in view.
  private struct Window {
    var text = ""
    var caretColumn = 0

    init(_ characters: [Character], caret: Int, columns: Int, follows: Bool) {
      let before = characters[..<caret].reduce(0) { $0 + TextWidth.of($1) }
      let scroll = follows ? Scroll.offset(of: before, in: columns) : 0
      var column = 0
      let start = characters.firstIndex { character in
        defer { column += TextWidth.of(character) }
        return column >= scroll
      }
      guard let start else { return }
      text = String(characters[start...].prefix(columns * 4))
      caretColumn = characters[start..<max(caret, start)].reduce(0) { $0 + TextWidth.of($1) }
      caretColumn = min(caretColumn, columns - 1)
    }
  }
}
