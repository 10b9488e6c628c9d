import Domain

/// The fuse (R4.13): whether it has blown, and what managers confirmed beforehand.
package struct Fuses {
  let connection: Connection

  package func blown() throws -> BlownFuse? {
    try connection.first("SELECT cause, at, last_tick FROM fuse WHERE id = 1") { row in
      BlownFuse(
        cause: FuseCause(rawValue: row.text(0)) ?? .tooMany, at: row.instant(1),
        lastTick: row.optionalInstant(2))
    }
  }

  package func blow(_ fuse: BlownFuse) throws {
    try connection.run(
      "INSERT OR IGNORE INTO fuse (id, cause, at, last_tick) VALUES (1, ?, ?, ?)",
      [fuse.cause.rawValue, fuse.at, fuse.lastTick])
  }

  package func mend() throws {
    try connection.run("DELETE FROM fuse")
  }

  /// The clock as it stood at the last tick.
  package func lastReading() throws -> ClockReading? {
    try connection.first("SELECT at, uptime, boot FROM tick WHERE id = 1") { row in
      ClockReading(at: row.instant(0), uptime: row.optionalInteger(1), boot: row.text(2))
    }
  }

  package func record(_ reading: ClockReading) throws {
    try connection.run(
      """
      INSERT INTO tick VALUES (1, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET at = excluded.at, uptime = excluded.uptime, boot = excluded.boot
      """, [reading.at, reading.uptime, reading.boot])
  }

  /// Confirms the releases of due moments up to this one, of the people under a department.
  package func confirm(_ department: DepartmentID, through due: Instant, by person: PersonID, at now: Instant)
    throws
  {
    try connection.run(
      """
      INSERT INTO confirmed_release VALUES (?, ?, ?, ?)
      ON CONFLICT (department) DO UPDATE SET through = max(through, excluded.through), person = excluded.person,
        at = excluded.at
      """, [department, due, person, now])
  }

  /// The departments whose releases are confirmed to this moment or beyond.
  package func confirmed(for due: Instant) throws -> [DepartmentID] {
    try connection.query("SELECT department FROM confirmed_release WHERE through >= ?", [due]) { $0.id(0) }
  }

  /// How many customers fall due after one moment and up to another, at each moment, warned or not.
  package func dueMoments(after start: Instant, through end: Instant) throws -> [(
    moment: Instant, count: Int
  )] {
    try connection.query(
      """
      SELECT flow_back_at, count(*) FROM customer
      WHERE owner IS NOT NULL AND flow_back_at > ? AND flow_back_at <= ? GROUP BY flow_back_at
      """, [start, end]
    ) { ($0.instant(0), $0.int(1)) }
  }

  /// How many customers fall due after one moment and up to another, warned or not, by holder.
  package func due(after start: Instant, through end: Instant) throws -> [HolderCount] {
    try connection.query(
      """
      SELECT person.id, person.name, department.name, person.department, count(*)
      FROM customer JOIN person ON person.id = customer.owner JOIN department ON department.id = person.department
      WHERE customer.flow_back_at > ? AND customer.flow_back_at <= ? GROUP BY person.id ORDER BY count(*) DESC
      """, [start, end]
    ) { row in
      HolderCount(
        holder: Refusal.Holder(id: row.id(0), name: row.text(1), department: row.text(2)),
        department: row.id(3),
        count: row.int(4))
    }
  }

  /// What is due and warned at this moment, by due moment and holder.
  package func over(at now: Instant) throws -> [(moment: Instant, counts: [HolderCount])] {
    let rows = try connection.query(
      """
      SELECT due, person.id, person.name, department.name, person.department, count FROM (
        SELECT flow_back_at AS due, owner, count(*) AS count FROM customer
        WHERE wake_at <= ?1 AND flow_back_at <= ?1 AND warned_at IS NOT NULL GROUP BY flow_back_at, owner)
      JOIN person ON person.id = owner JOIN department ON department.id = person.department
      ORDER BY due, person.id
      """, [now]
    ) { row in
      (
        due: row.instant(0),
        count: HolderCount(
          holder: Refusal.Holder(id: row.id(1), name: row.text(2), department: row.text(3)),
          department: row.id(4), count: row.int(5))
      )
    }
    return Dictionary(grouping: rows, by: \.due).sorted { $0.key < $1.key }
      .map { (moment: $0.key, counts: $0.value.map(\.count)) }
  }

  package func over(of holder: PersonID, at now: Instant) throws -> [CustomerID] {
    try connection.query(
      """
      SELECT id FROM customer WHERE owner = ?1 AND flow_back_at <= ?2 AND warned_at IS NOT NULL ORDER BY id
      """, [holder, now]
    ) { $0.id(0) }
  }

  /// How many customers are held.
  package func held() throws -> Int {
    try connection.first("SELECT count(*) FROM customer WHERE owner IS NOT NULL") { $0.int(0) } ?? 0
  }
}

/// How many customers of one holder something is about.
package struct HolderCount: Sendable {
  package let holder: Refusal.Holder
  package let department: DepartmentID
  package let count: Int
}
