import Domain

/// What is known of buyers beyond what every customer has (R10.4). Its history is in the events.
package struct Profiles {
  let connection: Connection

  package func find(_ customer: CustomerID) throws -> CustomerProfile {
    let kept = try connection.query("SELECT field, value FROM profile WHERE customer = ?", [customer]) {
      (ProfileField(rawValue: $0.text(0)), $0.text(1))
    }
    return kept.reduce(into: CustomerProfile()) { known, row in
      if let field = row.0 { known[field] = row.1 }
    }
  }

  /// An empty value takes it away.
  package func set(_ field: ProfileField, of customer: CustomerID, to value: String) throws {
    if value.isEmpty {
      try connection.run(
        "DELETE FROM profile WHERE customer = ? AND field = ?", [customer, field.rawValue])
    } else {
      try connection.run(
        "INSERT OR REPLACE INTO profile VALUES (?, ?, ?)", [customer, field.rawValue, value])
    }
  }
}
