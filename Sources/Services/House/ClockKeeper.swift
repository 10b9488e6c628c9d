import Domain
import Storage

/// Keeps what the base says of an opportunity in step with its clocks. The engine, every act and every undo call it;
/// nothing else warns, flows back or writes a due moment.
struct ClockKeeper {
  private let unit: WritingUnit
  private let clocks: Clocks

  init(_ unit: WritingUnit) {
    self.unit = unit
    clocks = Clocks(unit)
  }

  /// What settling a customer did.
  struct Settled {
    var warned = 0
    var flowedBackAt: Instant?
    var hasOpened = false
  }

  /// Records the warning that has come up, and ends what is over: idempotent, however late (R4.7, R4.12).
  @discardableResult
  func settle(_ id: CustomerID) throws -> Settled {
    var settled = Settled()
    guard let stored = try unit.store.opportunities.open(of: id) else {
      settled.hasOpened = try openLost(id)
      return settled
    }
    let opportunity = try reckoned(stored)
    var standing = try clocks.standing(of: opportunity)
    if let warning = standing?.warningDue(at: unit.now), try FuseBox(unit).trustsNow() {
      try unit.store.opportunities.record(warning, of: opportunity.id)
      standing = try clocks.standing(of: opportunity)
      try tell(.warned, opportunity, standing, warning)
      settled.warned = 1
    }
    if let standing, try clocks.isOver(standing) {
      try flowBack(opportunity, standing, endingAt: standing.effectiveDue, by: nil)
      settled.flowedBackAt = standing.effectiveDue
    } else if settled.warned > 0 {
      try unit.store.opportunities.place(standing, of: id)
    }
    return settled
  }

  /// R3.1: a lost customer is in the sea from its moment on, whoever looks at it first; not while releases by rule are off
  /// (R4.13).
  private func openLost(_ id: CustomerID) throws -> Bool {
    let customer = try unit.store.customers.require(id)
    guard customer.state == .lost, let opensAt = customer.opensAt, opensAt <= unit.now,
      try !FuseBox(unit).isOff()
    else { return false }
    try unit.store.customers.open(id, at: opensAt)
    var detail = EventDetail(["opened": "lost"])
    detail.change("state", from: customer.state.rawValue, to: CustomerState.unassigned.rawValue)
    try unit.record(.flowBack, on: id, by: nil, detail)
    return true
  }

  /// By rules whose moment has come, though the engine has not come to it yet (R4.15).
  private func reckoned(_ opportunity: Opportunity) throws -> Opportunity {
    guard try unit.pendingChange.get() != nil else { return opportunity }
    return try reckon(opportunity)
  }

  /// Places an opportunity by new rules, which hold it where they would bring its due nearer; then its holder is told.
  func reckon(_ opportunity: Opportunity) throws -> Opportunity {
    let customer = try unit.store.customers.require(opportunity.customer)
    let held = try clocks.holdByNewRules(of: opportunity, clocks.unheld(opportunity, on: customer))
    unit.reckoned.insert(customer.id)
    guard let held else {
      try place(opportunity)
      return opportunity
    }
    try unit.store.opportunities.putOff(held)
    let placed = try place(held)
    try unit.store.alerts.add(
      .dueMoved, to: held.holder, on: held.customer, due: placed?.effectiveDue ?? unit.now,
      clock: placed?.ruling.clock.name ?? "", at: unit.now)
    return held
  }

  /// The engine's look at a customer it was woken for: settles it, and sees to it that the next look lies ahead.
  func look(at customer: CustomerID) throws -> Settled {
    let settled = try settle(customer)
    guard settled.warned == 0, settled.flowedBackAt == nil, !settled.hasOpened else { return settled }
    let stored = try unit.store.customers.require(customer)
    if stored.state == .lost {
      throw DatabaseFailure.failed(reason: "customer \(customer.code) can't open now")
    }
    let opportunity = try unit.store.opportunities.open(of: customer)
    let standing = try opportunity.flatMap { try clocks.standing(of: $0, on: stored) }
    try unit.store.opportunities.place(standing, of: customer)
    if let standing, standing.wakesAt <= unit.now {
      throw DatabaseFailure.failed(reason: "customer \(customer.code) has nothing due, yet is due")
    }
    return settled
  }

