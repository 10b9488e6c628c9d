import Domain
import Services

/// Asks to give a customer up as lost (R3.9).
struct AskLostErrand: Errand {
  let subject: Subject
  let reason: LostReason
  let competitor: String
  let explanation: String

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Refusal.Holder? {
    let ask = AskLost(subject.id, reason: reason, competitor: competitor, explanation: explanation)
    return try ask.perform(by: actor, at: now, in: house).of
  }

  func report(_ answerer: Refusal.Holder?, _ context: Context) -> String? {
    context.asked(.lost, subject, of: answerer)
  }
}
