import Domain

/// A table of what is known of customers, a row a field. Its history is in the events.
struct FieldTable {
  let connection: Connection
  let name: String

  func find(_ customer: CustomerID) throws -> [(field: String, value: String)] {
    try connection.query("SELECT field, value FROM \(name) WHERE customer = ?", [customer]) {
      ($0.text(0), $0.text(1))
    }
  }

  /// An empty value takes it away.
  func set(_ field: String, of customer: CustomerID, to value: String) throws {
    let sql =
      value.isEmpty
      ? "DELETE FROM \(name) WHERE customer = ? AND field = ?"
      : "INSERT OR REPLACE INTO \(name) VALUES (?, ?, ?)"
    try connection.run(sql, value.isEmpty ? [customer, field] : [customer, field, value])
  }
}
