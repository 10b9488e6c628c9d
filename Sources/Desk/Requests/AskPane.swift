import Domain
import Services
import TerminalKit

/// Asks for something about one's customer, in a line or two (R8.4).
struct AskPane: Pane {
  private let purpose: AskPurpose
  private var view: CustomerView?
  private var form: FormState<AskPurpose.Field>
  private var isAsking = false

  init(_ purpose: AskPurpose) {
    self.purpose = purpose
    form = FormState(purpose.fields.map { FormField($0, label: "") }, limit: 300)
  }

  static let keymap = Keymap<AskPane>(
    [
      .save(help: "key.ask", hint: "hint.ask") { $0.ask($1) },
      .leave(help: "key.leave_request", hint: "hint.leave_request", priority: 30),
    ] + Binding.fields(\.form))

  var subject: Subject? { purpose.subject }
  var isTyping: Bool { true }
  var editing: EditBuffer? { form.editing }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [ask(.customer(purpose.subject.id)) { $0.view = $1 }]
  }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    _ = form.handle(event)
    return []
  }

  private mutating func ask(_ context: Context) -> [Effect] {
    if isAsking { return [] }
    if let missing = purpose.fields.first(where: { form[$0].allSatisfy(\.isWhitespace) }) {
      form.focus(on: missing)
      return [.say(context.words["ask.needs.\(missing.rawValue)"])]
    }
    isAsking = true
    return [finish(purpose.errand { form[$0] }, whileBusy: \.isAsking), .outside(.discardTypeAhead)]
  }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    context.words("customer.title", ["name": purpose.subject.name, "code": purpose.subject.id.code])
  }

  func advice(_ context: Context) -> String {
    context.words(
      "ask.\(purpose.kind.rawValue).advice",
      ["days": String(view?.policy.lostDays ?? context.policy.lostDays)])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = CustomerLayout(frame)
    canvas.caret = layout.form.line(1).origin
    if let view { CustomerHead(view, number: nil, context).draw(in: layout.head, on: &canvas) }
    Rule(purpose.title(context)).draw(in: layout.rule, on: &canvas)
    let labels = purpose.fields.map { context.words["ask.\($0.rawValue)"] }
    let parts = layout.form.splitLeft((labels.map { TextWidth.of($0) }.max() ?? 0) + 1)
    for (row, (field, label)) in zip(purpose.fields, labels).enumerated() {
      canvas.put(label, in: parts.left.line(row + 1))
      TextField().draw(
        form.buffers[field] ?? EditBuffer(), hasFocus: form.focus == field, in: parts.rest.line(row + 1),
        on: &canvas)
    }
  }
}
