import Domain

/// What is known of buyers beyond what every customer has (R10.4).
package struct Profiles {
  private let table: FieldTable

  init(connection: Connection) {
    table = FieldTable(connection: connection, name: "profile")
  }

  package func find(_ customer: CustomerID) throws -> CustomerProfile {
    try table.find(customer).reduce(into: CustomerProfile()) { known, row in
      if let field = ProfileField(rawValue: row.field) { known[field] = row.value }
    }
  }

  /// An empty value takes it away.
  package func set(_ field: ProfileField, of customer: CustomerID, to value: String) throws {
    try table.set(field.rawValue, of: customer, to: value)
  }
}
