import Domain
import Storage

/// Where the clocks of opportunities stand, as they are read.
struct Clocks {
  let unit: MomentUnit

  init(_ unit: MomentUnit) {
    self.unit = unit
  }

  /// Nil where no clock runs (R4.10).
  func standing(of opportunity: Opportunity) throws -> Standing? {
    try standing(of: opportunity, on: unit.store.customers.require(opportunity.customer))
  }

  /// - Parameter customer: as it is stored now.
  func standing(of opportunity: Opportunity, on customer: Customer) throws -> Standing? {
    let standing = try unheld(opportunity, on: customer)
    return try holdByNewRules(of: opportunity, standing).flatMap { try unheld($0, on: customer) } ?? standing
  }

  /// By the rules alone, whatever it stood at before them.
  func unheld(_ opportunity: Opportunity, on customer: Customer) throws -> Standing? {
    guard customer.hasClocks else { return nil }
    return try unit.rules.policy(opportunity.policy).standing(
      of: opportunity, warnings: try unit.store.opportunities.warnings(of: opportunity.id),
      in: unit.rules.calendar)
  }

  /// R4.15: the opportunity as new rules leave it that it is not reckoned by yet; nil where they bring its due no nearer.
  func holdByNewRules(of opportunity: Opportunity, _ standing: Standing?) throws -> Opportunity? {
    guard !unit.reckoned.contains(opportunity.customer), let change = try unit.pendingChange.get(),
      let due = standing?.effectiveDue,
      let hold = change.hold(
        due: due, before: try unit.store.opportunities.storedDue(of: opportunity.customer))
    else { return nil }
    var held = opportunity
    held.heldUntil = max(opportunity.heldUntil ?? hold, hold)
    return held
  }

  /// Due and warned (R4.6), and releases by rule are not off (R4.13).
  func isOver(_ standing: Standing) throws -> Bool {
    try standing.isOver(at: unit.now) && !FuseBox(unit).isOff()
  }

  /// Where the opportunity stands as the reader will find it: who is due without a warning will be warned at the
  /// engine's next look, and then has its grace (R4.7).
  func expected(_ opportunity: Opportunity) throws -> Standing? {
    try expected(opportunity, standing(of: opportunity))
  }

  func expected(_ opportunity: Opportunity, _ standing: Standing?) throws -> Standing? {
    guard let standing else { return nil }
    guard standing.firstWarning == nil, let warning = standing.warningDue(at: unit.now) else {
      return standing
    }
    let policy = try unit.rules.policy(opportunity.policy)
    return policy.standing(of: opportunity, warnings: [warning], in: unit.rules.calendar)
  }

  /// R4.3: by when the customer is expected to buy follows from its level, and since when it has it.
  func buysBy(_ opportunity: Opportunity, on customer: Customer) throws -> Instant? {
    guard customer.hasClocks,
      let days = try unit.rules.policy(opportunity.policy).intent(customer.intent)?.buysWithinDays
    else { return nil }
    let since = unit.rules.calendar.day(of: try unit.store.levels.since(in: opportunity))
    return unit.rules.calendar.end(of: since + days)
  }

  func hasBuyingTimes(_ opportunity: Opportunity) throws -> Bool {
    try unit.rules.policy(opportunity.policy).intents.contains { $0.buysWithinDays != nil }
  }

  /// What ought to be stored of the clocks of a held customer.
  func reckoned(_ customer: CustomerID) throws -> StoredStanding {
    let stored = try unit.store.customers.require(customer)
    let opportunity = try unit.store.opportunities.open(of: customer)
    let standing = try opportunity.flatMap { try self.standing(of: $0, on: stored) }
    return StoredStanding(
      customer: customer, due: standing?.effectiveDue, wakesAt: standing?.wakesAt,
      clock: standing?.ruling.clock.name, warnedAt: standing?.firstWarning,
      buysBy: try opportunity.flatMap { try buysBy($0, on: stored) })
  }
}
