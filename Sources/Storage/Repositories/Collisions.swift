import Domain

/// Where the collision check looks (R5.2, R5.3): names by what is the same of them, and every number of every customer.
package struct Collisions {
  let connection: Connection

  /// A customer whose name may be the one that was searched.
  package struct Named: Sendable {
    package let id: CustomerID
    package let kind: CustomerKind
    package let name: String
    package let address: String
  }

  /// A number that may be the one that was searched.
  package struct Numbered: Sendable {
    package let customer: CustomerID
    package let key: NumberKey
    package let mark: NumberMark
  }

  private static let columns = "SELECT customer.id, kind, name, address FROM customer"
  private static let namedSQL = columns + " WHERE folded = ? ORDER BY id LIMIT ?"
  private static let keyedSQL = columns + " WHERE name_key = ? AND name_key <> '' ORDER BY id LIMIT ?"

  /// Customers of exactly this folded name, the oldest first.
  package func named(folded: String, limit: Int) throws -> [Named] {
    try connection.query(Collisions.namedSQL, [folded, limit], named)
  }

  /// Customers whose name has this key, the oldest first.
  package func keyed(_ key: String, limit: Int) throws -> [Named] {
    try connection.query(Collisions.keyedSQL, [key, limit], named)
  }

  /// Customers that had a name of this key before, or have it as their second, the oldest first.
  package func formerly(_ key: String, limit: Int) throws -> [Named] {
    try connection.query(
      """
      SELECT customer.id, kind, name, address
      FROM name_alias CROSS JOIN customer ON customer.id = name_alias.customer
      WHERE name_alias.name_key = ? ORDER BY name_alias.customer LIMIT ?
      """, [key, limit], named)
  }

  /// Customers within whose folded name a word stands.
  package func containing(_ word: SearchWord, limit: Int) throws -> [Named] {
    try searched(word, column: "folded", limit: limit)
  }

  /// Customers within whose initials these letters stand.
  package func withInitials(_ word: SearchWord, limit: Int) throws -> [Named] {
    try searched(word, column: "initials", limit: limit)
  }

  private func searched(_ word: SearchWord, column: String, limit: Int) throws -> [Named] {
    if word.grams.isEmpty { return [] }
    return try connection.query(
      """
      SELECT customer.id, kind, name, address
      FROM customer_grams CROSS JOIN customer ON customer.id = customer_grams.rowid
      WHERE customer_grams MATCH ? AND instr(\(column), ?) > 0 LIMIT ?
      """, [SearchIndex.match(word.grams), word.folded, limit], named)
  }

  /// Whoever has exactly this number, the oldest first.
  package func numbered(_ key: NumberKey, limit: Int) throws -> [Numbered] {
    try connection.query(
      """
      SELECT customer, collision_key, mark FROM number WHERE collision_key = ? ORDER BY customer LIMIT ?
      """, [key.text, limit], numbered)
  }

  /// Whoever has a landline that ends in these digits, of seven or more, in whatever area.
  package func endingIn(_ digits: String, limit: Int) throws -> [Numbered] {
    try connection.query(
      """
      SELECT customer, collision_key, mark FROM number
      WHERE substr(collision_key, -7) = substr(?1, -7) AND use <> 'mobile'
        AND substr(collision_key, -length(?1)) = ?1 LIMIT ?2
      """, [digits, limit], numbered)
  }

  /// Names on the list of the blocked that are this one, or have its key.
  package func blocked(folded: String, key: String) throws -> [String] {
    try connection.query(
      """
      SELECT name FROM blocked_name WHERE folded = ?1
      UNION SELECT name FROM blocked_name WHERE name_key = ?2 AND name_key <> ''
      """, [folded, key]
    ) { $0.text(0) }
  }

  private func named(_ row: Row) -> Named {
    Named(
      id: row.id(0), kind: CustomerKind(rawValue: row.text(1)) ?? .company, name: row.text(2),
      address: row.text(3))
  }

  private func numbered(_ row: Row) -> Numbered {
    Numbered(
      customer: row.id(0), key: NumberKey(row.text(1)), mark: NumberMark(rawValue: row.text(2)) ?? .good)
  }
}

extension Collisions {
  /// Whether some key is yet to be reckoned.
  package func hasUnkeyed() throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM customer WHERE name_key IS NULL UNION ALL SELECT 1 FROM blocked_name WHERE name_key IS NULL
      """
    ) { _ in true } ?? false
  }

  package func unkeyed(limit: Int) throws -> [Named] {
    try connection.query(
      "\(Collisions.columns) WHERE name_key IS NULL ORDER BY customer.id LIMIT ?", [limit], named)
  }

  package func unkeyedBlocked(limit: Int) throws -> [String] {
    try connection.query("SELECT name FROM blocked_name WHERE name_key IS NULL LIMIT ?", [limit]) {
      $0.text(0)
    }
  }

  package func setKey(_ key: String, of customer: CustomerID) throws {
    try connection.run("UPDATE customer SET name_key = ? WHERE id = ?", [key, customer])
  }

  package func setKey(_ key: String, ofBlocked name: String) throws {
    try connection.run(
      "UPDATE blocked_name SET name_key = ?1 WHERE name = ?2 AND name_key IS NULL", [key, name])
  }
}
