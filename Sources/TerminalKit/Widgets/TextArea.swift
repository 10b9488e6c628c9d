/// Text of several lines to be edited; lines are wrapped at the width given.
package struct TextArea: Sendable {
  package let columns: Int
  package let style: Style

  package init(columns: Int, style: Style = .plain) {
    self.columns = max(columns, 2)
    self.style = style
  }

  /// A buffer for it: line ends allowed, so many bytes at most.
  package static func buffer(_ text: String = "", limit: Int = 20_000) -> EditBuffer {
    EditBuffer(text, limit: limit, allowsNewlines: true)
  }

  /// Takes an event: readline's keys, Up and Down over wrapped lines, Ctrl-J for a new line.
  @discardableResult
  package func handle(_ event: InputEvent, in buffer: inout EditBuffer) -> Bool {
    switch event {
    case .key(.up), .key(.control("p")): moveCaret(by: -1, in: &buffer)
    case .key(.down), .key(.control("n")): moveCaret(by: 1, in: &buffer)
    default: return buffer.handle(event)
    }
    return true
  }

  /// Lines the text takes; the part that holds it may grow with them.
  package func lineCount(of buffer: EditBuffer) -> Int { lines(of: buffer).count }

  package func draw(_ buffer: EditBuffer, hasFocus: Bool, in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let lines = lines(of: buffer)
    let caret = place(of: buffer.caret, in: lines, of: buffer)
    let first = hasFocus ? Scroll.offset(of: caret.row, in: rect.rows) : 0
    for (row, range) in lines.dropFirst(first).prefix(rect.rows).enumerated() {
      let text = String(buffer.characters[range].filter { $0 != "\n" })
      canvas.put(text, in: rect.line(row).splitLeft(columns).left, style: style)
    }
    guard hasFocus else { return }
    let column = min(caret.column, min(columns, rect.columns) - 1)
    canvas.caret = Position(row: rect.row + caret.row - first, column: rect.column + column)
  }

  /// One column is kept for the caret behind the last character of a line.
  private func lines(of buffer: EditBuffer) -> [Range<Int>] {
    TextWrapping.ranges(of: buffer.characters, columns: columns - 1)
  }

  private func place(of caret: Int, in lines: [Range<Int>], of buffer: EditBuffer) -> Position {
    let row = lines.lastIndex { $0.lowerBound <= caret } ?? 0
    let before = buffer.characters[lines[row].lowerBound..<caret]
    return Position(row: row, column: before.reduce(0) { $0 + TextWidth.of($1) })
  }

  private func moveCaret(by count: Int, in buffer: inout EditBuffer) {
    let lines = lines(of: buffer)
    let place = place(of: buffer.caret, in: lines, of: buffer)
    let target = place.row + count
    guard lines.indices.contains(target) else { return }
    buffer.moveCaret(to: index(atColumn: place.column, of: lines[target], in: buffer))
  }

  /// The place in a line nearest to a column; never behind its line end, nor at the start of the next line.
  private func index(atColumn column: Int, of line: Range<Int>, in buffer: EditBuffer) -> Int {
    var used = 0
    for index in line {
      let character = buffer.characters[index]
      used += TextWidth.of(character)
      if character == "\n" || used > column { return index }
    }
    let isLast = line.upperBound == buffer.characters.count
    return isLast ? line.upperBound : max(line.upperBound - 1, line.lowerBound)
  }
}
