import Domain
import Storage

/// Remembers how far somebody has read his alerts. It concerns nobody else: no audit event.
package struct MarkAlertsSeen {
  let newest: AlertID

  package init(upTo newest: AlertID) {
    self.newest = newest
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .see, leaving: .nothing, at: now) { unit in
      try unit.store.alerts.markSeen(by: actor, to: newest)
    }
  }
}
