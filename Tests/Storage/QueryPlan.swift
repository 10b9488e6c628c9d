import Domain

@testable import Storage

/// How SQLite goes about a statement (EXPLAIN QUERY PLAN): the same for ten customers and for a million, as no
/// statistics are kept.
struct QueryPlan: CustomStringConvertible {
  let sql: String
  let steps: [String]

  /// Tables that grow with the house; the others have a row a person, a department, or fewer.
  private static let large: Set<String> = [
    "customer", "opportunity", "note", "event", "number", "contact", "warning", "alert", "request", "draft",
    "application", "application_number",
    "customer_order", "service_term",
  ]

  /// The plans of every statement a connection has prepared so far that reads a table.
  ///
  /// Plain inserts are left out: what is shown of them are checks of foreign keys, which SQLite skips unless one is
  /// open.
  static func all(of connection: Connection) throws -> [QueryPlan] {
    let verbs = ["SELECT", "UPDATE", "DELETE", "WITH"]
    return try connection.statements.keys.map(\.sql).sorted()
      .filter { sql in verbs.contains { sql.hasPrefix($0) } }
      .map { QueryPlan(sql: $0, steps: try connection.query("EXPLAIN QUERY PLAN \($0)") { $0.text(3) }) }
  }

  /// Goes through a large table from its start, without an index and without an order of it.
  var readsAWholeTable: Bool {
    steps.contains { step in
      let words = step.split(separator: " ").map(String.init)
      return words.count == 2 && words[0] == "SCAN" && QueryPlan.large.contains(words[1])
        || step.hasSuffix("VIRTUAL TABLE INDEX 0:")
    }
  }

  /// Puts rows in order that no index keeps so.
  var sorts: Bool { steps.contains { $0.contains("TEMP B-TREE FOR ORDER BY") } }

  func uses(_ index: String) -> Bool {
    steps.contains { $0.hasSuffix("INDEX \(index)") || $0.contains("INDEX \(index) ") }
  }

  func covers(_ index: String) -> Bool { steps.contains { $0.contains("USING COVERING INDEX \(index)") } }

  var description: String { ([sql] + steps.map { "  \($0)" }).joined(separator: "\n") }
}
