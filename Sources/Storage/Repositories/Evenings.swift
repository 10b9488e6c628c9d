import Domain

/// What the evening is run by (R8.1-R8.3): who stands in for whom, the closes, and who was unchecked at them.
package struct Evenings {
  let connection: Connection

  // MARK: leave (R2.6)

  /// From this day on somebody is away until another, and a deputy stands in; what was said of these days and later
  /// ones is said no longer.
  package func cover(_ person: PersonID, from: Day, to: Day, by deputy: PersonID) throws {
    try connection.run("DELETE FROM cover WHERE person = ? AND from_day >= ?", [person, from])
    try connection.run(
      "UPDATE cover SET to_day = ? WHERE person = ? AND to_day >= ?", [from - 1, person, from])
    try connection.run(
      "INSERT INTO cover (person, from_day, to_day, deputy) VALUES (?, ?, ?, ?)", [person, from, to, deputy])
  }

  /// Who of these is away on a day.
  package func absences(of people: [PersonID], on day: Day) throws -> [PersonID: Absence] {
    let rows = try connection.query(
      """
      SELECT cover.person, from_day, to_day, person.id, person.name, department.name
      FROM cover JOIN person ON person.id = cover.deputy JOIN department ON department.id = person.department
      WHERE cover.person IN (SELECT value FROM json_each(?1)) AND from_day <= ?2 AND to_day >= ?2
      """, [DayFigures.list(people), day]
    ) { row in
      (
        row.id(0, as: PersonID.self),
        Absence(
          from: Day(number: row.int(1)), to: Day(number: row.int(2)),
          deputy: Refusal.Holder(id: row.id(3), name: row.text(4), department: row.text(5)))
      )
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// For whom somebody stands in on a day.
  package func covered(by deputy: PersonID, on day: Day) throws -> [PersonID] {
    try connection.query(
      "SELECT person FROM cover WHERE deputy = ?1 AND to_day >= ?2 AND from_day <= ?2 ORDER BY person",
      [deputy, day]
    ) { $0.id(0) }
  }

  // MARK: the close (R8.2)

  package func isClosed(_ day: Day, of policy: String) throws -> Bool {
    try connection.first("SELECT 1 FROM evening_close WHERE day = ? AND policy = ?", [day, policy]) { _ in
      true
    }
      ?? false
  }

  /// Whether any evening was ever closed.
  package func hasCloses() throws -> Bool {
    try connection.first("SELECT 1 FROM evening_close LIMIT 1") { _ in true } ?? false
  }

  package func close(_ day: Day, of policy: String, at now: Instant) throws {
    try connection.run("INSERT INTO evening_close (day, policy, at) VALUES (?, ?, ?)", [day, policy, now])
  }

  package func record(unchecked agent: PersonID, _ status: EveningStatus, on day: Day) throws {
    try connection.run(
      "INSERT OR IGNORE INTO evening_unchecked (agent, day, status) VALUES (?, ?, ?)",
      [agent, day, status.rawValue])
  }

  /// Who of these was unchecked at the close, by day.
  package func unchecked(
    of agents: [PersonID], during days: ClosedRange<Day>
  ) throws -> [(agent: PersonID, day: Day, status: EveningStatus)] {
    try connection.query(
      """
      SELECT agent, day, status FROM evening_unchecked
      WHERE agent IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ? ORDER BY day, agent
      """, [DayFigures.list(agents), days.lowerBound, days.upperBound]
    ) { ($0.id(0), Day(number: $0.int(1)), EveningStatus(rawValue: $0.text(2)) ?? .notSubmitted) }
  }

  // MARK: figures of many libraries

  /// How many customers of each library at this level were last contacted before a moment: what is over already is
  /// none of them (R4.6).
  package func uncontacted(
    in libraries: [PersonID], level: String, since moment: Instant, overAt: Instant?
  ) throws -> [PersonID: Int] {
    try counts(
      """
      SELECT owner, count(*) FROM customer
      WHERE owner IN (SELECT value FROM json_each(?1)) AND intent = ?2
        AND max(coalesce(rhythm_at, 0), entered_at) < ?3
        AND (flow_back_at IS NULL OR ?4 IS NULL OR flow_back_at > ?4 OR warned_at IS NULL)
      GROUP BY owner
      """, [DayFigures.list(libraries), level, moment, overAt])
  }

  /// How many customers of each library were warned and flow back until a moment.
  package func warned(
    in libraries: [PersonID], after now: Instant, through end: Instant
  ) throws -> [PersonID: Int] {
    try counts(
      """
      SELECT owner, count(*) FROM customer
      WHERE owner IN (SELECT value FROM json_each(?)) AND flow_back_at > ? AND flow_back_at <= ?
        AND warned_at IS NOT NULL
      GROUP BY owner
      """, [DayFigures.list(libraries), now, end])
  }

  private func counts(_ sql: String, _ values: [any Bindable]) throws -> [PersonID: Int] {
    let rows = try connection.query(sql, values) { ($0.id(0, as: PersonID.self), $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }
}

/// Days on which somebody is away, and who stands in for him.
package struct Absence: Sendable, Equatable {
  package let from: Day
  package let to: Day
  package let deputy: Refusal.Holder
}
