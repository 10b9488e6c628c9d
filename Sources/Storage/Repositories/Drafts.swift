import Domain

/// Half-typed notes (R6.4): at most one a person and customer.
package struct Drafts {
  let connection: Connection

  /// - Parameter entry: a JSON object; what it holds is the screens' affair.
  package func save(_ entry: String, by person: PersonID, on customer: CustomerID, at now: Instant) throws {
    try connection.run(
      """
      INSERT INTO draft VALUES (?1, ?2, ?3, ?4, ?4)
      ON CONFLICT (person, customer) DO UPDATE SET entry = excluded.entry, saved_at = excluded.saved_at
      """, [person, customer, entry, now])
  }

  package func drop(by person: PersonID, on customer: CustomerID) throws {
    try connection.run("DELETE FROM draft WHERE person = ? AND customer = ?", [person, customer])
  }

  /// Of which customers a person has drafts, and since when.
  package func moments(of person: PersonID) throws -> [CustomerID: Instant] {
    let drafts = try connection.query("SELECT customer, saved_at FROM draft WHERE person = ?", [person]) {
      ($0.id(0, as: CustomerID.self), $0.instant(1))
    }
    return Dictionary(drafts) { first, _ in first }
  }

  /// What those left half-typed from whom a customer came to somebody else (R4.17): his to read, never his; the last written
  /// first.
  package func left(on customer: CustomerID, besides reader: PersonID) throws -> [LeftDraft] {
    try connection.query(
      """
      SELECT DISTINCT person.id, person.name, department.name, draft.entry, draft.saved_at
      FROM opportunity JOIN draft ON draft.person = opportunity.holder AND draft.customer = opportunity.customer
      JOIN person ON person.id = draft.person JOIN department ON department.id = person.department
      WHERE opportunity.customer = ? AND opportunity.end_reason = 'transferred' AND opportunity.holder <> ?
      ORDER BY draft.saved_at DESC
      """, [customer, reader]
    ) {
      LeftDraft(
        by: Refusal.Holder(id: $0.id(0), name: $0.text(1), department: $0.text(2)), entry: $0.text(3),
        savedAt: $0.instant(4))
    }
  }

  /// The drafts of a person, the last written first.
  package func list(of person: PersonID) throws -> [Draft] {
    try connection.query(
      """
      SELECT draft.customer, customer.name, draft.entry, draft.started_at, draft.saved_at
      FROM draft JOIN customer ON customer.id = draft.customer WHERE draft.person = ?
      ORDER BY draft.saved_at DESC
      """, [person]
    ) { row in
      Draft(
        customer: row.id(0), customerName: row.text(1), entry: row.text(2), startedAt: row.instant(3),
        savedAt: row.instant(4))
    }
  }
}

/// A half-typed note.
package struct Draft: Sendable {
  package let customer: CustomerID
  package let customerName: String
  package let entry: String
  package let startedAt: Instant
  package let savedAt: Instant
}

/// A half-typed note of somebody who had the customer before.
package struct LeftDraft: Sendable {
  package let by: Refusal.Holder
  package let entry: String
  package let savedAt: Instant
}
