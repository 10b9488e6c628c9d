import Domain

/// What was done on the days of a span, a line a person and day (R8.5).
package struct Reports {
  let connection: Connection

  /// What each of the statements below counts, in the order of its columns.
  package static let contactFigures: [ReportFigure] = [.calls, .effective, .ab, .visits]
  package static let waysInFigures: [ReportFigure] = [.new, .came, .picked]
  package static let waysOutFigures: [ReportFigure] =
    [.left, .flowedBack, .released] + ReleaseReason.allCases.map(ReportFigure.init)
  package static let orderFigures: [ReportFigure] = [.signed, .amount]

  /// Calls, and who was reached; the level is the one at which a customer stood after the call.
  package func contacts(_ scope: WorkSpan, effective: [Outcome]) throws -> [CountedDay] {
    let isEffective = "(kind = 'call' AND outcome IN (\(Notes.quoted(effective.map(\.rawValue)))))"
    return try count(
      scope, Reports.contactFigures,
      """
      SELECT author, day, sum(calls), sum(effective), sum(ab), sum(visits) FROM (
        SELECT author, \(Reports.day(of: "at")) AS day, count(*) FILTER (WHERE kind = 'call') AS calls,
          max(\(isEffective)) AS effective,
          max(\(isEffective) AND coalesce(intent, intent_before) IN ('A', 'B')) AS ab,
          max((renewals & \(Renewals.visit.rawValue)) <> 0) AS visits
        FROM note
        WHERE author IN (SELECT value FROM json_each(?1)) AND at >= ?2 AND at < ?3 AND taken_back_at IS NULL
        GROUP BY author, day, customer)
      GROUP BY author, day
      """)
  }

  /// What came into libraries; an undone pick came to nobody.
  package func waysIn(_ scope: WorkSpan) throws -> [CountedDay] {
    try count(
      scope, Reports.waysInFigures,
      """
      SELECT holder, \(Reports.day(of: "entered_at")) AS day,
        count(*) FILTER (WHERE way_in IN ('picked', 'entered')), count(*), count(*) FILTER (WHERE way_in = 'picked')
      FROM opportunity
      WHERE holder IN (SELECT value FROM json_each(?1)) AND entered_at >= ?2 AND entered_at < ?3
        AND end_reason IS NOT 'undone'
      GROUP BY holder, day
      """)
  }

  /// What left them: all of it, by a rule, and by hand for each reason.
  package func waysOut(_ scope: WorkSpan) throws -> [CountedDay] {
    let reasons = ReleaseReason.allCases
    let byReason = reasons.map { "count(*) FILTER (WHERE end_reason = '\($0.rawValue)')" }
    return try count(
      scope, Reports.waysOutFigures,
      """
      SELECT holder, \(Reports.day(of: "ended_at")) AS day, count(*),
        count(*) FILTER (WHERE end_reason = 'flowed_back'),
        count(*) FILTER (
          WHERE end_reason IN ('flowed_back', \(Notes.quoted(reasons.map(\.rawValue))))),
        \(byReason.joined(separator: ", "))
      FROM opportunity
      WHERE holder IN (SELECT value FROM json_each(?1)) AND ended_at >= ?2 AND ended_at < ?3
        AND end_reason IS NOT 'undone'
      GROUP BY holder, day
      """)
  }

  /// Orders that count for their seller, on the day they were confirmed.
  package func signed(_ scope: WorkSpan) throws -> [CountedDay] {
    try connection.query(
      """
      SELECT seller, confirmed_on, count(*), sum(amount) FROM customer_order
      WHERE seller IN (SELECT value FROM json_each(?1)) AND confirmed_on BETWEEN ?2 AND ?3
        AND opportunity IS NOT NULL AND voided_at IS NULL
      GROUP BY seller, confirmed_on
      """, [DayFigures.list(scope.people), scope.days.lowerBound, scope.days.upperBound]
    ) { CountedDay($0, Reports.orderFigures) }
  }

  private func count(_ scope: WorkSpan, _ figures: [ReportFigure], _ sql: String) throws -> [CountedDay] {
    try connection.query(
      sql,
      [
        DayFigures.list(scope.people), scope.span.lowerBound, scope.span.upperBound, scope.days.lowerBound,
      ]
    ) { CountedDay($0, figures) }
  }

  /// The number of the house day on which a moment of the span lies.
  private static func day(of moment: String) -> String { "(\(moment) - ?2) / 86400 + ?4" }
}

/// Whose work is counted, and on which days of the house.
package struct WorkSpan: Sendable {
  let people: [PersonID]
  let days: ClosedRange<Day>
  let span: Range<Instant>

  /// - Parameter calendar: whose days they are.
  package init(of people: [Person], during days: ClosedRange<Day>, in calendar: HouseCalendar) {
    self.people = people.map(\.id)
    self.days = days
    span = calendar.start(of: days.lowerBound)..<calendar.end(of: days.upperBound)
  }
}

/// What somebody did on one day.
package struct CountedDay: Sendable {
  package let person: PersonID
  package let day: Day
  package let figures: ReportFigures

  /// - Parameter figures: in the order of the columns behind person and day.
  fileprivate init(_ row: Row, _ figures: [ReportFigure]) {
    person = row.id(0)
    day = Day(number: row.int(1))
    var counted = ReportFigures()
    for (index, figure) in figures.enumerated() { counted[figure] = row.int(Int32(index + 2)) }
    self.figures = counted
  }
}
