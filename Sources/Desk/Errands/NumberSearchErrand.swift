import Domain
import Services

/// A whole number was looked for among customers that are not one's own (R2.2).
struct NumberSearchErrand: Errand {
  var isQuiet: Bool { true }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try NoteNumberSearch().perform(by: actor, at: now, in: house)
  }
}
