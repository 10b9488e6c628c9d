import Domain

extension Opportunities {
  /// Everybody who held the customer, the present or last one first.
  package func holdings(of customer: CustomerID, limit: Int) throws -> [Holding] {
    try connection.query(
      """
      SELECT opportunity.id, person.id, person.name, department.name, opportunity.way_in, opportunity.entered_at,
        opportunity.ended_at, opportunity.end_reason, opportunity.end_clocks
      FROM opportunity JOIN person ON person.id = opportunity.holder
      JOIN department ON department.id = opportunity.department
      WHERE opportunity.customer = ? AND opportunity.end_reason IS NOT 'undone'
      ORDER BY opportunity.id DESC LIMIT ?
      """, [customer, limit]
    ) { row in
      Holding(
        opportunity: row.id(0),
        holder: Refusal.Holder(id: row.id(1), name: row.text(2), department: row.text(3)),
        wayIn: WayIn(rawValue: row.text(4)) ?? .picked, enteredAt: row.instant(5),
        endedAt: row.optionalInstant(6),
        endReason: row.optionalText(7).map { EndReason(name: $0, clocks: row.optionalText(8)) })
    }
  }

  /// Who held the customer at a moment; nil where nobody did.
  package func holding(of customer: CustomerID, at moment: Instant) throws -> (
    opportunity: OpportunityID, holder: PersonID
  )? {
    try connection.first(
      """
      SELECT id, holder FROM opportunity WHERE customer = ?1 AND entered_at <= ?2
        AND (ended_at IS NULL OR ended_at > ?2) AND end_reason IS NOT 'undone' ORDER BY id DESC LIMIT 1
      """, [customer, moment]
    ) { ($0.id(0), $0.id(1)) }
  }

  /// The warnings about a customer, whoever held it, the newest first.
  package func warnings(about customer: CustomerID, limit: Int) throws -> [Warning] {
    try connection.query(
      """
      SELECT warning.clock, warning.period_start, warning.level, warning.at, warning.put_off_to
      FROM opportunity JOIN warning ON warning.opportunity = opportunity.id
      WHERE opportunity.customer = ? ORDER BY warning.id DESC LIMIT ?
      """, [customer, limit]
    ) { Opportunities.warning($0) }
  }
}

extension Opportunities {
  /// What a person held and no longer does, the last lost first (R4.18). What was merged into one he holds is no loss.
  package func lost(by holder: PersonID, since start: Instant, limit: Int) throws -> [LostRow] {
    try connection.query(
      """
      SELECT customer.id, customer.name, opportunity.ended_at, opportunity.end_reason, opportunity.end_clocks,
        person.id, person.name, department.name, customer.initials
      FROM opportunity JOIN customer ON customer.id = opportunity.customer
      LEFT JOIN person ON person.id = customer.owner LEFT JOIN department ON department.id = person.department
      WHERE opportunity.holder = ? AND opportunity.ended_at >= ? AND opportunity.end_reason <> 'undone'
        AND NOT (opportunity.end_reason = 'merged' AND customer.owner IS opportunity.holder)
      ORDER BY opportunity.ended_at DESC, opportunity.id DESC LIMIT ?
      """, [holder, start, limit]
    ) { row in
      LostRow(
        id: row.id(0), name: row.text(1), initials: row.text(8), endedAt: row.instant(2),
        reason: EndReason(name: row.text(3), clocks: row.optionalText(4)),
        holder: row.optionalID(5).map { Refusal.Holder(id: $0, name: row.text(6), department: row.text(7)) })
    }
  }
}

extension Opportunities {
  /// Held customers, in the order of their ids.
  package func heldCustomers(after customer: CustomerID, limit: Int) throws -> [CustomerID] {
    try connection.query(
      "SELECT id FROM customer WHERE id > ? AND owner IS NOT NULL ORDER BY id LIMIT ?", [customer, limit]
    ) { $0.id(0) }
  }

  /// Every open opportunity under a policy that clocks may run on, with its warnings (R4.15).
  package func forEachOpen(under policy: String, _ body: (HeldOpportunity) throws -> Void) throws {
    let warned = try warningsOfOpen()
    _ = try connection.query(
      """
      SELECT opportunity.id, opportunity.customer, opportunity.holder, opportunity.policy, opportunity.way_in,
        opportunity.entered_at, opportunity.note, opportunity.note_at, opportunity.visit, opportunity.visit_at,
        opportunity.tries, opportunity.extended_to, opportunity.held_until, opportunity.asked_until,
        opportunity.clocks_from, opportunity.ordered_until, opportunity.signing_from, customer.flow_back_at,
        customer.next_contact
      FROM opportunity JOIN customer ON customer.id = opportunity.customer
      WHERE opportunity.ended_at IS NULL AND opportunity.policy = ?
        AND customer.state IN ('pending', 'following', 'invalid') AND NOT customer.is_house_account
      """, [policy]
    ) { row in
      let opportunity = opportunity(row)
      try body(
        HeldOpportunity(
          opportunity: opportunity, warnings: warned[opportunity.id] ?? [], due: row.optionalInstant(17),
          nextContact: row.optionalInstant(18)))
    }
  }

  private func warningsOfOpen() throws -> [OpportunityID: [Warning]] {
    let rows = try connection.query(
      """
      SELECT warning.clock, warning.period_start, warning.level, warning.at, warning.put_off_to,
        warning.opportunity
      FROM opportunity CROSS JOIN warning ON warning.opportunity = opportunity.id WHERE opportunity.ended_at IS NULL
      """
    ) { ($0.id(5, as: OpportunityID.self), Opportunities.warning($0)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }
}

/// An open opportunity with what a reckoning of its clocks needs.
package struct HeldOpportunity: Sendable {
  package let opportunity: Opportunity
  package let warnings: [Warning]
  /// The effective due as it is stored.
  package let due: Instant?
  package let nextContact: Instant?
}

/// A customer that left somebody.
package struct LostRow: Sendable {
  package let id: CustomerID
  package let name: String
  package let initials: String
  package let endedAt: Instant
  package let reason: EndReason
  /// Who has it now; nil for the sea.
  package let holder: Refusal.Holder?
}

/// One period in which somebody held the customer.
package struct Holding: Sendable {
  package let opportunity: OpportunityID
  package let holder: Refusal.Holder
  package let wayIn: WayIn
  package let enteredAt: Instant
  package var endedAt: Instant?
  package var endReason: EndReason?
}
