import Domain
import Services

/// All alerts up to one were looked at.
struct AlertsSeenErrand: Errand {
  let newest: AlertID

  var isQuiet: Bool { true }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try MarkAlertsSeen(upTo: newest).perform(by: actor, in: house)
  }
}
