import Domain

/// The full-text index over pairs of characters: of folded names, and of their initials.
///
/// SQLite before 3.43 needs the old grams to delete from a contentless index: whoever changes a name must call
/// `remove` with what it was, in the same transaction.
package struct SearchIndex {
  let connection: Connection

  package func add(_ customer: CustomerID, grams: [String]) throws {
    try connection.run(
      "INSERT INTO customer_grams (rowid, grams) VALUES (?, ?)", [customer, grams.joined(separator: " ")])
  }

  package func remove(_ customer: CustomerID, grams: [String]) throws {
    try connection.run(
      "INSERT INTO customer_grams (customer_grams, rowid, grams) VALUES ('delete', ?, ?)",
      [customer, grams.joined(separator: " ")])
  }

  /// Whether the index knows a customer by all these grams.
  package func has(_ customer: CustomerID, grams: [String]) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM customer_grams WHERE customer_grams MATCH ? AND rowid = ?",
      [grams.map { "\"\($0)\"" }.joined(separator: " AND "), customer]
    ) { _ in true } ?? false
  }

  /// Forgets everything, to be filled again.
  package func clear() throws {
    try connection.run("INSERT INTO customer_grams (customer_grams) VALUES ('delete-all')")
  }

  /// How many customers have all these grams, counted up to a cap.
  func hits(_ match: String, cap: Int) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM (SELECT rowid FROM customer_grams WHERE customer_grams MATCH ? LIMIT ?)",
      [match, cap]
    ) { $0.int(0) } ?? 0
  }

  /// Of 有限公司, in characters and in initials: nearly every name has them, so that they tell nothing, and their lists
  /// are as long as the house is large.
  private static let commonplace: Set<String> = ["有限", "限公", "公司", "yx", "xg", "gs"]

  /// The query for customers that have all these grams; they may not have the commonplace ones. Hits are verified
  /// anyway.
  static func match(_ grams: [String]) -> String {
    let telling = grams.filter { !commonplace.contains($0) }
    return (telling.isEmpty ? grams : telling).map { "\"\($0)\"" }.joined(separator: " AND ")
  }
}
