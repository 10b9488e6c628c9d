import Domain
import Services

/// Asks that a colleague may help with a customer (R3.8).
struct AskCooperationErrand: Errand {
  let subject: Subject
  /// By login or name, as it was typed.
  let helper: String
  let reason: String

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Refusal.Holder? {
    let helper = try Reading.person(called: helper, in: house)
    return try AskCooperation(subject.id, with: helper.id, reason: reason).perform(
      by: actor, at: now, in: house
    ).of
  }

  func report(_ answerer: Refusal.Holder?, _ context: Context) -> String? {
    context.asked(.cooperation, subject, of: answerer)
  }
}
