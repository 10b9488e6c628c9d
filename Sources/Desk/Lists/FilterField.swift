import TerminalKit

/// The filter as it is being typed. Every key counts at once; Enter keeps it, Esc clears it.
struct FilterField: Sendable {
  private(set) var buffer = EditBuffer(limit: 100)
  private(set) var isOpen = false

  var text: String { buffer.text }
  var isEmpty: Bool { buffer.isEmpty }

  var typedNumber: String? { isOpen && text.looksLikeNumber ? text : nil }

  mutating func open() { isOpen = true }

  /// What it says now, as if it had been typed and kept.
  mutating func set(_ text: String) {
    clear()
    buffer.insert(text)
  }

  mutating func clear() {
    buffer.clear()
    isOpen = false
  }

  /// The few keys that are no text.
  static func hints(_ context: Context) -> [Hint] {
    [("Enter", "keep"), ("Esc", "clear"), ("Down Up", "choose")].map {
      Hint(key: $0.0, text: context.words["hint.filter.\($0.1)"])
    }
  }

  enum Outcome {
    case changed, closed, ignored
  }

  mutating func type(_ event: InputEvent) -> Outcome {
    switch event {
    case .key(.enter):
      isOpen = false
      return .closed
    case .key(.escape), .key(.control("c")):
      clear()
      return .changed
    default:
      let before = buffer.text
      guard buffer.handle(event) else { return .ignored }
      return buffer.text == before ? .closed : .changed
    }
  }

  /// While it is typed it takes the numbered row: digits are text then.
  func draw(in rect: Rect, on canvas: inout Canvas, prompt: String, advice: String) {
    let used = canvas.put(prompt, in: rect) + 1
    let parts = rect.splitLeft(used).rest.splitRight(TextWidth.of(advice) + 1)
    canvas.put(advice, in: parts.right.splitLeft(1).rest)
    TextField(style: .strong).draw(buffer, hasFocus: true, in: parts.rest, on: &canvas)
  }
}
