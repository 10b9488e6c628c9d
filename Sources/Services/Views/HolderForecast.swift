import Domain
import Storage

/// Which customers of one holder the forecast counts (R4.13): what a blown fuse holds back, and what flows back until
/// the end of the next desk day.
package struct HolderForecast: Sendable {
  package let holder: Refusal.Holder
  /// By which the clocks of the rows have their names.
  package let policy: Policy
  /// The soonest due first.
  package let rows: [LibraryRow]

  package static func read(
    of holder: PersonID, by actor: PersonID, at now: Instant, in house: House
  ) throws -> HolderForecast {
    try house.read(as: actor, .confirm, at: now) { unit in
      let person = try unit.person(holder)
      guard try unit.store.people.isDepartment(person.department, under: unit.person.department) else {
        throw Refusal.notAllowed(.confirm)
      }
      let through = unit.rules.calendar.endOfNextDeskDay(after: now)
      return HolderForecast(
        holder: Refusal.Holder(id: person.id, name: person.name, department: person.departmentName),
        policy: try unit.rules.policy(person.policy),
        rows: try unit.store.library.ending(of: holder, after: now, through: through))
    }
  }
}

extension LibraryRow {
  /// Its time is over: only the fuse holds it back (R4.13).
  package func isHeldBack(at now: Instant) -> Bool { due.map { $0 <= now } ?? false }

  /// Something was agreed with the customer for after this moment.
  package func hasContactAhead(at now: Instant) -> Bool { nextContact.map { $0 > now } ?? false }
}
