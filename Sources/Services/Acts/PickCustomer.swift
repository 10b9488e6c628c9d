import Domain
import Storage

/// Takes a customer out of the public sea (挑入). The first to commit wins (R3.2).
package struct PickCustomer {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Opportunity {
    try house.write(on: customer, at: now) { store, customer in
      let person = try Allowance(house).require(actor, .pick)
      try Gate(house, for: person, at: now).admit(customer, wayIn: .picked)
      let opportunity = try house.open(customer.id, for: person, wayIn: .picked, at: now)
      try house.record(.pick, on: customer.id, by: actor, at: now, house.taken(by: person))
      return opportunity
    }
  }
}

extension House {
  /// Starts an opportunity with every clock anew (R3.3); refused where somebody else was first.
  func open(
    _ customer: CustomerID, for person: Person, wayIn: WayIn, at now: Instant, clocksFrom: Instant? = nil
  ) throws -> Opportunity {
    guard
      let opportunity = try store.opportunities.start(
        customer, for: person, wayIn: wayIn, at: now, clocksFrom: clocksFrom)
    else {
      throw Refusal.wrongState(try store.customers.require(customer).state)
    }
    try ClockKeeper(self).place(opportunity)
    return opportunity
  }
}
