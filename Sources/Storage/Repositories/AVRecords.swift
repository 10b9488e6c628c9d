import Domain

/// What is verified of customers (AV信息, R10.1). Its history is in the events.
package struct AVRecords {
  let connection: Connection

  package func find(_ customer: CustomerID) throws -> AVInformation {
    try connection.query("SELECT field, value FROM av_information WHERE customer = ?", [customer]) { row in
      (AVField(rawValue: row.text(0)), row.text(1))
    }.reduce(into: AVInformation()) { known, row in
      if let field = row.0 { known[field] = row.1 }
    }
  }

  /// An empty value takes it away.
  package func set(_ field: AVField, of customer: CustomerID, to value: String) throws {
    if value.isEmpty {
      try connection.run(
        "DELETE FROM av_information WHERE customer = ? AND field = ?", [customer, field.rawValue])
    } else {
      try connection.run(
        "INSERT OR REPLACE INTO av_information VALUES (?, ?, ?)", [customer, field.rawValue, value])
    }
  }
}
