import Domain
import Services
import TerminalKit

/// A call that was begun here. It is a question bound to its customer (principle 11): until its outcome is taken,
/// digits are outcomes of this call and of no other.
struct Call: Sendable {
  let subject: Subject
  let since: Instant
  /// Who is called by which number; nil till the customer is read, and it may be dialled.
  var line: Line?
  /// The number that was chosen; nil takes the first that may be called.
  let chosen: CustomerNumber?
  /// The outcome whose digit was pressed before that.
  var answer: OutcomeRule?
  /// A quick outcome is on its way to the base.
  var isSaving = false
  /// Keys that came right behind the digit, before it was answered, were dropped.
  var hasDroppedKeys = false

  struct Line: Sendable {
    let view: CustomerView
    let number: CustomerNumber
  }

  init(_ subject: Subject, by chosen: CustomerNumber? = nil, at now: Instant) {
    self.subject = subject
    self.chosen = chosen
    since = now
  }

  func choices(_ context: Context) -> [Choice] { Outcomes.choices(context) }

  func advice(_ context: Context) -> String {
    guard let line else { return context.words("call.reading", ["customer": subject.name]) }
    let key = context.session.dialCommand == nil ? "call.at_desk_phone" : "call.dialled"
    return context.words(
      key,
      [
        "customer": subject.name, "number": line.number.spoken, "time": context.wording.clock(since),
      ])
  }
}

extension Call.Line {
  /// What a quick outcome stores: the number, and when to try again.
  ///
  /// - Parameter since: when it was dialled here; nil where another phone was taken.
  func errand(_ outcome: OutcomeRule, since: Instant?, _ context: Context) -> NoteErrand {
    let next = Suggestion(view, context).next(after: outcome.outcome)
    let entry = NoteEntry(outcome: outcome.outcome, nextContact: next?.moment, number: number.dialled)
    let timed = since.map { entry.called(from: $0, to: context.now, view, context) } ?? entry
    return NoteErrand(
      entry: timed, subject: Subject(view.customer.id, name: view.customer.name),
      typed: NoteDraft(entry).json, agreed: view.customer.nextContact)
  }
}

extension NoteEntry {
  /// R6.1: of a call from here its start is known by itself, and its end where it has one.
  func called(
    from start: Instant, to end: Instant?, _ view: CustomerView, _ context: Context
  ) -> NoteEntry {
    let day = context.calendar.day(of: start)
    // R4.9: what lies further back, or before he had the customer, is no time to note.
    guard kind == .call, day >= context.today - view.policy.notes.contactTimeBackDays,
      let entered = view.opportunity?.enteredAt, start >= entered
    else { return self }
    var entry = self
    entry.contactAt = start
    entry.endedAt = day == context.today ? end : nil
    return entry
  }
}
