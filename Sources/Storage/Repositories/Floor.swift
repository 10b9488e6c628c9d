import Domain

/// What a floor does just now (R8.5): who dialled last, and what was noted in each hour of the day.
package struct Floor {
  let connection: Connection

  /// What somebody has done on a day up to now.
  package struct Activity: Sendable {
    package var dialledAt: Instant?
    package var notedAt: Instant?
    /// Calls by the hour of the day.
    package var calls: [Int: Int] = [:]

    package init() {}
  }

  package func activity(
    of people: [PersonID], since start: Instant, until now: Instant
  ) throws -> [PersonID: Activity] {
    var found: [PersonID: Activity] = [:]
    let values: [any Bindable] = [DayFigures.list(people), start, now]
    for (person, at) in try connection.query(
      """
      SELECT person, max(at) FROM dial
      WHERE person IN (SELECT value FROM json_each(?1)) AND at >= ?2 AND at <= ?3 GROUP BY person
      """, values, { ($0.id(0, as: PersonID.self), $0.instant(1)) })
    {
      found[person, default: Activity()].dialledAt = at
    }
    for (person, hour, calls, at) in try connection.query(
      """
      SELECT author, (at - ?2) / 3600, count(*) FILTER (WHERE kind = 'call'), max(at) FROM note
      WHERE author IN (SELECT value FROM json_each(?1)) AND at >= ?2 AND at <= ?3 AND taken_back_at IS NULL
      GROUP BY 1, 2
      """, values, { ($0.id(0, as: PersonID.self), $0.int(1), $0.int(2), $0.instant(3)) })
    {
      var done = found[person] ?? Activity()
      done.calls[hour] = calls
      done.notedAt = max(done.notedAt ?? at, at)
      found[person] = done
    }
    return found
  }
}
