import Domain
import Storage

/// Marks a company and a person that may be the same buyer as a pair (R3.10): both are protected, each takes its slot,
/// and they are no collision for their holder.
package struct PairCustomers {
  let one: CustomerID
  let other: CustomerID

  package init(_ one: CustomerID, _ other: CustomerID) {
    self.one = one
    self.other = other
  }

  /// - Returns: the other one.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Customer {
    try house.write(as: actor, .pair, on: one, and: other, at: now) { unit, one in
      try unit.pair(one.id, other)
    }
  }
}

extension WritingUnit {
  /// - Returns: the other one.
  @discardableResult
  func pair(_ one: CustomerID, _ other: CustomerID) throws -> Customer {
    try Allowance(self).require(.pair)
    let (one, other) = (
      try store.customers.requireUnmerged(one), try store.customers.requireUnmerged(other)
    )
    if one.id == other.id { throw Refusal.sameCustomer }
    for customer in [one, other] where customer.holder != actor {
      throw try notHeld(customer.id)
    }
    if one.pair == other.id { throw Refusal.alreadyPaired }
    if one.kind == other.kind || one.pair != nil || other.pair != nil { throw Refusal.notAPair }
    try store.customers.pair(one.id, other.id, true)
    try store.disputes.settle(between: one.id, and: other.id, by: try person.id, at: now)
    for (customer, pair) in [(one, other), (other, one)] {
      var detail = EventDetail()
      detail.change("pair", from: nil, to: "\(pair.id.code) \(pair.name)")
      try record(.pair, on: customer.id, detail)
    }
    return other
  }
}

/// Makes an end of a pair. What they have in common is a collision again, for support to judge (R5.7).
package struct UnpairCustomer {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .pair, on: customer, at: now) { unit, customer in
      guard customer.holder == actor else { throw try unit.notHeld(customer.id) }
      guard let pair = try customer.pair.flatMap({ try unit.store.customers.find($0) }) else {
        throw Refusal.notAPair
      }
      try unit.store.customers.pair(customer.id, pair.id, false)
      for (customer, pair) in [(customer, pair), (pair, customer)] {
        var detail = EventDetail()
        detail.change("pair", from: "\(pair.id.code) \(pair.name)", to: nil)
        try unit.record(.pair, on: customer.id, detail)
      }
      let whole = try unit.searchedIdentity(of: customer)
      _ = try unit.checkAnew(customer.id, whole)
    }
  }
}

extension WritingUnit {
  /// R3.10: when one of a pair signs, the other is released as a duplicate, without cool-down.
  func releasePair(of signed: Customer) throws {
    guard let pair = try signed.pair.flatMap({ try store.customers.find($0) }), pair.state != .signed,
      !pair.isHouseAccount,
      let opportunity = try store.opportunities.open(of: pair.id), opportunity.holder == signed.holder
    else { return }
    try end(opportunity, of: pair, .pairSigned, tell: .pairSigned, because: signed.id)
  }

  /// Ends an opportunity for what happened to another customer, and tells its holder.
  func end(
    _ opportunity: Opportunity, of customer: Customer, _ reason: EndReason, tell kind: AlertKind,
    because other: CustomerID? = nil
  ) throws {
    try end(opportunity, of: customer, reason, because: other)
    try store.alerts.add(
      kind, to: opportunity.holder, on: customer.id, due: now, clock: "", next: customer.next, at: now)
  }

  func end(
    _ opportunity: Opportunity, of customer: Customer, _ reason: EndReason, because other: CustomerID? = nil
  ) throws {
    let detail = try givenUp(customer, ["reason": reason.code, "other": other?.code])
    try store.opportunities.end(opportunity, reason: reason, at: now, releasedBy: nil)
    try closeWhatHangs(on: opportunity)  // R4.17
    try record(.release, on: customer.id, by: nil, detail)
  }
}
