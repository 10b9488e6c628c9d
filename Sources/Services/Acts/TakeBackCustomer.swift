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
    try house.write(as: actor, .takeBack, on: customer, at: now) { unit, customer in
      guard customer.state == .unassigned,
        let last = try unit.store.opportunities.holdings(of: customer.id, limit: 1).first,
        case .flowedBack = last.endReason, let endedAt = last.endedAt,
        var opportunity = try unit.store.opportunities.lastEnded(of: customer.id)
      else { throw Refusal.nothingToTakeBack }
      let holder = try unit.person(opportunity.holder)
      guard try unit.store.people.isDepartment(holder.department, under: unit.person.department) else {
        throw Refusal.notAllowed(.takeBack)
      }
      guard try Allowance(unit).mayAnswer(holder.id) else { throw Refusal.ownRequest }
      guard now < unit.rules.calendar.takeBackEnds(flowedBackAt: endedAt) else {
        throw Refusal.tooLateToTakeBack
      }
      opportunity.heldUntil = unit.rules.calendar.endOfNextDeskDay(after: now)
      try unit.store.opportunities.putOff(opportunity)
      unit.event = try unit.reopen(
        opportunity, of: customer, ["request": request.map { String($0.value) }])
      for asked in try unit.store.requests.list(of: opportunity.id) where asked.kind == .takeBack {
        try unit.store.requests.answer(asked.id, with: .granted, by: actor, at: now)
      }
      try unit.store.alerts.add(
        .takenBack, to: holder.id, on: customer.id, due: opportunity.heldUntil ?? now, clock: "", at: now)
    }
  }
}

extension WritingUnit {
  /// Nobody can bring back what has left the sea another way (R4.17): who asked for it is told, but for who has it now.
  func endTakeBacks(of customer: CustomerID, gone holder: PersonID?) throws {
    for asker in try store.requests.closeTakeBacks(of: customer, at: now) where asker != holder {
      try store.alerts.add(.requestEnded, to: asker, on: customer, due: now, clock: "", at: now)
    }
  }

  /// It is in the sea as it was before: what was asked waits again (R3.3).
  func reopenTakeBacks(of customer: CustomerID, endedAt moment: Instant) throws {
    for asker in try store.requests.reopenTakeBacks(of: customer, endedAt: moment, at: now) {
      try store.alerts.takeBack(.requestEnded, to: asker, toldAt: moment)
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
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Asked {
    try house.write(as: actor, .askTakeBack, on: customer, at: now) { unit, customer in
      guard customer.state == .unassigned, let last = try unit.store.opportunities.lastEnded(of: customer.id),
        last.holder == actor,
        let holding = try unit.store.opportunities.holdings(of: customer.id, limit: 1).first,
        case .flowedBack = holding.endReason, let endedAt = holding.endedAt
      else { throw Refusal.nothingToTakeBack }
      let expiry = unit.rules.calendar.takeBackEnds(flowedBackAt: endedAt)
      guard now < expiry else { throw Refusal.tooLateToTakeBack }
      // One that was granted is spent: the customer was his again, and left him once more.
      if let asked = try unit.store.requests.list(of: last.id).first(where: { $0.kind == .takeBack }),
        asked.state != .granted
      {
        throw Refusal.alreadyAsked(at: asked.askedAt)
      }
      let id = try unit.store.requests.add(
        .takeBack, on: last, by: actor, days: 0, reason: "", at: now, until: expiry)
      unit.event.add(["request": String(id.value)])
      return Asked(request: id, of: try RequestQueue.answerers(days: 0, in: unit).first)
    }
  }
}
