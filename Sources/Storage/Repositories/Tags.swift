import Domain

/// The words by which the house finds customers again (R10.1).
package struct Tags {
  let connection: Connection

  /// In the order of their letters.
  package func list(of customer: CustomerID) throws -> [String] {
    try connection.query("SELECT name FROM tag WHERE customer = ? ORDER BY folded", [customer]) { $0.text(0) }
  }

  /// - Parameter folded: as names are compared, so that one word is one tag however it is written.
  /// - Returns: whether it is new there.
  package func add(_ name: String, folded: String, to customer: CustomerID) throws -> Bool {
    try connection.run("INSERT OR IGNORE INTO tag VALUES (?, ?, ?)", [customer, folded, name]) == 1
  }

  /// - Returns: as it was written; nil where it was not there.
  package func drop(folded: String, from customer: CustomerID) throws -> String? {
    try connection.first(
      "DELETE FROM tag WHERE customer = ? AND folded = ? RETURNING name", [customer, folded]
    ) { $0.text(0) }
  }

  /// All that are used anywhere, in the order of their letters: from one to the next through their index, however many
  /// customers have them.
  package func inUse(limit: Int) throws -> [String] {
    try connection.query(
      """
      \(Tags.known)
      SELECT (SELECT name FROM tag WHERE tag.folded = known.folded ORDER BY customer LIMIT 1)
      FROM known WHERE folded IS NOT NULL
      """, [limit]
    ) { $0.text(0) }
  }

  /// Those within whose name a text is found, as names are compared.
  package func containing(_ folded: String) throws -> [String] {
    try connection.query(
      "\(Tags.known) SELECT folded FROM known WHERE instr(folded, ?) > 0", [Tags.mostLookedThrough, folded]
    ) { $0.text(0) }
  }

  /// More different words than these are no order any more.
  private static let mostLookedThrough = 10_000

  private static let known = """
    WITH RECURSIVE known (folded) AS (
      SELECT min(folded) FROM tag
      UNION ALL
      SELECT (SELECT min(tag.folded) FROM tag WHERE tag.folded > known.folded) FROM known
      WHERE known.folded IS NOT NULL LIMIT ?)
    """

  package func count(of customer: CustomerID) throws -> Int {
    try connection.first("SELECT count(*) FROM tag WHERE customer = ?", [customer]) { $0.int(0) } ?? 0
  }
}
