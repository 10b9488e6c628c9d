import Domain

/// The versions of policies and of the calendar that a house has adopted (R4.15), over those that ship.
package struct RuleVersions {
  let connection: Connection

  /// The name under which the working days of the house are kept.
  package static let calendar = "calendar"

  package func add(
    _ name: String, text: String, from start: Instant, by person: PersonID, at now: Instant
  ) throws -> Int64 {
    try connection.run(
      "INSERT INTO rule_version (name, text, from_at, adopted_by, adopted_at) VALUES (?, ?, ?, ?, ?)",
      [name, text, start, person, now])
    return connection.lastInsertedID
  }

  /// Changes when a version comes into force, be it that the engine brought it or that its moment has come; 0 while only
  /// what ships holds.
  package func generation(at now: Instant?) throws -> Int64 {
    try connection.first("SELECT count(*) FROM rule_version WHERE in_force OR from_at <= ?", [now]) {
      $0.integer(0)
    } ?? 0
  }

  /// Whether any waits for the engine, or for its moment: only then it matters which moment it is.
  package func isAnyAhead() throws -> Bool {
    try connection.first("SELECT 1 FROM rule_version WHERE NOT in_force LIMIT 1") { _ in true } ?? false
  }

  /// What holds over what ships: the latest version of each policy, and every calendar, as each has years of its own;
  /// the earlier first.
  package func inForce(at now: Instant?) throws -> [RuleVersion] {
    let all = try connection.query(
      """
      SELECT id, name, text, from_at, adopted_at, in_force FROM rule_version
      WHERE in_force OR from_at <= ? ORDER BY from_at, id
      """, [now], version)
    let latest = Dictionary(all.map { ($0.name, $0.id) }) { $1 }
    return all.filter { $0.name == RuleVersions.calendar || latest[$0.name] == $0.id }
  }

  /// Every version, the newest first.
  package func all() throws -> [RuleVersion] {
    try connection.query(
      "SELECT id, name, text, from_at, adopted_at, in_force FROM rule_version ORDER BY id DESC", [], version)
  }

  /// Adopted versions whose time has come, the oldest first.
  package func arriving(at now: Instant) throws -> [RuleVersion] {
    try connection.query(
      """
      SELECT id, name, text, from_at, adopted_at, in_force FROM rule_version
      WHERE NOT in_force AND from_at <= ? ORDER BY from_at, id
      """, [now], version)
  }

  package func bringIntoForce(_ id: Int64, at now: Instant) throws {
    try connection.run("UPDATE rule_version SET in_force = ?, reckoned_to = 0 WHERE id = ?", [now, id])
  }

  /// The version whose effect on running clocks is not reckoned through yet, and how far it is.
  package func unreckoned() throws -> (version: RuleVersion, reckonedTo: CustomerID)? {
    try connection.first(
      """
      SELECT id, name, text, from_at, adopted_at, in_force, reckoned_to FROM rule_version
      WHERE reckoned_to IS NOT NULL ORDER BY id LIMIT 1
      """
    ) { (version($0), $0.id(6)) }
  }

  /// A version whose moment has come and by which running clocks are still to be reckoned.
  package func pending(at now: Instant) throws -> RuleVersion? {
    try connection.first(
      """
      SELECT id, name, text, from_at, adopted_at, in_force FROM rule_version
      WHERE reckoned_to IS NOT NULL OR NOT in_force AND from_at <= ? ORDER BY id LIMIT 1
      """, [now], version)
  }

  /// - Parameter customer: nil when all are done.
  package func reckoned(_ id: Int64, to customer: CustomerID?) throws {
    try connection.run("UPDATE rule_version SET reckoned_to = ? WHERE id = ?", [customer, id])
  }

  private func version(_ row: Row) -> RuleVersion {
    RuleVersion(
      id: row.integer(0), name: row.text(1), text: row.text(2), from: row.instant(3),
      adoptedAt: row.instant(4), inForceSince: row.bool(5) ? row.instant(5) : nil)
  }
}

/// A version of a policy, or of the calendar.
package struct RuleVersion: Sendable {
  package let id: Int64
  package let name: String
  package let text: String
  package let from: Instant
  package let adoptedAt: Instant
  /// Later than `from` where the engine was down that day.
  package let inForceSince: Instant?
}
