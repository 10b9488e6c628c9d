import Domain
import Storage

/// A manager gives a customer to one of his people, out of another's library or out of the sea (R2.2, R3.2).
package struct TransferCustomer {
  let customer: CustomerID
  let receiver: PersonID

  package init(_ customer: CustomerID, to receiver: PersonID) {
    self.customer = customer
    self.receiver = receiver
  }

  /// - Returns: the handover by which it is taken back.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> HandoverID {
    try house.write(as: actor, .transfer, on: customer, at: now) { unit, customer in
      let parties = try HandoverParties(.customers([customer.id]), .person(receiver), in: unit)
      let handover = try unit.store.handovers.begin(of: nil, by: actor, at: now)
      try HandoverKeeper(unit, handover, parties).hand(
        customer, to: parties.receivers.first, tellingEach: true)
      return handover
    }
  }
}

extension WritingUnit {
  /// Gives a customer, held or not, to somebody else as support has decided, and with it the other one of a pair (R3.10):
  /// who held it is told, the receiver has to pass the gate (R3.2), and every clock starts anew with him (R3.3). The
  /// cool-down is not asked after (R3.6).
  ///
  /// - Parameter twin: the other side of a collision that support has just judged: then none is asked after.
  func handOver(
    _ customer: Customer, to receiver: Person, wayIn: WayIn = .transferred,
    judgedAgainst twin: CustomerID? = nil
  ) throws {
    if customer.holder == receiver.id { throw Refusal.sameHolder }
    let moving = try [customer] + pairHeldAlike(customer)
    for customer in moving {
      guard let former = try store.opportunities.open(of: customer.id) else { continue }
      try end(former, of: customer, .transferred, tell: .transferred, because: twin)
    }
    for customer in moving {
      try take(in: customer, for: receiver, wayIn: wayIn, isJudged: twin != nil)
      guard wayIn == .transferred else { continue }
      try store.alerts.add(.received, to: receiver.id, on: customer.id, due: now, clock: "", at: now)
    }
  }

  /// - Parameter customer: as it was before it left whoever held it.
  @discardableResult
  func take(
    in customer: Customer, for receiver: Person, wayIn: WayIn, isJudged: Bool = false
  ) throws -> Opportunity {
    let gate = try Gate(self, for: receiver)
    let takesSlot = customer.state.takesSlot
    if !isJudged {
      try gate.admit(try store.customers.require(customer.id), wayIn: wayIn, takesSlot: takesSlot)
    } else if takesSlot {
      try gate.checkCapacity()
    }
    let (opportunity, _) = try open(customer.id, for: receiver, wayIn: wayIn)
    // R4.10: its order stays confirmed, whoever holds it.
    if customer.state == .signed {
      try store.customers.set(.signed, of: customer.id)
      try ClockKeeper(self).place(opportunity)
    }
    return opportunity
  }
}

extension ReadingUnit {
  /// The other one of a pair, where one has both.
  func pairHeldAlike(_ customer: Customer) throws -> [Customer] {
    guard let holder = customer.holder,
      let pair = try customer.pair.flatMap({ try store.customers.find($0) }), pair.holder == holder
    else { return [] }
    return [pair]
  }
}
