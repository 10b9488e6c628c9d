import Domain
import Services
import TerminalKit

/// Refuses what was asked, with a remark that the asker reads (R8.4).
struct RefusalPane: Pane {
  private let asked: [AskedRequest]
  private var remark = EditBuffer(limit: 200)
  private var isSending = false

  init(_ asked: [AskedRequest]) {
    self.asked = asked
  }

  static let keymap = Keymap<RefusalPane>([
    .save(help: "key.send_refusal", hint: "hint.send_refusal") { $0.send($1) },
    .leave(help: "key.leave_refusal", hint: "hint.leave_refusal"),
  ])

  var subject: Subject? { asked.first.flatMap { Subject($0) } }
  var isTyping: Bool { true }
  var editing: EditBuffer? { remark }

  func title(_ context: Context) -> String {
    context.words("refusal_pane.title", ["count": String(asked.count)])
  }

  func advice(_ context: Context) -> String { context.words["refusal_pane.advice"] }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    _ = remark.handle(event)
    return []
  }

  private mutating func send(_ context: Context) -> [Effect] {
    if isSending { return [] }
    guard remark.text.contains(where: { !$0.isWhitespace }) else {
      return [.say(context.words["refusal_pane.needs_remark"])]
    }
    isSending = true
    let errand = Each(asked.map { TurnDownErrand(asked: $0, remark: remark.text) })
    return [finish(errand, whileBusy: \.isSending), .outside(.discardTypeAhead)]
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let rect = frame.content
    let label = context.words["refusal_pane.remark"]
    let parts = rect.line(1).splitLeft(TextWidth.of(label) + 1)
    canvas.put(label, in: parts.left)
    TextField().draw(remark, hasFocus: true, in: parts.rest, on: &canvas)
    Rule().draw(in: rect.line(2), on: &canvas)
    for (row, asked) in asked.prefix(max(rect.rows - 3, 0)).enumerated() {
      canvas.put(asked.about, in: rect.line(row + 3).splitLeft(Gutter.columns).rest)
    }
  }
}
