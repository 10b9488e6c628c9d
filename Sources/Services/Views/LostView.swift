import Domain
import Storage

/// What left somebody, when, why, and who has it now (R4.18).
package struct LostView: Sendable {
  package let rows: [LostRow]
  /// Those he has asked back, with an answer still to come.
  package let asked: Set<CustomerID>

  /// How far back it looks, in days.
  package static let days = 60

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> LostView {
    try house.read(as: actor, .see, at: now) { unit in
      let since = unit.rules.calendar.start(of: unit.rules.calendar.day(of: now) - days)
      return LostView(
        rows: try unit.store.opportunities.lost(by: actor, since: since, limit: 500),
        asked: try unit.store.requests.askedCustomers(by: actor, at: now))
    }
  }
}
