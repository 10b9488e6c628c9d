import Domain

/// What is verified of customers (AV信息, R10.1).
package struct AVRecords {
  private let table: FieldTable

  init(connection: Connection) {
    table = FieldTable(connection: connection, name: "av_information")
  }

  package func find(_ customer: CustomerID) throws -> AVInformation {
    try table.find(customer).reduce(into: AVInformation()) { known, row in
      if let field = AVField(rawValue: row.field) { known[field] = row.value }
    }
  }

  /// An empty value takes it away.
  package func set(_ field: AVField, of customer: CustomerID, to value: String) throws {
    try table.set(field.rawValue, of: customer, to: value)
  }
}
