import Domain
import Storage

/// Gives one customer up and takes another in, in one step (R3.4): where the new one is refused, nothing is released.
package struct SwapCustomer {
  let old: CustomerID
  let new: CustomerID
  let reason: ReleaseReason
  let showsNumber: Bool

  /// - Parameter showsNumber: whether the number to call is shown at once, which counts (R3.7).
  package init(
    release old: CustomerID, pick new: CustomerID, reason: ReleaseReason = .other, showsNumber: Bool = false
  ) {
    self.old = old
    self.new = new
    self.reason = reason
    self.showsNumber = showsNumber
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> TakenCustomer {
    try house.write(as: actor, .swap, on: new, and: old, at: now) { unit, new in
      let old = try unit.customerToGiveUp(old)
      try Gate(unit, for: unit.person).admit(new, wayIn: .picked, freed: old.slots)
      try unit.release(old, reason: reason)
      unit.event = unit.taken(by: try unit.person, ["released": old.id.code])
      return try unit.take(new.id, showsNumber: showsNumber)
    }
  }
}

extension WritingUnit {
  /// One of his own that somebody gives up for another (R3.4). It is released only when the other has passed the gate.
  func customerToGiveUp(_ id: CustomerID) throws -> Customer {
    let customer = try store.customers.require(id)
    guard customer.holder == actor else { throw try notHeld(id) }
    try requireReleasable(customer)
    return customer
  }
}

extension Customer {
  /// What it takes of its holder's capacity, and gives back when it leaves him.
  var slots: Int { state.takesSlot ? 1 : 0 }
}
