import Domain
import Services

/// Asks whether a number may be dialled, and notes that it is (R6.7). Who asks starts the site's command then.
struct DialErrand: Errand {
  let number: CustomerNumber
  let customer: CustomerID

  var isQuiet: Bool { true }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try DialNumber(number.dialled, of: customer).perform(by: actor, at: now, in: house)
  }
}
