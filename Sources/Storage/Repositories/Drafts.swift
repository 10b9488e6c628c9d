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
