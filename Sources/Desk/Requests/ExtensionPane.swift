import Domain
import Services
import TerminalKit

/// Asks for more time with a customer (延期, R4.8): how many days, and why. What is left empty is as it stands there dim.
struct ExtensionPane: Pane {
  private enum Field: Hashable {
    case days, reason
  }

  private let about: Subject
  private var view: CustomerView?
  private var form = FormState([FormField(Field.days, label: ""), FormField(Field.reason, label: "")])
  /// Who would answer, for how many days, as far as it is known.
  private var answerer: (days: Int, name: String?)?
  private var isAsking = false
  /// Enter was pressed before the customer was read.
  private var isAskedFor = false

  init(_ subject: Subject) {
    about = subject
  }

  static let keymap = Keymap<ExtensionPane>(
    [
      .save(help: "key.ask", hint: "hint.ask") { $0.ask($1) },
      .leave(help: "key.leave_request", hint: "hint.leave_request", priority: 30),
    ] + Binding.fields(\.form))

  var subject: Subject? { about }
  var isTyping: Bool { true }
  var editing: EditBuffer? { form.editing }

  private var rules: ExtensionRules? { view?.policy.extensions }

  /// Nil where what is typed is no number of days one may ask for.
  private func days(_ context: Context) -> Int? {
    guard let rules else { return nil }
    let typed = context.session.fold(form[.days])
    let days = typed.isEmpty ? rules.managerDays : Int(typed)
    return days.flatMap { (1...rules.mostDays).contains($0) ? $0 : nil }
  }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.customer(about.id)) { pane, view, context in
        pane.view = view
        defer { pane.isAskedFor = false }
        return pane.askWhoAnswers(context) + (pane.isAskedFor ? pane.ask(context) : [])
      }
    ]
  }

  private func askWhoAnswers(_ context: Context) -> [Effect] {
    guard let days = days(context), days != answerer?.days else { return [] }
    return [ask(.answerers(days: days)) { $0.answerer = (days, $1.first?.name) }]
  }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    if case .edited(.days) = form.handle(event) { return askWhoAnswers(context) }
    return []
  }

  private mutating func ask(_ context: Context) -> [Effect] {
    if isAsking { return [] }
    if view == nil {
      isAskedFor = true
      return []
    }
    guard let days = days(context) else {
      form.focus(on: .days)
      return [.say(context.words("extension.days.range", ["most": String(rules?.mostDays ?? 0)]))]
    }
    isAsking = true
    let reason = form[.reason].isEmpty ? context.words["extension.reason.default"] : form[.reason]
    let errand = AskExtensionErrand(subject: about, days: days, reason: reason)
    return [finish(errand, whileBusy: \.isAsking), .outside(.discardTypeAhead)]
  }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    context.words("customer.title", ["name": about.name, "code": about.id.code])
  }

  func advice(_ context: Context) -> String {
    context.words(
      "extension.advice",
      [
        "days": String(rules?.managerDays ?? 0), "most": String(rules?.mostDays ?? 0),
        "reason": context.words["extension.reason.default"],
      ])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = CustomerLayout(frame)
    canvas.caret = layout.form.line(1).origin
    Rule(context.words["extension.title"]).draw(in: layout.rule, on: &canvas)
    guard let view, let rules else { return }
    CustomerHead(view, number: nil, context).draw(in: layout.head, on: &canvas)
    let values = layout.form.splitLeft(labelColumns(context)).rest
    let daysColumns = 4
    draw(.days, or: String(rules.managerDays), in: values.line(1).splitLeft(daysColumns).left, on: &canvas)
    draw(.reason, or: context.words["extension.reason.default"], in: values.line(2), on: &canvas)
    for (row, field) in [Field.days, .reason].enumerated() {
      canvas.put(context.words["extension.\(field)"], in: layout.form.line(row + 1))
    }
    canvas.put(remark(view, context), in: values.line(1).splitLeft(daysColumns + 1).rest)
  }

  private func labelColumns(_ context: Context) -> Int {
    max(TextWidth.of(context.words["extension.days"]), TextWidth.of(context.words["extension.reason"])) + 1
  }

  /// - Parameter fallback: what holds while nothing is typed.
  private func draw(_ field: Field, or fallback: String, in line: Rect, on canvas: inout Canvas) {
    TextField(placeholder: fallback).draw(
      form.buffers[field] ?? EditBuffer(), hasFocus: form.focus == field, in: line, on: &canvas)
  }

  /// `= 今 24:00 > 12-01 24:00   林白露 批`
  private func remark(_ view: CustomerView, _ context: Context) -> String {
    guard let days = days(context) else {
      return context.words("extension.days.range", ["most": String(view.policy.extensions.mostDays)])
    }
    guard let opportunity = view.opportunity, let standing = view.standing,
      let due = view.policy.due(of: opportunity, extendedBy: days, in: context.calendar)
    else { return context.words["why.no_clock"] }
    let wording = context.wording
    let dates = context.words(
      "extension.outlook",
      [
        "old": wording.due(standing.effectiveDue, at: context.now), "new": wording.due(due, at: context.now),
      ])
    guard let answerer, answerer.days == days else { return dates }
    return dates
      + (answerer.name.map { context.words("extension.answerer", ["name": $0]) }
        ?? context.words["extension.nobody"])
  }
}

extension Question {
  /// Who would answer an extension of so many days.
  fileprivate static func answerers(days: Int) -> Question where Answer == [Refusal.Holder] {
    Question { house, actor, _ in try RequestQueue.answerers(of: actor, days: days, in: house) }
  }
}
