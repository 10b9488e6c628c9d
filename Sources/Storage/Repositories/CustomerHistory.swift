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
      WHERE opportunity.customer = ? ORDER BY opportunity.id DESC LIMIT ?
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

  /// The warnings about a customer, whoever held it, the newest first.
  package func warnings(about customer: CustomerID, limit: Int) throws -> [Warning] {
    try connection.query(
      """
      SELECT warning.clock, warning.period_start, warning.level, warning.at
      FROM opportunity JOIN warning ON warning.opportunity = opportunity.id
      WHERE opportunity.customer = ? ORDER BY warning.id DESC LIMIT ?
      """, [customer, limit]
    ) { Warning(clock: $0.text(0), periodStart: $0.instant(1), level: $0.int(2), at: $0.instant(3)) }
  }
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
