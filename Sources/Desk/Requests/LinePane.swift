import Services
import TerminalKit

/// A line of text that an act needs, and what there is to know of it.
struct LinePane: Pane {
  private let purpose: LinePurpose
  private var line = EditBuffer(limit: 800)
  private var isSending = false

  /// - Parameter text: what is known already; it can be changed like what is typed.
  init(_ purpose: LinePurpose, text: String = "") {
    self.purpose = purpose
    line.insert(text)
  }

  static let keymap = Keymap<LinePane>([
    .save(help: "key.send_line", hint: "hint.send_line") { $0.send($1) },
    .leave(help: "key.leave_line", hint: "hint.leave_line"),
  ])

  var subject: Subject? { purpose.subject }
  var isTyping: Bool { true }
  var editing: EditBuffer? { line }

  func title(_ context: Context) -> String { purpose.title(context) }

  func advice(_ context: Context) -> String { context.words["line.\(purpose.name).advice"] }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    _ = line.handle(event)
    return []
  }

  private mutating func send(_ context: Context) -> [Effect] {
    if isSending { return [] }
    if purpose.needsText && line.text.allSatisfy(\.isWhitespace) {
      return [.say(context.words["line.\(purpose.name).empty"])]
    }
    isSending = true
    return [finish(purpose.errand(line.text), whileBusy: \.isSending), .outside(.discardTypeAhead)]
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let rect = frame.content
    Rule(context.words["line.\(purpose.name).title"]).draw(in: rect.line(0), on: &canvas)
    let label = context.words["line.\(purpose.name).label"]
    let parts = rect.line(1).splitLeft(TextWidth.of(label) + 1)
    canvas.put(label, in: parts.left)
    TextField().draw(line, hasFocus: true, in: parts.rest, on: &canvas)
    let lines = purpose.facts(context).flatMap {
      TextWrapping.lines(of: $0, columns: rect.columns, atMost: rect.rows)
    }
    for (row, text) in lines.prefix(max(rect.rows - 3, 0)).enumerated() {
      canvas.put(text, in: rect.line(row + 3), style: .muted)
    }
  }
}
