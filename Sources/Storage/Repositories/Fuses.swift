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

  /// The highest moment that a tick or an act saw since the fuse was mended last.
  package func highest() throws -> Instant? {
    try connection.first("SELECT at FROM highest_moment WHERE id = 1") { $0.instant(0) }
  }

  /// Remembers when something was done. A moment so far ahead of the last tick that no clock can be right by it is not
  /// made the measure of what follows.
  package func raise(to now: Instant, ahead: Int64) throws {
    try connection.run(
      """
      INSERT INTO highest_moment VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET at = excluded.at
      WHERE excluded.at > highest_moment.at AND NOT EXISTS (
          SELECT 1 FROM tick WHERE id = 1 AND tick.at + ?2 < ?1)
      """, [now, ahead])
  }

  /// From here on: what was mended is measured anew.
  package func restart(at now: Instant) throws {
    try connection.run("INSERT OR REPLACE INTO highest_moment VALUES (1, ?)", [now])
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

  /// How many customers fall due after one moment and up to another, warned or not.
  package func due(after start: Instant, through end: Instant) throws -> [DueMoment] {
    try moments(
      """
      SELECT flow_back_at, person.id, person.name, department.name, person.department, count(*)
      FROM person JOIN department ON department.id = person.department
      CROSS JOIN customer ON customer.owner = person.id
      WHERE customer.flow_back_at > ? AND customer.flow_back_at <= ? GROUP BY person.id, flow_back_at
      """, [start, end])
  }

  /// What is due and warned at this moment.
  package func over(at now: Instant) throws -> [DueMoment] {
    try moments(
      """
      SELECT due, person.id, person.name, department.name, person.department, count FROM (
        SELECT flow_back_at AS due, owner, count(*) AS count FROM customer
        WHERE wake_at <= ?1 AND flow_back_at <= ?1 AND warned_at IS NOT NULL GROUP BY flow_back_at, owner)
      JOIN person ON person.id = owner JOIN department ON department.id = person.department
      ORDER BY due, person.id
      """, [now])
  }

  private func moments(_ sql: String, _ values: [any Bindable]) throws -> [DueMoment] {
    let rows = try connection.query(sql, values) { row in
      (
        due: row.instant(0),
        count: HolderCount(
          holder: Refusal.Holder(id: row.id(1), name: row.text(2), department: row.text(3)),
          department: row.id(4), count: row.int(5))
      )
    }
    return Dictionary(grouping: rows, by: \.due).sorted { $0.key < $1.key }
      .map { DueMoment(due: $0.key, counts: $0.value.map(\.count)) }
  }

  /// Counts one more release by rule of a due day, for the department of its holder.
  package func countRelease(of holder: PersonID, on dueDay: Day) throws {
    try connection.run(
      """
      INSERT INTO released_by_rule SELECT ?2, department, 1 FROM person WHERE id = ?1
      ON CONFLICT (due_day, department) DO UPDATE SET count = count + 1
      """, [holder, dueDay])
  }

  /// How many the rules have released of a due day already, by department.
  package func released(on dueDay: Day) throws -> [(department: DepartmentID, count: Int)] {
    try connection.query("SELECT department, count FROM released_by_rule WHERE due_day = ?", [dueDay]) {
      ($0.id(0), $0.int(1))
    }
  }

  /// Whether the forecast of a day was made.
  package func hasForecast(of day: Day) throws -> Bool {
    try connection.first("SELECT 1 FROM forecast WHERE day = ?", [day]) { _ in true } ?? false
  }

  package func recordForecast(of day: Day, at now: Instant) throws {
    try connection.run("INSERT INTO forecast VALUES (?, ?)", [day, now])
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

/// What falls due at one moment.
package struct DueMoment: Sendable {
  package let due: Instant
  package let counts: [HolderCount]

  package init(due: Instant, counts: [HolderCount]) {
    self.due = due
    self.counts = counts
  }
}

/// How many customers of one holder something is about.
package struct HolderCount: Sendable {
  package let holder: Refusal.Holder
  package let department: DepartmentID
  package let count: Int

  package init(holder: Refusal.Holder, department: DepartmentID, count: Int) {
    self.holder = holder
    self.department = department
    self.count = count
  }
}