  /// Writes the due moment anew after something that started, renewed or reopened a clock.
  @discardableResult
  func place(_ opportunity: Opportunity) throws -> Standing? {
    let customer = try unit.store.customers.require(opportunity.customer)
    let standing = try clocks.standing(of: opportunity, on: customer)
    try unit.store.opportunities.place(standing, of: customer.id)
    if try clocks.hasBuyingTimes(opportunity) {
      try unit.store.levels.expect(try clocks.buysBy(opportunity, on: customer), of: customer.id)
    }
    return standing
  }

  /// Ends what a blown fuse held back and a manager confirmed: now, with the original due kept in the reason (R4.13).
  func end(_ customer: CustomerID, confirmedBy person: PersonID) throws {
    guard let opportunity = try unit.store.opportunities.open(of: customer),
      let standing = try clocks.standing(of: opportunity), standing.isOver(at: unit.now)
    else { return }
    try flowBack(opportunity, standing, endingAt: unit.now, by: person)
  }

  private func tell(
    _ kind: AlertKind, _ opportunity: Opportunity, _ standing: Standing?, _ warning: Warning
  ) throws {
    guard let standing else { return }
    let next = try unit.store.customers.require(opportunity.customer).next
    // R4.17: what is planned beyond the due comes to nothing unless it is planned anew.
    let beyond = next.flatMap { $0.at >= standing.effectiveDue ? $0 : nil }
    // R2.6: whoever works it while its holder is away is warned too.
    let today = unit.rules.calendar.day(of: unit.now)
    let absence = try unit.store.evenings.absences(of: [opportunity.holder], on: today)[opportunity.holder]
    for person in [opportunity.holder, absence?.deputy.id].compactMap({ $0 }) {
      try unit.store.alerts.add(
        kind, to: person, on: opportunity.customer, due: standing.effectiveDue,
        clock: warning.clock, next: beyond, at: unit.now)
    }
    try unit.record(
      .warn, on: opportunity.customer, by: nil,
      EventDetail([
        "clock": warning.clock, "level": String(warning.level),
        "due_at": unit.rules.calendar.iso8601(standing.effectiveDue),
        "next_contact": beyond.map { unit.rules.calendar.iso8601($0.at) },
      ]))
  }

  private func flowBack(
    _ opportunity: Opportunity, _ standing: Standing, endingAt endedAt: Instant, by person: PersonID?
  ) throws {
    let clocks = standing.rulingClocks
    let customer = try unit.store.customers.require(opportunity.customer)
    let detail = try unit.givenUp(
      customer,
      [
        "clocks": clocks.joined(separator: ","),
        "due_at": unit.rules.calendar.iso8601(standing.effectiveDue),
      ])
    try unit.store.opportunities.end(
      opportunity, reason: .flowedBack(clocks: clocks), at: endedAt, releasedBy: nil)
    try unit.closeWhatHangs(on: opportunity)
    // R4.13: what a manager confirmed is no part of what nobody has looked at.
    if person == nil {
      let dueDay = unit.rules.calendar.dueDay(of: standing.effectiveDue)
      try unit.store.fuses.countRelease(of: opportunity.holder, on: dueDay)
    }
    try unit.store.alerts.add(
      .flowedBack, to: opportunity.holder, on: opportunity.customer, due: endedAt,
      clock: standing.ruling.clock.name, next: customer.next, at: unit.now)
    if try unit.rules.policy(opportunity.policy).release.isAnnounced {
      try unit.store.alerts.announce(
        opportunity.customer, except: opportunity.holder, due: endedAt, clock: standing.ruling.clock.name,
        at: unit.now)
    }
    try unit.record(.flowBack, on: opportunity.customer, by: person, detail)
  }
}
