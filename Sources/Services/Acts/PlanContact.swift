import Domain
import Storage

/// Sets the one open next contact of an opportunity (R6.1), or drops it. It moves no clock.
package struct PlanContact {
  let customer: CustomerID
  let nextContact: Instant?

  package init(_ nextContact: Instant?, with customer: CustomerID) {
    self.nextContact = nextContact
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(on: customer, at: now) { store, customer in
      _ = try Allowance(house).require(actor, .plan)
      guard customer.holder == actor else { throw try house.notHeld(customer.id, by: actor) }
      if let nextContact, nextContact <= now { throw Refusal.invalidField("next", .past) }
      try store.customers.plan(nextContact, with: customer.id)
      var detail = EventDetail()
      detail.change(
        "next_contact", from: customer.nextContact.map(house.rules.calendar.iso8601),
        to: nextContact.map(house.rules.calendar.iso8601))
      try house.record(.plan, on: customer.id, by: actor, at: now, detail)
    }
  }
}
