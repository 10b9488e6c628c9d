import Domain
import Services
import TerminalKit

/// The next contact of a customer, changed without a note: one field.
struct PlanPane: Pane {
  private let about: Subject
  private var view: CustomerView?
  private var field = WhenField()
  private var isSaving = false

  init(_ subject: Subject) {
    about = subject
  }

  static let keymap = Keymap<PlanPane>([
    .save(help: "key.save", hint: "hint.save") { $0.save($1) },
    .leave(help: "key.leave_plan", hint: "hint.leave_plan"),
    Binding([.tab], .switchHalf, help: "key.off_rest_day", hint: "hint.off_rest_day", priority: 30) {
      _ = $0.field.moveOffRestDay($1)
      return []
    },
  ])

  var subject: Subject? { about }
  var isTyping: Bool { true }
  var editing: EditBuffer? { field.buffer }

  func title(_ context: Context) -> String {
    context.words("customer.title", ["name": about.name, "code": about.id.code])
  }

  func advice(_ context: Context) -> String {
    field.warning(due: view?.standing?.effectiveDue, context) ?? context.words["plan.advice"]
  }

  /// What stands there by now is in the field, and Enter leaves it.
  mutating func appear(_ context: Context) -> [Effect] {
    [
      ask(.customer(about.id)) { pane, view, context in
        pane.view = view
        pane.field.propose(view.customer.next.map { WhenField.text(of: $0, context) } ?? "")
        return []
      }
    ]
  }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    field.handle(event)
    return []
  }

  /// Nothing typed means no next contact any more.
  private mutating func save(_ context: Context) -> [Effect] {
    if isSaving { return [] }
    let moment = field.moment(context)
    if moment == nil && !field.isEmpty { return [.say(context.words["plan.not_readable"])] }
    if !field.isTouched || moment == nil && view?.customer.nextContact == nil { return [.close] }
    isSaving = true
    let errand = PlanErrand(
      next: moment, subject: about, before: view?.customer.next, isAgreed: isAgreed(context),
      purpose: field.purpose(context))
    return [finish(errand, whileBusy: \.isSaving)]
  }

  /// As it was typed, 约 or 回访; else a new plan is ours, and what was agreed stays so (R6.1).
  private func isAgreed(_ context: Context) -> Bool {
    (try? field.resolved(context).get())?.isAgreed ?? view?.customer.next?.isAgreed ?? false
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = CustomerLayout(frame)
    if let view { CustomerHead(view, number: nil, context).draw(in: layout.head, on: &canvas) }
    Rule(context.words["plan.title"]).draw(in: layout.rule, on: &canvas)
    let label = context.words[isAgreed(context) ? "plan.agreed" : "plan.ours"]
    let parts = layout.form.line(1).splitLeft(TextWidth.of(label) + 1)
    canvas.put(label, in: parts.left)
    TextField().draw(field.buffer, hasFocus: true, in: parts.rest, on: &canvas)
    let remark = field.remark(due: view?.standing?.effectiveDue, context)
    canvas.put(remark, in: layout.form.line(2).splitLeft(TextWidth.of(label) + 1).rest)
  }
}
