import Domain
import Storage

/// What a handover would do, before it is done (R2.6): who would get what, and what could not go and why.
package enum HandoverPlan {
  package static func read(
    _ source: HandoverSource, to target: HandoverTarget, by actor: PersonID, at now: Instant, in house: House
  ) throws -> HandoverOutcome {
    try house.read(as: actor, source.act, at: now) { unit in
      let parties = try HandoverParties(source, target, in: unit)
      let waiting = try source.waiting(in: unit)
      if waiting.isEmpty { throw Refusal.nothingToHandOver }
      var planning = Planning(unit, parties)
      try planning.dealer.look(in: unit)
      for id in waiting.customers { try planning.plan(id) }
      if let giver = parties.giver {
        planning.outcome.applications = try unit.store.handovers.applications(of: giver.id, at: now).count
        planning.outcome.helps = try unit.store.handovers.helps(of: giver.id).count
      }
      return planning.outcome
    }
  }

  private struct Planning {
    let unit: MomentUnit
    let parties: HandoverParties
    var dealer: HandoverDealer
    var outcome = HandoverOutcome()
    private var done: Set<CustomerID> = []

    init(_ unit: MomentUnit, _ parties: HandoverParties) {
      self.unit = unit
      self.parties = parties
      dealer = HandoverDealer(parties.receivers)
    }

    mutating func plan(_ id: CustomerID) throws {
      if done.contains(id) { return }
      do {
        let customer = try unit.store.customers.requireUnmerged(id)
        if parties.giver == nil { try Allowance(unit).require(.transfer, on: customer) }
        try requireStillHeld(customer)
        let group = try [customer] + unit.pairHeldAlike(customer)
        let receiver = try receiver(of: group)
        for customer in group {
          done.insert(customer.id)
          outcome.moved.append(
            .init(customer: customer.id, name: customer.name, receiver: receiver.map(Refusal.Holder.init)))
        }
      } catch let refusal as Refusal {
        let name = try unit.store.customers.find(id)?.name ?? id.code
        outcome.left.append(.init(customer: id, name: name, reason: refusal))
      }
    }

    /// R4.6: what is over flows back before it could go.
    private func requireStillHeld(_ customer: Customer) throws {
      let clocks = Clocks(unit)
      guard parties.giver != nil, let open = try unit.store.opportunities.open(of: customer.id),
        let standing = try clocks.expected(open), try clocks.isOver(standing)
      else { return }
      throw Refusal.flowedBack(at: standing.effectiveDue)
    }

    private mutating func receiver(of group: [Customer]) throws -> Person? {
      if parties.isToSea {
        for customer in group {
          if customer.holder == nil { throw Refusal.notHeld }
          try unit.requireReleasable(customer)
        }
        return nil
      }
      let receiver = try dealer.receiver(of: group)
      for customer in group {
        _ = try CollisionCheck(unit, for: receiver.id).require(customer, .pick)  // R5.7
      }
      dealer.give(group, to: receiver.id)
      return receiver
    }
  }
}
