import Domain

/// What came in for orders (R8.7).
package struct Payments {
  let connection: Connection

  package func add(
    _ amount: Amount, on day: Day, restDue: Day?, to order: OrderID, by person: PersonID, at now: Instant
  ) throws -> PaymentID {
    try connection.run(
      """
      INSERT INTO payment (customer_order, amount, paid_on, rest_due, recorded_at, recorded_by)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [order, Int(amount.fen), day, restDue, now, person])
    return PaymentID(connection.lastInsertedID)
  }

  /// Those of an order, the oldest first.
  package func list(of order: OrderID) throws -> [Payment] {
    try connection.query(
      "SELECT id, amount, paid_on, rest_due, void_reason FROM payment WHERE customer_order = ? ORDER BY id",
      [order]
    ) {
      Payment(
        id: $0.id(0), amount: Amount(fen: $0.integer(1)), paidOn: Day(number: $0.int(2)),
        restDue: $0.optionalDay(3), voidReason: $0.optionalText(4))
    }
  }

  /// The order a payment is of; nil where there is none.
  package func order(of payment: PaymentID) throws -> OrderID? {
    try connection.first("SELECT customer_order FROM payment WHERE id = ?", [payment]) { $0.id(0) }
  }

  package func void(_ payment: PaymentID, reason: String) throws {
    try connection.run("UPDATE payment SET void_reason = ? WHERE id = ?", [reason, payment])
  }
}
