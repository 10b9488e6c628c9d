import Domain
import Services

/// Asks to make a customer void (R8.4).
struct AskVoidErrand: Errand {
  let subject: Subject
  let reason: String

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Refusal.Holder? {
    try AskVoid(subject.id, reason: reason).perform(by: actor, at: now, in: house).of
  }

  func report(_ answerer: Refusal.Holder?, _ context: Context) -> String? {
    context.asked(.void, subject, of: answerer)
  }
}
