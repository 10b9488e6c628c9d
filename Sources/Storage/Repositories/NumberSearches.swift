import Domain

/// How often people looked for a whole number among customers that are not theirs, by the hour.
package struct NumberSearches {
  let connection: Connection

  package func count(by person: PersonID, at now: Instant) throws {
    try connection.run(
      """
      INSERT INTO number_search (person, hour, searches) VALUES (?, ?, 1)
      ON CONFLICT (hour, person) DO UPDATE SET searches = searches + 1
      """, [person, now.seconds / 3_600])
  }

  /// Of these people, the newest hour first, the busiest person first.
  package func list(of people: [PersonID], limit: Int) throws -> [SearchedHour] {
    try connection.query(
      """
      SELECT person.login, person.name, hour, searches FROM number_search JOIN person ON person.id = person
      WHERE person.id IN (SELECT value FROM json_each(?)) ORDER BY hour DESC, searches DESC, person.id LIMIT ?
      """, [DayFigures.list(people), limit]
    ) { row in
      SearchedHour(
        login: row.text(0), name: row.text(1), hour: Instant(seconds: row.integer(2) * 3_600),
        searches: row.int(3))
    }
  }
}

/// One person's searches for numbers in one hour.
package struct SearchedHour: Sendable, Equatable {
  package let login: String
  package let name: String
  /// Its beginning.
  package let hour: Instant
  package let searches: Int
}
