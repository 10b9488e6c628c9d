import Domain
import Services
import TerminalKit

/// The form of a customer (R5.7, R10.1): its name, address and numbers, its people, and its verified identity. What is
/// changed is checked when it is saved.
struct FormPane: Pane {
  private let about: Subject
  private(set) var view: CustomerView?
  private(set) var state = FormState(
    CustomerField.texts.map { FormField($0, label: "") }, limit: 300)
  private(set) var choices = FormChoices()
  private var isSaving = false
  /// What was typed before the customer was read.
  private var early: [InputEvent] = []
  /// Esc was pressed over something that is not saved: once more leaves it.
  private var isLeaving = false

  init(_ subject: Subject) {
    about = subject
  }

  static let keymap = Keymap<FormPane>(
    [
      .save(help: "key.save", hint: "hint.save") { $0.save($1) },
      .leave(help: "key.leave_form", hint: "hint.leave_plan", priority: 30) { $0.leave($1) },
      .named([.right, .left], .nextItem, help: "key.mark_number", hint: "hint.mark_number", priority: 40),
    ]
      + Binding.fields(\.state))

  var subject: Subject? { about }
  var isTyping: Bool { true }
  /// Nil where something is chosen.
  var editing: EditBuffer? { state.focus?.isChosen == true ? nil : state.editing }

  // MARK: what is written

  /// Numbers that one can do something about: that nobody may be called by, a manager lifts (R6.3).
  var markable: [CustomerNumber] { (view?.numbers ?? []).filter { $0.mark != .doNotCall } }

  func value(_ field: CustomerField) -> String { state[field] }

  /// As it was, where it stood in the form.
  private func before(_ field: CustomerField) -> String {
    guard let view else { return "" }
    switch field {
    case .name: return view.customer.name
    case .address: return view.customer.address
    case .industry: return view.customer.industry
    case .remark: return view.customer.remark
    case .av(let part): return view.av[part]
    case .profile(let field): return view.profile[field]
    case .tags: return view.tags.joined(separator: " ")
    case .phone, .fax, .mobile, .contact, .title, .superior, .role, .mark: return ""
    }
  }

  var fields: [CustomerField] { CustomerField.all(marks: markable.count) }

  var changed: [CustomerField] { fields.filter(isChanged) }

  private func isChanged(_ field: CustomerField) -> Bool {
    switch field {
    case .mark(let place): choices.marks[place] != nil
    case .role: choices.role != nil
    default: state[field] != before(field)
    }
  }

  var change: CustomerChange {
    var change = CustomerChange()
    for field in changed { write(field, to: &change) }
    if !state[.contact].isEmpty {
      var contact = ContactChange(state[.contact], title: state[.title])
      contact.role = choices.role
      contact.superior = state[.superior].isEmpty ? nil : state[.superior]
      change.contacts = [contact]
    }
    return change
  }

  /// One that is on and no longer written goes off.
  private var tagChanges: [TagChange] {
    let (before, after) = (view?.tags ?? [], state[.tags].split(separator: " ").map(String.init))
    return before.filter { !after.contains($0) }.map { TagChange($0, isOn: false) }
      + after.filter { !before.contains($0) }.map { TagChange($0, isOn: true) }
  }

  private func write(_ field: CustomerField, to change: inout CustomerChange) {
    let text = state[field]
    switch field {
    case .name: change.name = text
    case .address: change.address = text
    case .industry: change.industry = text
    case .remark: change.remark = text
    case .phone: change.phones = [text]
    case .fax: change.faxes = [text]
    case .mobile: change.mobiles = [text]
    case .contact, .title, .superior, .role: break
    case .tags: change.tags = tagChanges
    case .av(let part): change.av[part] = text
    case .profile(let field): change.profile[field] = text
    case .mark(let place):
      guard let mark = choices.marks[place], markable.indices.contains(place) else { return }
      change.marks.append(NumberMarking(markable[place].dialled, mark))
    }
  }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] {
    [
      ask(.customer(about.id)) { pane, view, context in
        pane.take(view)
        defer { pane.early = [] }
        return pane.early.flatMap { pane.type($0, context) }
      }
    ]
  }

  /// A form that is not there yet takes what is typed once it is.
  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    if view != nil || event == .key(.escape) || event == .key(.control("c")) {
      return typeByKeys(event, context)
    }
    early.append(event)
    return []
  }

  /// What others change meanwhile is not taken into a form that is being written.
  private mutating func take(_ view: CustomerView) {
    guard self.view == nil else { return }
    self.view = view
    state = FormState(
      fields.map { FormField($0, label: "") },
      values: Dictionary(CustomerField.texts.map { ($0, before($0)) }) { first, _ in first }, limit: 300)
  }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    isLeaving = false
    if let focus = state.focus, focus.isChosen {
      if let step = event.turn { turn(focus, by: step) }
      return []
    }
    _ = state.handle(event)
    return []
  }

  private mutating func turn(_ field: CustomerField, by step: Int) {
    if field == .role { return choices.turnRole(by: step) }
    guard case .mark(let place) = field else { return }
    choices.turnMark(place, of: markable[place].mark, by: step)
  }

  private mutating func leave(_ context: Context) -> [Effect] {
    if isLeaving || changed.isEmpty { return [.close] }
    isLeaving = true
    return [.say(context.words("form.not_saved", ["count": String(changed.count)]))]
  }

  private mutating func save(_ context: Context) -> [Effect] {
    if isSaving || view == nil { return [] }
    if changed.isEmpty { return [.close] }
    isSaving = true
    return [
      run(ChangeErrand(change: change, subject: about)) { _, _, _ in
        [.close]
      } else: { pane, trouble, _ in
        pane.goOn(after: trouble)
        return []
      }
    ]
  }

  private mutating func goOn(after trouble: Trouble) {
    isSaving = false
    guard case .refused(.invalidField(let name, _)) = trouble, let field = CustomerField(refused: name) else {
      return
    }
    state.focus(on: field)
  }
}
