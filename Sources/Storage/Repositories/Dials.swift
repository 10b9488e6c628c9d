import Domain

/// Which numbers were dialled, by whom and when (R6.7).
package struct Dials {
  let connection: Connection

  package func add(_ number: CustomerNumber, by person: PersonID, at now: Instant) throws {
    try connection.run(
      "INSERT INTO dial (collision_key, at, person) VALUES (?, ?, ?)", [number.collisionKey, now, person])
  }

  /// How often the numbers of a customer were tried since then, by anybody and whichever customer it was for, by their
  /// collision keys. Who dials and notes what came of it has tried once; who calls by another phone tries with each
  /// call he notes.
  package func tries(of customer: CustomerID, since start: Instant) throws -> [String: Int] {
    let rows = try connection.query(
      """
      SELECT collision_key, sum(tries) FROM (
        SELECT collision_key, max(count(DISTINCT dial), count(DISTINCT note)) AS tries FROM (
          SELECT collision_key, person, dial.id AS dial, NULL AS note FROM dial
          WHERE collision_key IN (SELECT collision_key FROM number WHERE customer = ?1) AND at >= ?2
          UNION ALL
          SELECT collision_key, author, NULL, note.id
          FROM number JOIN note ON note.customer = number.customer AND note.number = number.dialled
          WHERE collision_key IN (SELECT collision_key FROM number WHERE customer = ?1)
            AND contact_at >= ?2 AND kind = 'call' AND taken_back_at IS NULL) AS found
        GROUP BY collision_key, person) AS found
      GROUP BY collision_key
      """, [customer, start]
    ) { ($0.text(0), $0.int(1)) }
    return Dictionary(rows) { $0 + $1 }
  }
}
