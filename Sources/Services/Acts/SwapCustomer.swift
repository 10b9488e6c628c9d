import Domain
import Storage

/// Gives one customer up and takes another in, in one step (R3.4): where the new one is refused, nothing is released.
package struct SwapCustomer {
  let old: CustomerID
  let new: CustomerID
  let reason: ReleaseReason

  package init(release old: CustomerID, pick new: CustomerID, reason: ReleaseReason = .other) {
    self.old = old
    self.new = new
    self.reason = reason
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Opportunity {
    try house.write(on: new, and: old, at: now) { store, new in
      let person = try Allowance(house).require(actor, .swap)
      let old = try house.customerToGiveUp(old, by: actor)
      try Gate(house, for: person, at: now).admit(new, wayIn: .picked, freed: old.slots)
      try house.release(old, reason: reason, by: person, at: now)
      let opportunity = try house.open(new.id, for: person, wayIn: .picked, at: now)
      try house.record(
        .swap, on: new.id, by: actor, at: now, house.taken(by: person, ["released": old.id.code]))
      return opportunity
    }
  }
}

extension House {
  /// One of his own that somebody gives up for another (R3.4). It is released only when the other has passed the gate.
  func customerToGiveUp(_ id: CustomerID, by actor: PersonID) throws -> Customer {
    let customer = try store.customers.require(id)
    guard customer.holder == actor else { throw try notHeld(id, by: actor) }
    return customer
  }
}

extension Customer {
  /// What it takes of its holder's capacity, and gives back when it leaves him.
  var slots: Int { state.takesSlot ? 1 : 0 }
}
