import Domain
import Services
import TerminalKit

/// The next contact of a customer, changed without a note: one field. Of several customers at once each gets the moment
/// that is typed, or one of its own within the stretch that is (R6.2).
struct PlanPane: Pane {
  private let about: [Subject]
  /// Of a single customer.
  private var view: CustomerView?
  private var field = WhenField()
  private var isSaving = false

  init(_ subjects: [Subject]) {
    about = subjects
  }

  static let keymap = Keymap<PlanPane>([
    .save(help: "key.save", hint: "hint.save") { $0.save($1) },
    .leave(help: "key.leave_plan", hint: "hint.leave_plan"),
    Binding([.tab], .switchHalf, help: "key.off_rest_day", hint: "hint.off_rest_day", priority: 30) {
      _ = $0.field.moveOffRestDay($1, keepsStretch: $0.isOfMany)
      return []
    },
  ])

  private var isOfMany: Bool { about.count > 1 }

  var subject: Subject? { about.first }
  var isTyping: Bool { true }
  var editing: EditBuffer? { field.buffer }

  func title(_ context: Context) -> String {
    if isOfMany { return context.words("plan.many.title", ["count": String(about.count)]) }
    return context.words(
      "customer.title", ["name": about.first?.name ?? "", "code": about.first?.id.code ?? ""])
  }

  func advice(_ context: Context) -> String {
    field.warning(due: view?.standing?.effectiveDue, context)
      ?? (isOfMany ? about.named(in: "plan.many.advice", context) : context.words["plan.advice"])
  }

  /// What stands there by now is in the field, and Enter leaves it.
  mutating func appear(_ context: Context) -> [Effect] {
    guard let only = about.first, !isOfMany else { return [] }
    return [
      ask(.customer(only.id)) { pane, view, context in
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

  /// Nothing typed means no next contact any more; of several it changes nothing.
  private mutating func save(_ context: Context) -> [Effect] {
    if isSaving { return [] }
    let moments = moments(context)
    if moments.isEmpty && !field.isEmpty { return [field.notStored(context)] }
    if !field.isTouched || moments.isEmpty && (isOfMany || view?.customer.nextContact == nil) {
      return [.close]
    }
    isSaving = true
    let errands = about.enumerated().map { index, subject in
      PlanErrand(
        next: moments.isEmpty ? nil : moments[index], subject: subject, isAgreed: isAgreed(context),
        purpose: purpose(context))
    }
    let plan = run(Each(errands)) { _, outcome, _ in
      [.close, .unmark(outcome.customers)]
    } else: { pane, _, _ in
      pane.isSaving = false
      return []
    }
    return [plan]
  }

  /// One for each; none where nothing is typed, or nothing readable.
  private func moments(_ context: Context) -> [Instant] {
    (try? field.resolved(context).get().moments(about.count)) ?? []
  }

  /// As it was typed, 约 or 回访; else a new plan is ours, and what was agreed stays so (R6.1).
  private func isAgreed(_ context: Context) -> Bool? {
    (try? field.resolved(context).get())?.isAgreed
      ?? (isOfMany ? nil : view?.customer.next?.isAgreed ?? false)
  }

  /// Of several, each keeps its own where none is typed.
  private func purpose(_ context: Context) -> String? {
    let purpose = field.purpose(context)
    return isOfMany && purpose.isEmpty ? nil : purpose
  }

  // MARK: what it shows

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = CustomerLayout(frame)
    if let view { CustomerHead(view, number: nil, context).draw(in: layout.head, on: &canvas) }
    let (rule, form) =
      isOfMany ? (frame.content.line(0), frame.content.splitTop(1).rest) : (layout.rule, layout.form)
    Rule(context.words["plan.title"]).draw(in: rule, on: &canvas)
    let label = context.words[isAgreed(context) == true ? "plan.agreed" : "plan.ours"]
    let parts = form.line(1).splitLeft(TextWidth.of(label) + 1)
    canvas.put(label, in: parts.left)
    TextField().draw(field.buffer, hasFocus: true, in: parts.rest, on: &canvas)
    canvas.put(remark(context), in: form.line(2).splitLeft(TextWidth.of(label) + 1).rest)
    if isOfMany { drawAll(in: form.splitTop(4).rest, on: &canvas, context) }
  }

  private func remark(_ context: Context) -> StyledText {
    let moments = moments(context)
    guard isOfMany, field.offRestDay(context) == nil, let first = moments.first, let last = moments.last
    else {
      return field.remark(due: view?.standing?.effectiveDue, context)
    }
    let key = first == last ? "plan.many.same" : "plan.many.spread"
    return StyledText(
      context.words(
        key,
        ["from": context.wording.moment(first, at: context.now), "to": context.wording.clock(last)]))
  }

  /// Who gets which moment, and for whom that is too late.
  private func drawAll(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let moments = moments(context)
    let dues = Dictionary(context.own?.rows.map { ($0.id, $0.due) } ?? []) { first, _ in first }
    let shown = about.count > rect.rows ? rect.rows - 1 : about.count
    for (row, subject) in about.prefix(max(shown, 0)).enumerated() {
      let parts = rect.line(row).splitLeft(Gutter.columns).rest.splitLeft(PlanPane.nameColumns)
      canvas.put(subject.name, in: parts.left)
      guard moments.indices.contains(row) else { continue }
      let due = dues[subject.id] ?? nil
      canvas.put(text(of: moments[row], due: due, context), in: parts.rest.splitLeft(1).rest)
    }
    if shown < about.count {
      let more = context.words("plan.many.more", ["count": String(about.count - shown)])
      canvas.put(more, in: rect.line(rect.rows - 1).splitLeft(Gutter.columns).rest, style: .muted)
    }
  }

  private static let nameColumns = 30

  private func text(of moment: Instant, due: Instant?, _ context: Context) -> StyledText {
    let text = context.wording.moment(moment, at: context.now)
    guard let due, moment >= due else { return StyledText(text) }
    let late = context.words("when.beyond_due", ["due": context.wording.due(due, at: context.now)])
    return StyledText("\(text)  \(late)", style: .strong)
  }
}
