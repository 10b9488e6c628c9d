import Domain
import Services

/// Gives a customer up, for a reason (R3.5).
struct ReleaseErrand: CustomerErrand {
  let subject: Subject
  let reason: ReleaseReason

  static let said = "report.released"
  var reasonAgainstAgain: String? { "message.release_is_back" }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try ReleaseCustomer(subject.id, reason: reason).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.released", ["customer": subject.name])
  }

  static func undo(_ done: [(errand: ReleaseErrand, outcome: Void)]) -> Undo? {
    let back = done.map { UndoReleaseErrand(subject: $0.errand.subject) }
    return Undo(back: Each(back), again: Each(done.map(\.errand)))
  }
}

/// Takes a release back.
struct UndoReleaseErrand: CustomerErrand {
  let subject: Subject

  static let said = "report.taken_back"

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try UndoRelease(subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.taken_back", ["customer": subject.name])
  }
}
