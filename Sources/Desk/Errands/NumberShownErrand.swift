import Domain
import Services

/// A number of a pick that may still be undone was on the screen (R3.7).
struct NumberShownErrand: Errand {
  let customer: CustomerID

  var isQuiet: Bool { true }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try NoteNumberShown(customer).perform(by: actor, at: now, in: house)
  }
}
