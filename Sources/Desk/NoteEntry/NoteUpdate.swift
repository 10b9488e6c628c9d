import Domain
import TerminalKit

extension NotePane {
  static let keymap = Keymap<Command, NotePane>([
    Binding([.enter], .open, help: "key.save_note", hint: "hint.save_note", priority: 10),
    Binding([.tab], .switchHalf, help: "key.next_field", hint: "hint.next_field", priority: 20),
    Binding([.backTab], .switchHalfBack, help: "key.previous_field"),
    Binding([.control("j")], .down, help: "key.new_line", hint: "hint.new_line", priority: 30),
    Binding([.control("o")], .palette, help: "key.editor", hint: "hint.editor", priority: 40),
    Binding([.escape], .back, help: "key.leave_note", hint: "hint.leave_note", priority: 25),
  ])

  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    switch event {
    case .key(.escape), .key(.control("c")): return leave()
    case .key(.enter): return save(context)
    case .key(.tab): return moveFocus(by: 1, context)
    case .key(.backTab): return moveFocus(by: -1, context)
    case .key(.control("o")): return [.outside(.editOutside(form.text.text))]
    default: break
    }
    let effects = edit(event, context)
    return effects + [.after(500, .draft)] + timeSteadyDraft()
  }

  private mutating func timeSteadyDraft() -> [Effect] {
    if isTimed { return [] }
    isTimed = true
    return [.after(2_000, .steadyDraft)]
  }

  /// A draft stays; a form in which nothing was written leaves nothing behind.
  private func leave() -> [Effect] {
    [.cancel(.draft), .cancel(.steadyDraft)] + keepDraft + [.close]
  }

  private mutating func moveFocus(by step: Int, _ context: Context) -> [Effect] {
    if step > 0, form.focus == .next, form.next.moveOffRestDay(context) { return [.after(500, .draft)] }
    form.moveFocus(by: step)
    return keepDraft
  }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    switch timer {
    case .draft: break
    case .steadyDraft: isTimed = false
    default: return []
    }
    return keepDraft
  }

  mutating func takeEdited(_ text: String) -> [Effect] {
    form.text = TextArea.buffer(text)
    form.focus(on: .text)
    return keepDraft
  }

  // MARK: fields

  private mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    switch form.focus {
    case .outcome: return editOutcome(event, context)
    case .text: textArea(context).handle(event, in: &form.text)
    case .next: form.next.handle(event)
    case .intent: form.intent = chosen(event, of: context.policy.intents.map(\.level), from: form.intent)
    case .stage:
      let stages = context.policy.stages.indices.map { String($0 + 1) }
      form.stage = chosen(event, of: stages, from: form.stage.map(String.init)).flatMap { Int($0) }
    case .met: form.met.handle(event)
    case .kind: editKind(event)
    case .place: form.place.handle(event)
    }
    return []
  }

  func textArea(_ context: Context) -> TextArea {
    TextArea(columns: NoteLayout(context).text.columns)
  }

  /// Digits are outcomes; whoever begins to write is in the text.
  private mutating func editOutcome(_ event: InputEvent, _ context: Context) -> [Effect] {
    switch event {
    case .key(let key):
      if let rule = key.digit.flatMap({ Outcomes.rule(of: $0, context.policy) }) {
        take(outcome: rule.outcome, context)
      } else if let character = key.character, key.digit == nil {
        beginText(String(character))
      } else {
        return [.say(context.words["note.choose_outcome"])]
      }
    case .text(let text):
      if case .key(let key)? = CommandInput.commands(in: event).first, key.digit != nil {
        return editOutcome(.key(key), context)
      }
      beginText(text)
    case .paste(let text): beginText(text)
    }
    return []
  }

  private mutating func beginText(_ text: String) {
    form.focus(on: .text)
    form.text.insert(text)
  }

  private mutating func editKind(_ event: InputEvent) {
    let kinds = NoteKind.allCases
    let digits = kinds.indices.map { String($0 + 1) }
    let present = kinds.firstIndex(of: form.kind).map { String($0 + 1) }
    guard let digit = chosen(event, of: digits, from: present).flatMap({ Int($0) }) else { return }
    form.kind = kinds[digit - 1]
  }

  /// A field of few values: its key takes one, the arrows go through them, Backspace leaves it as it was.
  private func chosen(_ event: InputEvent, of values: [String], from present: String?) -> String? {
    switch event {
    case .key(.backspace), .key(.delete), .key(.control("u")): return nil
    case .key(.left), .key(.right):
      let place = present.flatMap { values.firstIndex(of: $0) }
      let step = event == .key(.right) ? 1 : -1
      let next = place.map { ($0 + step + values.count) % values.count } ?? (step > 0 ? 0 : values.count - 1)
      return values[next]
    default:
      guard case .key(let key)? = CommandInput.commands(in: event).first, let character = key.character else {
        return present
      }
      return values.first { $0 == String(character).uppercased() } ?? present
    }
  }
}
