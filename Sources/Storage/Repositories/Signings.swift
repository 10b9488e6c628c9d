import Domain

/// Each order that was confirmed, at the moment it was, so that every screen can ring (R11.9).
package struct Signings {
  let connection: Connection

  package func add(_ order: OrderID, by confirmer: PersonID, at now: Instant) throws {
    try connection.run(
      "INSERT INTO signing (at, customer_order, confirmer) VALUES (?, ?, ?)", [now, order, confirmer])
  }

  /// The last one; nil where there was none, or where it was voided since.
  package func last() throws -> Signing? {
    try connection.first(
      """
      SELECT signing.id, person.name, department.name, amount, confirmer
      FROM signing JOIN customer_order ON customer_order.id = signing.customer_order
      JOIN person ON person.id = seller JOIN department ON department.id = person.department
      WHERE signing.id = (SELECT max(id) FROM signing) AND voided_at IS NULL
      """
    ) { row in
      Signing(
        number: row.integer(0), name: row.text(1), department: row.text(2),
        amount: Amount(fen: row.integer(3)),
        confirmer: row.id(4))
    }
  }
}
