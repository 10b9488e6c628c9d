import Domain
import Storage

/// What left somebody, when, why, and who has it now (R4.18).
package struct LostView: Sendable {
  package let rows: [LostRow]
  /// Those he has asked back, with an answer still to come.
  package let asked: Set<CustomerID>
  /// Why some that are in the sea can't be picked, as far as it is known without picking.
  package let obstacles: [CustomerID: Obstacle]

  /// How far back it looks, in days.
  package static let days = 60

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> LostView {
    try house.read(as: actor, .see, at: now) { unit in
      let since = unit.rules.calendar.start(of: unit.rules.calendar.day(of: now) - days)
      let rows = try unit.store.opportunities.lost(by: actor, since: since, limit: 500)
      let inTheSea = rows.filter { $0.holder == nil }.map(\.id)
      return LostView(
        rows: rows, asked: try unit.store.requests.askedCustomers(by: actor, at: now),
        obstacles: try Gate(unit, for: unit.person).obstacles(to: inTheSea))
    }
  }
}
