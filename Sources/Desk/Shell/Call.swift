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
  func errand(_ outcome: OutcomeRule, _ context: Context) -> NoteErrand {
    let next = Suggestion(view, context).next(after: outcome.outcome)
    let entry = NoteEntry(outcome: outcome.outcome, nextContact: next?.moment, number: number.dialled)
    return NoteErrand(
      entry: entry, subject: Subject(view.customer.id, name: view.customer.name),
      typed: NoteDraft(entry).json, agreed: view.customer.nextContact)
  }
}
