import Domain
import Storage

/// Sets the one open next contact of an opportunity (R6.1), or drops it. It moves no clock.
package struct PlanContact {
  let customer: CustomerID
  let nextContact: Instant?
  let isAgreed: Bool?

  /// - Parameter isAgreed: nil where it is as it was: an appointment that is moved stays one.
  package init(_ nextContact: Instant?, isAgreed: Bool? = nil, with customer: CustomerID) {
    self.nextContact = nextContact
    self.isAgreed = isAgreed
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .plan, on: customer, at: now) { unit, customer in
      if let nextContact, nextContact <= now { throw Refusal.invalidField("next", .past) }
      let isAgreed = isAgreed ?? customer.next?.isAgreed ?? false
      try unit.store.customers.plan(
        nextContact.map { NextContact(at: $0, isAgreed: isAgreed) }, with: customer.id)
      unit.event.change(
        "next_contact", from: customer.nextContact.map(unit.rules.calendar.iso8601),
        to: nextContact.map(unit.rules.calendar.iso8601))
    }
  }
}
