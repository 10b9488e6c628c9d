import Domain
import Services
import TerminalKit

/// Brings an order in (到单, R6.3): under which contract name, and for how much. The customer's own name holds while no
/// other is typed.
struct OrderPane: Pane {
  private enum Field: Hashable {
    case contract, amount
  }

  private let about: Subject
  private let goesOn: Bool
  private var view: CustomerView?
  private var form = FormState([FormField(Field.amount, label: ""), FormField(Field.contract, label: "")])
  private var isSaving = false

  /// - Parameter goesOn: with its note the work on this customer is done, and the list goes on.
  init(_ subject: Subject, goesOn: Bool = false) {
    about = subject
    self.goesOn = goesOn
  }

  static let keymap = Keymap<OrderPane>(
    [
      .save(help: "key.save_order", hint: "hint.save_order") { $0.save($1) },
      .leave(help: "key.leave_order", hint: "hint.leave_order", priority: 30) { _, context in
        [.close, .say(context.words["order.left"])]
      },
    ]
      + Binding.fields(\.form))

  var subject: Subject? { about }
  var isTyping: Bool { true }
  var editing: EditBuffer? { form.editing }

  private var amount: Amount? {
    Amount(form[.amount]).flatMap { $0.isPlausible ? $0 : nil }
  }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] { [ask(.customer(about.id)) { $0.view = $1 }] }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    _ = form.handle(event)
    return []
  }

  private mutating func save(_ context: Context) -> [Effect] {
    if isSaving { return [] }
    guard let amount else {
      form.focus(on: .amount)
      return [.say(context.words["problem.unreadable.amount"])]
    }
    isSaving = true
    let contract = form[.contract].isEmpty ? about.name : form[.contract]
    let errand = OrderErrand(subject: about, amount: amount, contract: contract)
    return [finish(errand, whileBusy: \.isSaving, goesOn: goesOn), .outside(.discardTypeAhead)]
  }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    context.words("customer.title", ["name": about.name, "code": about.id.code])
  }

  func advice(_ context: Context) -> String { context.words["order.advice"] }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = CustomerLayout(frame)
    canvas.caret = layout.form.line(1).origin
    if let view { CustomerHead(view, number: nil, context).draw(in: layout.head, on: &canvas) }
    Rule(context.words["order.title"]).draw(in: layout.rule, on: &canvas)
    let labels = [context.words["order.amount"], context.words["order.contract"]]
    let values = layout.form.splitLeft((labels.map { TextWidth.of($0) }.max() ?? 0) + 1).rest
    for (row, label) in labels.enumerated() { canvas.put(label, in: layout.form.line(row + 1)) }
    let figure = values.line(1).splitLeft(16)
    draw(.amount, or: "", in: figure.left, on: &canvas)
    draw(.contract, or: about.name, in: values.line(2), on: &canvas)
    canvas.put(remark(context), in: figure.rest)
  }

  /// - Parameter fallback: what holds while nothing is typed.
  private func draw(_ field: Field, or fallback: String, in line: Rect, on canvas: inout Canvas) {
    TextField(placeholder: fallback).draw(
      form.buffers[field] ?? EditBuffer(), hasFocus: form.focus == field, in: line, on: &canvas)
  }

  /// The amount as it is read, or how to write it.
  private func remark(_ context: Context) -> String {
    amount.map { context.words("order.amount.read", ["amount": $0.grouped]) }
      ?? context.words["order.amount.how"]
  }
}
