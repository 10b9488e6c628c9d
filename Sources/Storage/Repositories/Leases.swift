import Domain

/// Who does what only one process may do (R4.11).
package struct Leases {
  let connection: Connection

  /// Takes or keeps the lease; false where somebody took it since its holder was looked at.
  ///
  /// - Parameter former: whose lease may be taken over; nil where there was none.
  package func take(_ name: String, by holder: String, from former: String?, until expiry: Instant) throws
    -> Bool
  {
    try connection.run(
      """
      INSERT INTO lease VALUES (?1, ?2, ?3)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
      WHERE lease.holder = excluded.holder OR lease.holder = ?4
      """, [name, holder, expiry, former]) == 1
  }

  package func giveBack(_ name: String, by holder: String) throws {
    try connection.run("DELETE FROM lease WHERE name = ? AND holder = ?", [name, holder])
  }

  package func holder(of name: String) throws -> (holder: String, until: Instant)? {
    try connection.first("SELECT holder, expires_at FROM lease WHERE name = ?", [name]) {
      ($0.text(0), $0.instant(1))
    }
  }
}
