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

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .transfer, on: customer, at: now) { unit, customer in
      let receiver = try unit.person(receiver)
      guard try unit.store.people.isDepartment(receiver.department, under: unit.person.department) else {
        throw Refusal.notAllowed(.transfer)
      }
      // Only who may hold customers is given any.
      guard unit.rules.rights.allow(.pick, to: receiver) else {
        throw Refusal.invalidField("holder", .unknown)
      }
      try unit.answerLost(of: customer)
      try unit.handOver(customer, to: receiver)
      unit.event = unit.taken(by: receiver)
    }
  }
}

extension WritingUnit {
  /// Gives a customer, held or not, to somebody else, and with it the other one of a pair (R3.10): who held it is told, the
  /// receiver has to pass the gate (R3.2), and every clock starts anew with him (R3.3). The cool-down is not asked after
  /// (R3.6).
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
    for customer in moving { try take(in: customer, for: receiver, wayIn: wayIn, isJudged: twin != nil) }
  }

  /// The other one of a pair, where one has both.
  private func pairHeldAlike(_ customer: Customer) throws -> [Customer] {
    guard let holder = customer.holder,
      let pair = try customer.pair.flatMap({ try store.customers.find($0) }), pair.holder == holder
    else { return [] }
    return [pair]
  }

  private func take(
    in customer: Customer, for receiver: Person, wayIn: WayIn, isJudged: Bool
  ) throws {
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
    if wayIn == .transferred {
      try store.alerts.add(.received, to: receiver.id, on: customer.id, due: now, clock: "", at: now)
    }
  }
}
