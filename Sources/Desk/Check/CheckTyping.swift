import Domain
import TerminalKit

/// What is typed in the check: the form, or why an application is refused.
extension CheckPane {
  var isTyping: Bool { isInFields || refusing != nil }
  var isFiltering: Bool { false }
  var editing: EditBuffer? { refusing?.buffer ?? form.state.editing }

  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    if refusing != nil { return typeReason(event, context) }
    if event == .key(.up), form.isEmpty, let earlier {
      return takeUp(earlier.form, for: earlier.application, context)
    }
    switch event {
    case .key(.escape), .key(.control("c")): (isInFields, isApplying) = (false, false)
    case .key(.enter): return submit(context)
    default:
      if case .edited = form.handle(event) { return lookFor() }
    }
    return []
  }

  mutating func enterFields(at field: CheckField? = nil) -> [Effect] {
    isInFields = true
    if let field { form.focus(on: field) }
    return []
  }

  /// What others asked for is refused, and support says why.
  mutating func askWhy() -> [Effect] {
    var field = FilterField()
    field.open()
    refusing = field
    return []
  }

  private mutating func typeReason(_ event: InputEvent, _ context: Context) -> [Effect] {
    guard var field = refusing, let application = item?.application else { return [] }
    let isSent = event == .key(.enter)
    if isSent && field.text.allSatisfy(\.isWhitespace) { return [.say(context.words["check.refuse.why"])] }
    _ = field.type(event)
    refusing = field.isOpen ? field : nil
    return isSent ? begin(AnswerApplicationErrand(application, .refuse(reason: field.text))) : []
  }

  /// Whether the form is now to be sent to support.
  mutating func apply(_ isApplying: Bool) { self.isApplying = isApplying }

}
