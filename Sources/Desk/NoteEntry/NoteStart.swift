import Domain

/// What is said of a note before its form opens.
struct NoteStart: Sendable {
  var outcome: Outcome?
  var intent: String?
  var text = ""
}

extension NoteForm {
  /// Behind what is written already.
  mutating func add(_ start: NoteStart) {
    intent = start.intent ?? intent
    if start.text.isEmpty { return }
    text.moveCaret(to: text.characters.count)
    text.insert(text.isEmpty ? start.text : "\n" + start.text)
    focus(on: .text)
  }

  /// An older draft, with the call and the outcome of now.
  func goingOn(from draft: NoteForm) -> NoteForm {
    var old = draft
    old.outcome = outcome ?? old.outcome
    old.number = number ?? old.number
    old.calledAt = calledAt ?? old.calledAt
    old.isOnThePhone = isOnThePhone
    // What was written is where one goes on, unless one is somewhere already.
    if focus != .outcome || old.text.isEmpty { old.focus(on: focus) }
    return old
  }
}
