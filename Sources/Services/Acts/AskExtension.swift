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
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> RequestID {
    try house.write(on: customer, at: now) { store, customer in
      _ = try Allowance(house).require(actor, .askExtension)
      guard customer.holder == actor, let opportunity = try store.opportunities.open(of: customer.id) else {
        throw try house.notHeld(customer.id, by: actor)
      }
      try check(opportunity, try house.rules.policy(opportunity.policy), by: actor, at: now, in: house)
      let expiry = house.rules.calendar.endOfNextDeskDay(after: now)
      let id = try store.requests.add(
        .extension, on: opportunity, by: actor, days: days, reason: reason, at: now, until: expiry)
      var asked = opportunity
      asked.askedUntil = expiry
      try store.opportunities.putOff(asked)
      try ClockKeeper(house).place(asked)
      try house.record(
        .askExtension, on: customer.id, by: actor, at: now,
        EventDetail(["request": String(id.value), "days": String(days), "reason": reason]))
      return id
    }
  }

  private func check(
    _ opportunity: Opportunity, _ policy: Policy, by actor: PersonID, at now: Instant, in house: House
  ) throws {
    guard (1...policy.extensions.mostDays).contains(days) else {
      throw Refusal.invalidField("days", .outOfRange)
    }
    if reason.isBlank { throw Refusal.invalidField("reason", .missing) }
    if reason.utf8.count > NoteCheck.longestLine * 5 { throw Refusal.invalidField("reason", .tooLong) }
    guard try ClockKeeper(house).standing(of: opportunity) != nil else { throw Refusal.noClock }
    // One that was refused can't be asked for again in the same opportunity; one that is open is enough.
    if let asked = try house.store.requests.list(of: opportunity.id).first(where: { $0.kind == .extension }),
      asked.state != .granted
    {
      throw Refusal.alreadyAsked(at: asked.askedAt)
    }
    let month = house.rules.calendar.startOfMonth(at: now)
    if let spent = try house.store.requests.spent(.extension, by: actor, since: month, at: now) {
      throw Refusal.extensionSpent(at: spent.askedAt, next: house.rules.calendar.startOfNextMonth(at: now))
    }
  }
}
