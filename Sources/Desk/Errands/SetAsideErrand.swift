import Domain
import Services

/// Sets a customer aside, for good or for a while (R2.4).
struct SetAsideErrand: CustomerErrand {
  let subject: Subject
  let aside: Aside
  let reason: String

  static let said = "report.set_aside"

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try SetAsideCustomer(subject.id, as: aside, reason: reason).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("\(Self.said).\(aside.rawValue)", ["customer": subject.name])
  }
}

/// Takes a deactivated customer up again.
struct ReactivateErrand: CustomerErrand {
  let subject: Subject

  static let said = "report.reactivated"

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try ReactivateCustomer(subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(Self.said, ["customer": subject.name])
  }
}
