import Domain
import Storage

/// What stands in a base, read past the program: for "nothing was changed", and for looking into tables.
package struct BaseDump {
  private let connection: Connection

  package init(_ path: String) throws {
    connection = try Connection(path: path, access: .read)
  }

  /// Every row of every table of ours as text, the tables by name.
  package func all(except left: Set<String> = []) throws -> [String] {
    try tables().filter { !left.contains($0) }.flatMap { table in
      try rows(of: table).map { "\(table): \($0)" }
    }
  }

  package func rows(of table: String) throws -> [String] {
    let columns = try connection.query("SELECT name FROM pragma_table_info(?)", [table]) { $0.text(0) }
    let list = columns.map { "'\($0)=' || quote(\"\($0)\")" }.joined(separator: " || ' ' || ")
    return try connection.query("SELECT \(list) FROM \"\(table)\" ORDER BY 1") { $0.text(0) }
  }

  package func count(_ table: String, where condition: String = "1") throws -> Int {
    try connection.first("SELECT count(*) FROM \(table) WHERE \(condition)") { $0.int(0) } ?? 0
  }

  /// The one value a query finds, as text; nil for NULL or no row.
  package func value(_ sql: String) throws -> String? {
    try connection.first(sql) { $0.optionalText(0) } ?? nil
  }

  package func values(_ sql: String) throws -> [String] {
    try connection.query(sql) { $0.text(0) }
  }

  /// What SQLite thinks of the file: `ok`.
  package func integrity() throws -> String {
    try connection.query("PRAGMA integrity_check") { $0.text(0) }.joined(separator: "; ")
  }

  private func tables() throws -> [String] {
    try connection.query(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
        AND name NOT LIKE 'customer_grams%' ORDER BY name
      """
    ) { $0.text(0) }
  }
}
