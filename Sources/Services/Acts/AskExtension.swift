import Domain
import Storage

/// Asks for more time with a customer (延期, R4.8). It ends no sooner than the answer, at latest the end of the next
/// desk day.
package struct AskExtension {
  let customer: CustomerID
  let days: Int
  let reason: String

  package init(_ customer: CustomerID, days: Int, reason: String) {
    self.customer = customer
    self.days = days
    self.reason = reason
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Asked {
    try house.write(as: actor, .askExtension, on: customer, at: now) { unit, customer in
      let opportunity = try unit.requireHolding(of: customer)
      try check(opportunity, try unit.rules.policy(opportunity.policy), in: unit)
      let expiry = unit.rules.calendar.endOfNextDeskDay(after: now)
      var request = NewRequest(.extension, on: opportunity)
      (request.days, request.reason) = (days, reason)
      let id = try unit.store.requests.add(request, by: actor, at: now, until: expiry)
      var asked = opportunity
      asked.askedUntil = expiry
      try unit.store.opportunities.putOff(asked)
      try ClockKeeper(unit).place(asked)
      unit.event.add(["request": String(id.value), "days": String(days), "reason": reason])
      return Asked(request: id, of: try RequestQueue.answerers(days: days, in: unit).first)
    }
  }

  private func check(_ opportunity: Opportunity, _ policy: Policy, in unit: WritingUnit) throws {
    guard (1...policy.extensions.mostDays).contains(days) else {
      throw Refusal.invalidField("days", .outOfRange)
    }
    try NoteCheck.requireReason(reason)
    guard try Clocks(unit).standing(of: opportunity) != nil else { throw Refusal.noClock }
    // One that was refused can't be asked for again in the same opportunity; one that is open is enough.
    if let asked = try unit.store.requests.list(of: opportunity.id).first(where: { $0.kind == .extension }),
      asked.state != .granted
    {
      throw Refusal.alreadyAsked(at: asked.askedAt)
    }
    let calendar = unit.rules.calendar
    let month = calendar.startOfMonth(at: unit.now)
    if let spent = try unit.store.requests.spent(
      .extension, by: unit.person.id, since: month, at: unit.now)
    {
      throw Refusal.extensionSpent(at: spent.askedAt, next: calendar.startOfNextMonth(at: unit.now))
    }
  }
}
