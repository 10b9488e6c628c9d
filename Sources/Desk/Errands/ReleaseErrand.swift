import Domain
import Services

/// Gives a customer up, for a reason (R3.5).
struct ReleaseErrand: Repeatable {
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

  static func undo(_ done: [ReleaseErrand]) -> Undo? {
    Undo(back: Each(done.map { UndoReleaseErrand(subject: $0.subject) }), again: Each(done))
  }
}

/// Takes a release back.
struct UndoReleaseErrand: Repeatable {
  let subject: Subject

  static let said = "report.taken_back"

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try UndoRelease(subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.taken_back", ["customer": subject.name])
  }
}
