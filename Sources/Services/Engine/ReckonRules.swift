import Domain
import Storage

/// Brings adopted versions into force when their day has come, and reckons running clocks anew by them, in chunks that
/// a restart takes up where it stopped (R4.15).
struct ReckonRules {
  private static let chunk = 500

  let house: House

  /// - Parameter keepGoing: asked before each further chunk, false once the lease is lost.
  func perform(at now: Instant, keepGoing: () throws -> Bool) throws {
    for version in try house.store.ruleVersions.arriving(at: now) {
      try house.write { store in
        try store.ruleVersions.bringIntoForce(version.id, at: now)
        try house.record(.policies, on: nil, by: nil, at: now, EventDetail(["in_force": version.name]))
      }
    }
    while let (version, reckonedTo) = try house.store.ruleVersions.unreckoned(), try keepGoing() {
      try reckon(version, after: reckonedTo, at: now)
    }
  }

  private func reckon(_ version: RuleVersion, after customer: CustomerID, at now: Instant) throws {
    try house.write { store in
      let customers = try store.opportunities.heldCustomers(after: customer, limit: ReckonRules.chunk)
      let change = RuleChange(effectiveAt: version.inForceSince ?? version.from, in: house.rules.calendar)
      for (customer, due) in customers { try reckon(customer, dueBefore: due, by: change, at: now) }
      let last = customers.count < ReckonRules.chunk ? nil : customers.last?.customer
      try store.ruleVersions.reckoned(version.id, to: last)
    }
  }

  private func reckon(_ customer: CustomerID, dueBefore: Instant?, by change: RuleChange, at now: Instant)
    throws
  {
    guard var opportunity = try house.store.opportunities.open(of: customer) else { return }
    let standing = try ClockKeeper(house).standing(of: opportunity)
    guard let due = standing?.effectiveDue, let hold = change.hold(due: due, before: dueBefore) else {
      try ClockKeeper(house).place(opportunity)
      return
    }
    opportunity.heldUntil = max(opportunity.heldUntil ?? hold, hold)
    try house.store.opportunities.putOff(opportunity)
    let placed = try ClockKeeper(house).place(opportunity)
    try house.store.alerts.add(
      .dueMoved, to: opportunity.holder, on: customer, due: placed?.effectiveDue ?? hold,
      clock: placed?.ruling.clock.name ?? "", at: now)
  }
}
