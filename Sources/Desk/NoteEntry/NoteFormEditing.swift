import Domain
import TerminalKit

extension NoteForm {
  /// What a key or a text did to the form.
  enum Edit {
    case edited
    /// The digit of an outcome.
    case outcome(Outcome)
    /// No outcome has this key.
    case unknown
  }

  mutating func edit(_ event: InputEvent, _ context: Context) -> Edit {
    switch focus {
    case .outcome: return editOutcome(event, context)
    case .text: NoteForm.textArea(context).handle(event, in: &text)
    case .next: next.handle(event)
    case .intent: intent = chosen(event, of: context.policy.intents.map(\.level), from: intent)
    case .stage:
      let stages = context.policy.stages.indices.map { String($0 + 1) }
      stage = chosen(event, of: stages, from: stage.map(String.init)).flatMap { Int($0) }
    case .met: met.handle(event)
    case .kind: editKind(event)
    case .place: place.handle(event)
    }
    return .edited
  }

  static func textArea(_ context: Context) -> TextArea {
    TextArea(columns: NoteLayout(context).text.columns)
  }

  /// Digits are outcomes; whoever begins to write is in the text.
  private mutating func editOutcome(_ event: InputEvent, _ context: Context) -> Edit {
    switch event {
    case .key(let key):
      if let rule = key.digit.flatMap({ Outcomes.rule(of: $0, context.policy) }) {
        return .outcome(rule.outcome)
      }
      guard let character = key.character, key.digit == nil else { return .unknown }
      beginText(String(character))
    case .text(let text):
      if case .key(let key)? = CommandInput.commands(in: event).first, key.digit != nil {
        return editOutcome(.key(key), context)
      }
      beginText(text)
    case .paste(let text): beginText(text)
    }
    return .edited
  }

  /// Behind what is written already it is a further part of the sentence.
  mutating func insert(phrase: String) {
    let before = text.characters.prefix(text.caret).last
    let goesOn = before.map { $0.isLetter || $0.isNumber } ?? false
    beginText(goesOn ? ", \(phrase)" : phrase)
  }

  private mutating func beginText(_ more: String) {
    focus(on: .text)
    text.insert(more)
  }

  private mutating func editKind(_ event: InputEvent) {
    let kinds = NoteKind.allCases
    let digits = kinds.indices.map { String($0 + 1) }
    let present = kinds.firstIndex(of: kind).map { String($0 + 1) }
    guard let digit = chosen(event, of: digits, from: present).flatMap({ Int($0) }) else { return }
    kind = kinds[digit - 1]
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
