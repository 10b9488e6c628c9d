import Domain

/// What a call list is made of beside the library (R7.1).
package struct CallLists {
  let connection: Connection

  /// The last call of today to each customer that somebody called, what counts and what does not.
  package func calls(by person: PersonID, during span: Range<Instant>) throws -> [CustomerID: CallMade] {
    let rows = try connection.query(
      """
      SELECT customer, at, outcome FROM note
      WHERE author = ? AND at >= ? AND at < ? AND taken_back_at IS NULL AND kind = 'call' ORDER BY at
      """, [person, span.lowerBound, span.upperBound]
    ) { row in
      (
        row.id(0, as: CustomerID.self),
        CallMade(at: row.instant(1), outcome: Outcome(rawValue: row.text(2)) ?? .connected)
      )
    }
    return Dictionary(rows) { _, last in last }
  }

  /// What left somebody since a moment, as it was when it left him, the first first. What he released and has back, or
  /// never had, is none.
  package func left(_ holder: PersonID, since start: Instant) throws -> [LeftCustomer] {
    try connection.query(
      """
      SELECT customer.id, customer.name, customer.intent, opportunity.ended_at, opportunity.end_reason,
        opportunity.end_clocks, opportunity.end_next_contact, opportunity.end_next_agreed,
        opportunity.end_next_purpose, max(coalesce(opportunity.note_at, 0), opportunity.entered_at), opportunity.id
      FROM opportunity JOIN customer ON customer.id = opportunity.customer
      WHERE opportunity.holder = ?1 AND opportunity.ended_at >= ?2 AND opportunity.end_reason <> 'undone'
        AND customer.owner IS NOT ?1
      ORDER BY opportunity.ended_at, opportunity.id
      """, [holder, start]
    ) { row in
      LeftCustomer(
        id: row.id(0), name: row.text(1), level: row.text(2), endedAt: row.instant(3),
        reason: EndReason(name: row.text(4), clocks: row.optionalText(5)), next: row.nextContact(6, 7, 8),
        lastContact: row.instant(9), opportunity: row.id(10))
    }
  }
}

/// A call that was noted.
package struct CallMade: Sendable, Equatable {
  package let at: Instant
  package let outcome: Outcome
}

/// A customer as it left its holder.
package struct LeftCustomer: Sendable {
  package let id: CustomerID
  package let name: String
  package let level: String
  package let endedAt: Instant
  package let reason: EndReason
  package let next: NextContact?
  package let lastContact: Instant
  package let opportunity: OpportunityID
}
