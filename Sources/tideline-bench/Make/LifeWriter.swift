import Domain
import Services
import Storage

/// Writes customers and what happened to them through the repositories, with the rows the acts and the engine would
/// have left: derived columns, warnings that have come up, audit events.
struct LifeWriter {
  let store: Store
  let rules: HouseRules
  let policy: Policy
  let admin: PersonID
  let agents: [Person]
  let now: Instant

  func write(_ new: NewCustomer, _ life: Life) throws {
    let id = try store.customers.add(new, at: life.createdAt)
    try store.searchIndex.add(id, grams: new.grams)
    try record(.importCustomers, id, by: admin, at: life.createdAt)
    guard let holding = life.holding else { return }
    let agent = agents[holding.agent]
    guard
      var opportunity = try store.opportunities.start(id, for: agent, wayIn: .picked, at: holding.enteredAt)
    else { return }
    try record(.pick, id, by: agent.id, at: holding.enteredAt)
    for note in holding.notes {
      opportunity = try write(note.entry, at: note.at, of: opportunity, by: agent)
    }
    if let end = holding.end {
      try self.end(opportunity, end.reason, at: end.at)
    } else {
      try settle(opportunity)
    }
  }

  private func write(
    _ entry: NoteEntry, at moment: Instant, of opportunity: Opportunity, by agent: Person
  ) throws -> Opportunity {
    let renewals = policy.notes.renewals(by: entry, triesInRow: opportunity.triesInRow)
    let tries = policy.notes.triesInRow(after: entry, before: opportunity.triesInRow)
    let note = try store.notes.add(
      entry, of: opportunity, by: agent.id, renewals: renewals, triesInRow: tries, at: moment)
    let renewed = opportunity.renewed(by: note, at: moment, renewals: renewals, triesInRow: tries)
    try store.opportunities.renew(renewed)
    try store.customers.record(
      note: entry, of: opportunity.customer, state: .following,
      next: entry.nextContact(after: nil, policy.notes.outcome(entry.outcome), at: moment), at: moment)
    try record(
      .note, opportunity.customer, by: agent.id, at: moment,
      ["note": String(note.value), "outcome": entry.outcome.rawValue])
    return renewed
  }

  private func end(_ opportunity: Opportunity, _ reason: EndReason, at moment: Instant) throws {
    let holder = opportunity.holder
    var byHand: ReleaseReason?
    if case .released(let reason) = reason { byHand = reason }
    try store.opportunities.end(
      opportunity, reason: reason, at: moment, releasedBy: byHand == nil ? nil : holder)
    try record(
      byHand == nil ? .flowBack : .release, opportunity.customer, by: byHand == nil ? nil : holder,
      at: moment,
      ["holder": String(holder.value), "reason": byHand?.rawValue ?? "flowed_back"])
  }

  /// What the engine's ticks have done up to now: the warnings that came up, each at its moment, and the due.
  private func settle(_ opportunity: Opportunity) throws {
    var warnings: [Warning] = []
    var standing = policy.standing(of: opportunity, warnings: [], in: rules.calendar)
    while let current = standing, current.wakesAt <= now,
      let warning = current.warningDue(at: current.wakesAt)
    {
      try store.opportunities.record(warning, of: opportunity.id)
      warnings.append(warning)
      standing = policy.standing(of: opportunity, warnings: warnings, in: rules.calendar)
      try store.alerts.add(
        .warned, to: opportunity.holder, on: opportunity.customer, due: current.effectiveDue,
        clock: warning.clock, at: warning.at)
      try record(
        .warn, opportunity.customer, by: nil, at: warning.at,
        ["clock": warning.clock, "level": String(warning.level)])
    }
    try store.opportunities.place(standing, of: opportunity.customer)
  }

  private func record(
    _ act: Act, _ customer: CustomerID, by actor: PersonID?, at moment: Instant,
    _ facts: KeyValuePairs<String, String> = [:]
  ) throws {
    let fields = facts.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
    try store.events.add(
      act, on: customer, by: actor, from: actor == nil ? "engine" : "screen", at: moment,
      detail: facts.isEmpty ? "{}" : "{\"facts\":{\(fields)}}")
  }
}
