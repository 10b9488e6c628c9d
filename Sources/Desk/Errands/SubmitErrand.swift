import Domain
import Services

/// Hands tomorrow's list in (R7.5).
struct SubmitErrand: Errand {
  /// Why it is short; empty where it is not.
  let reason: String

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> SubmitTomorrow.Submitted {
    try SubmitTomorrow(reason: reason).perform(by: actor, at: now, in: house)
  }

  /// W28
  func report(_ submitted: SubmitTomorrow.Submitted, _ context: Context) -> String? {
    let manager = ListWords.manager(submitted.superiors, context)
    return context.words(
      submitted.isLate ? "tomorrow.waits.late" : "tomorrow.waits", ["manager": manager])
  }

  func undo(_ submitted: SubmitTomorrow.Submitted) -> Undo? { Undo(back: UnsubmitErrand(), again: self) }
}

/// Takes it back, until it is passed.
struct UnsubmitErrand: Errand {
  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try WithdrawTomorrow().perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? { context.words["report.unsubmitted"] }
}
