import Domain
import Storage

/// Keeps what the base says of an opportunity in step with its clocks. The engine, every act and every undo call it;
/// nothing else warns, flows back or writes a due moment.
struct ClockKeeper {
  let house: House
  private let store: Store

  init(_ house: House) {
    self.house = house
    store = house.store
  }

  /// What settling a customer did.
  struct Settled {
    var warned = 0
    var flowedBackAt: Instant?
  }

  /// Records the warning that has come up, and ends what is over: idempotent, however late (R4.7, R4.12).
  @discardableResult
  func settle(_ id: CustomerID, at now: Instant) throws -> Settled {
    var settled = Settled()
    guard let opportunity = try store.opportunities.open(of: id) else { return settled }
    var standing = try standing(of: opportunity)
    if let warning = standing?.warningDue(at: now), try FuseBox(house).trusts(now) {
      try store.opportunities.record(warning, of: opportunity.id)
      standing = try self.standing(of: opportunity)
      try tell(.warned, opportunity, standing, warning, at: now)
      settled.warned = 1
    }
    if let standing, try isOver(standing, at: now) {
      try flowBack(opportunity, standing, endingAt: standing.effectiveDue, by: nil, at: now)
      settled.flowedBackAt = standing.effectiveDue
    } else if settled.warned > 0 {
      try store.opportunities.place(standing, of: id)
    }
    return settled
  }

  /// Due and warned (R4.6), and releases by rule are not off (R4.13).
  func isOver(_ standing: Standing, at now: Instant) throws -> Bool {
    try standing.isOver(at: now) && !FuseBox(house).isOff(at: now)
  }

  /// The engine's look at a customer it was woken for: settles it, and sees to it that the next look lies ahead.
  func look(at customer: CustomerID, at now: Instant) throws -> Settled {
    let settled = try settle(customer, at: now)
    guard settled.warned == 0, settled.flowedBackAt == nil else { return settled }
    let opportunity = try store.opportunities.open(of: customer)
    let standing = try opportunity.flatMap(self.standing)
    try store.opportunities.place(standing, of: customer)
    if let standing, standing.wakesAt <= now {
      throw DatabaseFailure.failed(reason: "customer \(customer.code) has nothing due, yet is due")
    }
    return settled
  }

  /// Writes the due moment anew after something that started, renewed or reopened a clock.
  @discardableResult
  func place(_ opportunity: Opportunity) throws -> Standing? {
    let standing = try standing(of: opportunity)
    try store.opportunities.place(standing, of: opportunity.customer)
    try expectPurchase(opportunity)
    return standing
  }

  private func expectPurchase(_ opportunity: Opportunity) throws {
    guard try hasBuyingTimes(opportunity) else { return }
    try store.levels.expect(try buysBy(opportunity), of: opportunity.customer)
  }

  private func hasBuyingTimes(_ opportunity: Opportunity) throws -> Bool {
    try house.rules.policy(opportunity.policy).intents.contains { $0.buysWithinDays != nil }
  }

  /// R4.3: by when the customer is expected to buy follows from its level, and since when it has it.
  func buysBy(_ opportunity: Opportunity) throws -> Instant? {
    guard try hasBuyingTimes(opportunity) else { return nil }
    let customer = try store.customers.require(opportunity.customer)
    guard customer.hasClocks,
      let days = try house.rules.policy(opportunity.policy).intent(customer.intent)?.buysWithinDays
    else { return nil }
    let since = house.rules.calendar.day(of: try store.levels.since(in: opportunity))
    return house.rules.calendar.end(of: since + days)
  }

  /// Nil where no clock runs (R4.10).
  func standing(of opportunity: Opportunity) throws -> Standing? {
    guard try store.customers.require(opportunity.customer).hasClocks else { return nil }
    return try house.rules.policy(opportunity.policy).standing(
      of: opportunity, warnings: try store.opportunities.warnings(of: opportunity.id),
      in: house.rules.calendar)
  }

  private func tell(
    _ kind: AlertKind, _ opportunity: Opportunity, _ standing: Standing?, _ warning: Warning, at now: Instant
  ) throws {
    guard let standing else { return }
    try store.alerts.add(
      kind, to: opportunity.holder, on: opportunity.customer, due: standing.effectiveDue,
      clock: warning.clock,
      at: now)
    try house.record(
      .warn, on: opportunity.customer, by: nil, at: now,
      EventDetail([
        "clock": warning.clock, "level": String(warning.level),
        "due_at": house.rules.calendar.iso8601(standing.effectiveDue),
      ]))
  }

  /// Ends what a blown fuse held back and a manager confirmed: now, with the original due kept in the reason (R4.13).
  func end(_ customer: CustomerID, confirmedBy person: PersonID, at now: Instant) throws {
    guard let opportunity = try store.opportunities.open(of: customer),
      let standing = try standing(of: opportunity), standing.isOver(at: now)
    else { return }
    try flowBack(opportunity, standing, endingAt: now, by: person, at: now)
  }

  private func flowBack(
    _ opportunity: Opportunity, _ standing: Standing, endingAt endedAt: Instant, by person: PersonID?,
    at now: Instant
  ) throws {
    let clocks = standing.rulingClocks
    let detail = try house.givenUp(
      store.customers.require(opportunity.customer),
      [
        "clocks": clocks.joined(separator: ","),
        "due_at": house.rules.calendar.iso8601(standing.effectiveDue),
      ])
    try store.opportunities.end(
      opportunity, reason: .flowedBack(clocks: clocks), at: endedAt, releasedBy: nil)
    try store.requests.close(of: opportunity.id, at: now)
    // R4.13: what a manager confirmed is no part of what nobody has looked at.
    if person == nil {
      let dueDay = house.rules.calendar.dueDay(of: standing.effectiveDue)
      try store.fuses.countRelease(of: opportunity.holder, on: dueDay)
    }
    try store.alerts.add(
      .flowedBack, to: opportunity.holder, on: opportunity.customer, due: endedAt,
      clock: standing.ruling.clock.name, at: now)
    if try house.rules.policy(opportunity.policy).release.isAnnounced {
      try store.alerts.announce(
        opportunity.customer, except: opportunity.holder, due: endedAt, clock: standing.ruling.clock.name,
        at: now)
    }
    try house.record(.flowBack, on: opportunity.customer, by: person, at: now, detail)
  }
}
