import Domain
import Services
import TerminalKit

/// Writes a note (R6.1).
struct NoteErrand: Errand {
  let entry: NoteEntry
  let subject: Subject
  /// As it was typed: it stays where the note can't be written.
  let typed: String
  /// What was agreed with the customer before.
  var agreed: Instant?
  /// What else is said at the end.
  private var remark = ""

  init(entry: NoteEntry, subject: Subject, typed: String, agreed: Instant? = nil) {
    self.entry = entry
    self.subject = subject
    self.typed = typed
    self.agreed = agreed
  }

  func with(_ remark: String) -> NoteErrand {
    var note = self
    note.remark = remark
    return note
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> WriteNote.Written {
    try WriteNote(entry, on: subject.id, draft: typed).perform(by: actor, at: now, in: house)
  }

  var draft: WrittenDraft? { WrittenDraft(text: typed, customer: subject.id) }

  func undo(_ written: WriteNote.Written) -> Undo? {
    Undo(back: TakeBackNoteErrand(note: written.note, subject: subject), again: self)
  }

  // MARK: what it says

  /// W15, with what became of the due moment (W10, W11); of a long name only so much as leaves room for both.
  func report(_ written: WriteNote.Written, _ context: Context) -> String? {
    let rule = context.policy.notes.outcome(entry.outcome)
    return FittedLine(context).with(subject.name) { customer in
      context.words(
        "report.noted",
        [
          "customer": customer, "outcome": rule.map { context.wording.title($0.title) } ?? "",
          "again": written.next.map { again($0.at, context) } ?? "", "due": renewal(written, context),
        ]) + remark
    }
  }

  /// When to call again, and which appointment holds where there was one.
  private func again(_ next: Instant, _ context: Context) -> String {
    let time = context.wording.short(next, at: context.now)
    guard let agreed, agreed > context.now else { return context.words("report.again", ["time": time]) }
    if agreed == next { return context.words("report.again.kept", ["time": time]) }
    let old = context.wording.short(agreed, at: context.now)
    return context.words("report.again.instead", ["time": time, "old": old])
  }

  private func renewal(_ written: WriteNote.Written, _ context: Context) -> String {
    guard let before = written.dueBefore, let after = written.dueAfter else { return "" }
    let old = context.wording.due(before, at: context.now)
    if before == after { return context.words("report.not_renewed", ["due": old]) }
    return context.words(
      "report.renewed", ["old": old, "new": ClockWords(context).dueDate(after)])
  }
}

/// Takes a note back (R6.5).
struct TakeBackNoteErrand: Errand {
  let note: NoteID
  let subject: Subject

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try TakeBackNote(note, on: subject.id).perform(by: actor, at: now, in: house)
  }

  var about: Subject? { subject }

  /// W16
  func report(_: Void, _ context: Context) -> String? {
    FittedLine(context).with(subject.name) {
      context.words("report.note_taken_back", ["customer": $0])
    }
  }
}
