import Domain
import Storage

/// A manager takes a release by rule back (R4.16): to the end of the next desk day, while nobody else picked. The same
/// opportunity goes on, with grace to the end of the next desk day.
package struct TakeBackCustomer {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .takeBack, on: customer, at: now) { unit, customer in
      let (opportunity, _) = try unit.flowedBack(customer)
      let holder = try unit.person(opportunity.holder)
      guard try unit.store.people.isDepartment(holder.department, under: unit.person.department) else {
        throw Refusal.notAllowed(.takeBack)
      }
      guard try Allowance(unit).mayAnswer(unit.person, holder.id) else { throw Refusal.ownRequest }
      try unit.takeBack(customer)
    }
  }
}

extension WritingUnit {
  /// Gives a customer back to whom it flowed back from (R4.16).
  ///
  /// - Parameter request: what it answers, where it was asked for.
  func takeBack(_ customer: Customer, answering request: RequestID? = nil) throws {
    var (opportunity, endedAt) = try flowedBack(customer)
    guard now < rules.calendar.takeBackEnds(flowedBackAt: endedAt) else { throw Refusal.tooLateToTakeBack }
    opportunity.heldUntil = rules.calendar.endOfNextDeskDay(after: now)
    try store.opportunities.putOff(opportunity)
    let detail = try reopen(opportunity, of: customer, ["request": request.map { String($0.value) }])
    for asked in try store.requests.list(of: opportunity.id) where asked.kind == .takeBack {
      try store.requests.answer(asked.id, with: .granted, by: actor, at: now)
    }
    try store.alerts.add(
      .takenBack, to: opportunity.holder, on: customer.id, due: opportunity.heldUntil ?? now, clock: "",
      at: now)
    try record(.takeBack, on: customer.id, detail)
  }

  /// The holding that a rule ended, where nobody had the customer since.
  fileprivate func flowedBack(_ customer: Customer) throws -> (opportunity: Opportunity, endedAt: Instant) {
    guard customer.state == .unassigned,
      let last = try store.opportunities.holdings(of: customer.id, limit: 1).first,
      case .flowedBack = last.endReason, let endedAt = last.endedAt,
      let opportunity = try store.opportunities.lastEnded(of: customer.id)
    else { throw Refusal.nothingToTakeBack }
    return (opportunity, endedAt)
  }

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
      let (last, endedAt) = try unit.flowedBack(customer)
      guard last.holder == actor else { throw Refusal.nothingToTakeBack }
      let expiry = unit.rules.calendar.takeBackEnds(flowedBackAt: endedAt)
      guard now < expiry else { throw Refusal.tooLateToTakeBack }
      // One that was granted is spent: the customer was his again, and left him once more.
      if let asked = try unit.store.requests.list(of: last.id).first(where: { $0.kind == .takeBack }),
        asked.state != .granted
      {
        throw Refusal.alreadyAsked(at: asked.askedAt)
      }
      let id = try unit.store.requests.add(NewRequest(.takeBack, on: last), by: actor, at: now, until: expiry)
      unit.event.add(["request": String(id.value)])
      return Asked(request: id, of: try RequestQueue.answerers(in: unit).first)
    }
  }
}
