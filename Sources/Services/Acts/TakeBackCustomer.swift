import Domain
import Storage

/// A manager takes a release by rule back (R4.16): to the end of the next desk day, while nobody else picked. The same
/// opportunity goes on, with grace to the end of the next desk day.
package struct TakeBackCustomer {
  let customer: CustomerID
  /// The request it answers, where there is one.
  let request: RequestID?

  package init(_ customer: CustomerID, request: RequestID? = nil) {
    self.customer = customer
    self.request = request
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(on: customer, at: now) { store, customer in
      let person = try Allowance(house).require(actor, .takeBack)
      guard customer.state == .unassigned,
        let last = try store.opportunities.holdings(of: customer.id, limit: 1).first,
        case .flowedBack = last.endReason, let endedAt = last.endedAt,
        var opportunity = try store.opportunities.lastEnded(of: customer.id)
      else { throw Refusal.nothingToTakeBack }
      let holder = try store.people.require(opportunity.holder)
      guard try store.people.isDepartment(holder.department, under: person.department) else {
        throw Refusal.notAllowed(.takeBack)
      }
      guard try Allowance(house).mayAnswer(person, holder.id) else { throw Refusal.ownRequest }
      guard now < house.rules.calendar.endOfNextDeskDay(after: endedAt - 1) else {
        throw Refusal.tooLateToTakeBack
      }
      opportunity.heldUntil = house.rules.calendar.endOfNextDeskDay(after: now)
      try store.opportunities.putOff(opportunity)
      let detail = try house.reopen(
        opportunity, of: customer, at: now, ["request": request.map { String($0.value) }])
      for asked in try store.requests.list(of: opportunity.id) where asked.kind == .takeBack {
        try store.requests.answer(asked.id, with: .granted, by: actor, at: now)
      }
      try store.alerts.add(
        .takenBack, to: holder.id, on: customer.id, due: opportunity.heldUntil ?? now, clock: "", at: now)
      try house.record(.takeBack, on: customer.id, by: actor, at: now, detail)
    }
  }
}

/// Asks the manager for a customer that flowed back (R4.18).
package struct AskTakeBack {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> RequestID {
    try house.write(on: customer, at: now) { store, customer in
      _ = try Allowance(house).require(actor, .askTakeBack)
      guard customer.state == .unassigned, let last = try store.opportunities.lastEnded(of: customer.id),
        last.holder == actor, let holding = try store.opportunities.holdings(of: customer.id, limit: 1).first,
        case .flowedBack = holding.endReason, let endedAt = holding.endedAt
      else { throw Refusal.nothingToTakeBack }
      let expiry = house.rules.calendar.endOfNextDeskDay(after: endedAt - 1)
      guard now < expiry else { throw Refusal.tooLateToTakeBack }
      // One that was granted is spent: the customer was his again, and left him once more.
      if let asked = try store.requests.list(of: last.id).first(where: { $0.kind == .takeBack }),
        asked.state != .granted
      {
        throw Refusal.alreadyAsked(at: asked.askedAt)
      }
      let id = try store.requests.add(
        .takeBack, on: last, by: actor, days: 0, reason: "", at: now, until: expiry)
      try house.record(
        .askTakeBack, on: customer.id, by: actor, at: now, EventDetail(["request": String(id.value)]))
      return id
    }
  }
}
