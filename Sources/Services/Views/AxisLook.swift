import Domain
import Storage

/// Where somebody's signed customer stands on the service axis, as the check tells everybody (R5.4, section 9).
package enum AxisLook {
  /// Nil where there is no order that counts.
  package static func read(
    _ customer: CustomerID, by actor: PersonID, at now: Instant, in house: House
  ) throws -> AxisView? {
    try house.read(as: actor, .check, at: now) { unit in
      let person = try unit.person
      let axis = try unit.rules.policy(person.policy).axis
      return AxisView(
        try unit.store.orders.list(of: customer).withoutLapsed(at: now), by: axis,
        on: unit.rules.calendar.day(of: now))
    }
  }
}
