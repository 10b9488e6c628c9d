import Domain
import Services
import TerminalKit

/// The call that was begun: whose it is, what a digit answers, and what ends it.
extension DeskState {
  /// From now on digits are outcomes; the number follows as soon as the customer is read.
  mutating func begin(_ call: Call) -> [Effect] {
    self.call = call
    news = ""
    return [
      .run(
        Job(.customer(call.subject.id)) { desk, _, view in
          guard desk.call?.subject == call.subject else { return [] }
          guard case .success(let view) = view else {
            desk.call = nil
            return []
          }
          return desk.reach(view)
        })
    ]
  }

  /// Nothing rings before the house has said that it may (R6.7).
  private mutating func reach(_ view: CustomerView) -> [Effect] {
    switch Dialling.number(of: view, call?.chosen, context) {
    case .failure(let reason):
      call = nil
      return [.refuse(.refusal(reason.text, context))]
    case .success(let number):
      let (line, subject) = (Call.Line(view: view, number: number), call?.subject)
      return [
        .run(
          Job(DialErrand(number: number, customer: view.customer.id)) { desk, _, result in
            desk.call?.subject == subject ? desk.ring(line, result) : []
          })
      ]
    }
  }

  private mutating func ring(_ line: Call.Line, _ result: Result<Void, Trouble>) -> [Effect] {
    if case .failure(let trouble) = result {
      call = nil
      return [.refuse(.trouble(trouble, context))]
    }
    call?.line = line
    let dial = session.dialCommand == nil ? [] : [Effect.outside(.dial(line.number.dialled))]
    return dial + (call?.answer.map { answer($0) } ?? [])
  }

  /// The digit answers the call it was pressed in, once: what was typed behind it is dropped.
  mutating func answer(_ outcome: OutcomeRule) -> [Effect] {
    guard let call, !call.isSaving else { return [] }
    guard let line = call.line else {
      self.call?.answer = outcome
      return [.outside(.discardTypeAhead)]
    }
    guard outcome.isQuick else {
      self.call = nil
      return [.open(NotePane(line, since: call.since, outcome: outcome.outcome, context))]
    }
    self.call?.isSaving = true
    return [
      .run(job(storing: line.errand(outcome, since: call.since, context))), .outside(.discardTypeAhead),
    ]
  }

  /// Once it is stored it goes on to the next customer.
  private func job(storing note: NoteErrand) -> Job {
    Job(note) { desk, _, result in
      guard let call = desk.call, call.subject == note.subject else { return [] }
      guard case .success(let written) = result else {
        desk.call?.isSaving = false
        return []
      }
      desk.call = nil
      let told = call.hasDroppedKeys ? note.with(desk.session.words["call.keys_dropped"]) : note
      return [told.report(written, desk.context).map { .say($0) }].compactMap { $0 }
        + (desk.top.subject == note.subject ? desk.goOn() : [])
    }
  }

  /// A key that leads away from the customer ends the call without an outcome.
  mutating func endCall(for command: Command) -> String? {
    guard let call, !command.staysWithCall, !call.isSaving else { return nil }
    self.call = nil
    return context.words("call.ended", ["customer": call.subject.name.cut(to: 30)])
  }

  /// The note of this call, from its number and its beginning.
  mutating func write(about call: Call) -> [Effect] {
    self.call = nil
    guard let line = call.line else { return [.open(NotePane(call.subject))] }
    return [.open(NotePane(line, since: call.since, outcome: nil, context))]
  }
}

// MARK: - The time of a call

extension DeskState {
  /// Since when somebody is on the phone here; nil where nobody is.
  var calledSince: Instant? {
    call.flatMap { $0.line == nil ? nil : $0.since }
      ?? layers.lazy.compactMap { $0.pane.calledSince }.last
  }

  /// While a call lasts, its time is drawn anew each second, and nothing else.
  mutating func timeCall() -> [Request] {
    if isCallTimed || calledSince == nil { return [] }
    isCallTimed = true
    return [.after(1_000, .call)]
  }

  mutating func callTimed() -> [Effect] {
    isCallTimed = false
    return []
  }
}

extension Command {
  /// It leaves the customer and what is asked about him in sight.
  fileprivate var staysWithCall: Bool {
    switch self {
    case .copy, .repaint, .help, .palette, .switchHalf, .switchHalfBack: true
    default: false
    }
  }
}
