import Domain

/// What stands behind a figure of a report, row by row: the newest first, as many as one looks through.
package struct ReportRows {
  let connection: Connection

  package static let most = 500

  /// Notes of calls; of who was reached, the first one of each customer and day.
  package func contacts(
    _ figure: ReportFigure, _ scope: WorkSpan, effective: [Outcome]
  ) throws -> [ReportRow] {
    let condition =
      switch figure {
      case .effective: DayFigures.condition(of: .effective, effective)
      case .ab: DayFigures.condition(of: .ab, effective)
      case .visits: DayFigures.condition(of: .visits, effective)
      default: "kind = 'call'"
      }
    let notes = """
      FROM note
      WHERE author IN (SELECT value FROM json_each(?1)) AND at >= ?2 AND at < ?3 AND taken_back_at IS NULL
        AND \(condition)
      """
    if figure == .calls {
      return try rows(
        "SELECT customer, author, at, 'outcome', outcome \(notes) ORDER BY at DESC, id DESC LIMIT ?4",
        Array(scope.values.dropLast()))
    }
    return try rows(
      """
      SELECT customer, author, min(at), 'outcome', outcome \(notes)
      GROUP BY author, \(Reports.day(of: "at")), customer ORDER BY 3 DESC LIMIT ?5
      """, scope.values)
  }

  package func waysIn(_ figure: ReportFigure, _ scope: WorkSpan) throws -> [ReportRow] {
    try rows(
      """
      SELECT customer, holder, entered_at, 'way_in', way_in FROM opportunity
      WHERE holder IN (SELECT value FROM json_each(?1)) AND entered_at >= ?2 AND entered_at < ?3
        AND end_reason IS NOT 'undone' AND \(Reports.condition(of: figure))
      ORDER BY entered_at DESC, id DESC LIMIT ?4
      """, Array(scope.values.dropLast()))
  }

  package func waysOut(_ figure: ReportFigure, _ scope: WorkSpan) throws -> [ReportRow] {
    try rows(
      """
      SELECT customer, holder, ended_at, 'end', coalesce(end_reason, '') FROM opportunity
      WHERE holder IN (SELECT value FROM json_each(?1)) AND ended_at >= ?2 AND ended_at < ?3
        AND end_reason IS NOT 'undone' AND \(Reports.condition(of: figure))
      ORDER BY ended_at DESC, id DESC LIMIT ?4
      """, Array(scope.values.dropLast()))
  }

  package func signed(_ scope: WorkSpan) throws -> [ReportRow] {
    try rows(
      """
      SELECT customer, seller, submitted_at, 'amount', amount FROM customer_order
      WHERE seller IN (SELECT value FROM json_each(?1)) AND confirmed_on BETWEEN ?2 AND ?3
        AND opportunity IS NOT NULL AND voided_at IS NULL
      ORDER BY confirmed_on DESC, id DESC LIMIT ?4
      """, [DayFigures.list(scope.people), scope.days.lowerBound, scope.days.upperBound])
  }

  /// - Parameter stage: 1 is the first.
  package func stages(_ figure: ReportFigure, stage: Int, _ scope: WorkSpan) throws -> [ReportRow] {
    let condition =
      switch figure {
      case .wentOn: "reached > ?4"
      case .staying: "stage = ?4 AND NOT is_ended"
      case .ended: "stage = ?4 AND is_ended"
      default: "reached >= ?4"
      }
    return try rows(
      """
      SELECT customer, holder, entered_at, 'stage', stage FROM (\(Reports.holdings))
      WHERE \(condition) ORDER BY entered_at DESC, id DESC LIMIT ?5
      """, Array(scope.values.dropLast()) + [stage])
  }

  package func plans(_ figure: ReportFigure, _ scope: WorkSpan, at now: Instant) throws -> [ReportRow] {
    var found: [ReportRow] = []
    if [.planned, .kept, .late].contains(figure) {
      let condition = figure == .planned ? "1" : (figure == .kept ? "" : "NOT ") + Reports.isKept
      found += try rows(
        """
        SELECT customer, author, plan, 'done', done FROM (\(Reports.answeredPlans))
        WHERE \(condition) ORDER BY plan DESC LIMIT ?5
        """, scope.values)
    }
    if [.planned, .missed].contains(figure) {
      found += try rows(
        """
        SELECT id AS customer, owner, next_contact, 'missed', '' \(Reports.missedPlans)
        ORDER BY next_contact DESC LIMIT ?6
        """, scope.values + [now])
    }
    if figure == .lapsed {
      found += try rows(
        """
        SELECT customer, holder, end_next_contact, 'end', coalesce(end_reason, '') \(Reports.lapsedPlans)
        ORDER BY end_next_contact DESC LIMIT ?4
        """, Array(scope.values.dropLast()))
    }
    return found
  }

  /// Who is silent the longest comes first.
  ///
  /// - Parameter level: nil for all.
  package func silent(
    _ figure: ReportFigure, level: String?, _ scope: WorkSpan, in calendar: HouseCalendar
  ) throws -> [ReportRow] {
    let known = ReportFigure.silences
    let days =
      known.first { $0.figure == figure }?.days ?? known[0].days.lowerBound...known[3].days.upperBound
    return try rows(
      """
      SELECT id AS customer, owner, max(coalesce(last_note_at, 0), entered_at), 'level', intent FROM customer
      WHERE owner IN (SELECT value FROM json_each(?1)) AND owner IS NOT NULL AND (?2 IS NULL OR intent = ?2)
        AND \(Reports.isSilent(days, scope.days.upperBound, calendar))
      ORDER BY 3, id LIMIT ?3
      """, [DayFigures.list(scope.people), level], oldestFirst: true)
  }

  /// Their names are looked up last: of the few that are shown.
  private func rows(_ sql: String, _ values: [any Bindable], oldestFirst: Bool = false) throws -> [ReportRow]
  {
    try connection.query(
      """
      SELECT found.*, customer.name FROM (\(sql)) AS found JOIN customer ON customer.id = found.customer
      ORDER BY 3 \(oldestFirst ? "ASC" : "DESC")
      """,
      values + [ReportRows.most]
    ) { row in
      ReportRow(
        customer: row.id(0), name: row.text(5), person: row.id(1), at: row.instant(2),
        what: ReportRow.What(row.text(3), row))
    }
  }
}

extension ReportRow.What {
  fileprivate init(_ kind: String, _ row: Row) {
    switch kind {
    case "outcome": self = .outcome(Outcome(rawValue: row.text(4)) ?? .connected)
    case "way_in": self = .wayIn(WayIn(rawValue: row.text(4)) ?? .picked)
    case "amount": self = .amount(Amount(fen: row.integer(4)))
    case "stage": self = .stage(row.int(4))
    case "level": self = .level(row.text(4))
    case "done": self = .done(row.instant(4))
    case "missed": self = .missed
    default: self = .end(row.text(4))
    }
  }
}
