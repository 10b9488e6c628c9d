import Domain
import Services

/// Brings a customer that flowed back to who had it last (R4.16).
struct TakeBackErrand: Errand {
  let subject: Subject

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try TakeBackCustomer(subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.customer_taken_back", ["customer": subject.name])
  }
}
