import Domain

/// What stands behind a figure of a report, row by row: the newest first, as many as one looks through.
package struct ReportRows {
  let connection: Connection

  package static let most = 500

  /// Notes of calls; of who was reached, the first one of each customer and day.
  package func contacts(
    _ figure: ReportFigure, _ scope: WorkSpan, effective: [Outcome]
  ) throws -> [ReportRow] {
    let isOnce = figure != .calls
    let condition =
      switch figure {
      case .effective: DayFigures.condition(of: .effective, effective)
      case .ab: DayFigures.condition(of: .ab, effective)
      case .visits: DayFigures.condition(of: .visits, effective)
      default: "note.kind = 'call'"
      }
    return try rows(
      """
      SELECT note.customer, customer.name, author, \(isOnce ? "min(at)" : "at"), 'outcome', note.outcome
      FROM note JOIN customer ON customer.id = note.customer
      WHERE author IN (SELECT value FROM json_each(?1)) AND at >= ?2 AND at < ?3 AND taken_back_at IS NULL
        AND \(condition)
      \(isOnce ? "GROUP BY author, \(Reports.day(of: "at")), note.customer" : "")
      ORDER BY 4 DESC, note.id DESC LIMIT ?\(isOnce ? 5 : 4)
      """, isOnce ? scope.values : Array(scope.values.dropLast()))
  }

  package func waysIn(_ figure: ReportFigure, _ scope: WorkSpan) throws -> [ReportRow] {
    try rows(
      """
      SELECT customer, name, holder, opportunity.entered_at, 'way_in', way_in
      FROM opportunity JOIN customer ON customer.id = opportunity.customer
      WHERE holder IN (SELECT value FROM json_each(?1)) AND opportunity.entered_at >= ?2
        AND opportunity.entered_at < ?3 AND end_reason IS NOT 'undone' AND \(Reports.condition(of: figure))
      ORDER BY 4 DESC, opportunity.id DESC LIMIT ?4
      """, Array(scope.values.dropLast()))
  }

  package func waysOut(_ figure: ReportFigure, _ scope: WorkSpan) throws -> [ReportRow] {
    try rows(
      """
      SELECT customer, name, holder, ended_at, 'end', coalesce(end_reason, '')
      FROM opportunity JOIN customer ON customer.id = opportunity.customer
      WHERE holder IN (SELECT value FROM json_each(?1)) AND ended_at >= ?2 AND ended_at < ?3
        AND end_reason IS NOT 'undone' AND \(Reports.condition(of: figure))
      ORDER BY 4 DESC, opportunity.id DESC LIMIT ?4
      """, Array(scope.values.dropLast()))
  }

  package func signed(_ scope: WorkSpan) throws -> [ReportRow] {
    try rows(
      """
      SELECT customer, name, seller, submitted_at, 'amount', amount
      FROM customer_order JOIN customer ON customer.id = customer
      WHERE seller IN (SELECT value FROM json_each(?1)) AND confirmed_on BETWEEN ?2 AND ?3
        AND customer_order.opportunity IS NOT NULL AND voided_at IS NULL
      ORDER BY confirmed_on DESC, customer_order.id DESC LIMIT ?4
      """, [DayFigures.list(scope.people), scope.days.lowerBound, scope.days.upperBound])
  }

  /// - Parameter stage: 1 is the first.
  package func stages(_ figure: ReportFigure, stage: Int, _ scope: WorkSpan) throws -> [ReportRow] {
    let condition =
      switch figure {
      case .wentOn: "reached > ?4"
      case .staying: "held.stage = ?4 AND NOT is_ended"
      case .ended: "held.stage = ?4 AND is_ended"
      default: "reached >= ?4"
      }
    return try rows(
      """
      SELECT held.customer, name, holder, held.entered_at, 'stage', held.stage
      FROM (\(Reports.holdings)) AS held JOIN customer ON customer.id = held.customer
      WHERE \(condition) ORDER BY 4 DESC, held.id DESC LIMIT ?5
      """, Array(scope.values.dropLast()) + [stage])
  }

  package func plans(_ figure: ReportFigure, _ scope: WorkSpan, at now: Instant) throws -> [ReportRow] {
    var found: [ReportRow] = []
    if [.planned, .kept, .late].contains(figure) {
      let condition = figure == .planned ? "1" : (figure == .kept ? "" : "NOT ") + Reports.isKept
      found += try rows(
        """
        SELECT customer, name, author, plan, 'done', done
        FROM (\(Reports.answeredPlans)) JOIN customer ON customer.id = customer
        WHERE \(condition) ORDER BY plan DESC LIMIT ?5
        """, scope.values)
    }
    if [.planned, .missed].contains(figure) {
      found += try rows(
        "SELECT id, name, owner, next_contact, 'missed', '' \(Reports.missedPlans) ORDER BY 4 DESC LIMIT ?6",
        scope.values + [now])
    }
    if figure == .lapsed {
      found += try rows(
        """
        SELECT id, name, holder, plan, 'end', reason FROM (
          SELECT customer, holder, end_next_contact AS plan, coalesce(end_reason, '') AS reason
          \(Reports.lapsedPlans)) JOIN customer ON customer.id = customer
        ORDER BY plan DESC LIMIT ?4
        """, Array(scope.values.dropLast()))
    }
    return found
  }

  /// - Parameter level: nil for all.
  package func silent(
    _ figure: ReportFigure, level: String?, _ scope: WorkSpan, in calendar: HouseCalendar
  ) throws -> [ReportRow] {
    let known = ReportFigure.silences
    let days =
      known.first { $0.figure == figure }?.days ?? known[0].days.lowerBound...known[3].days.upperBound
    return try rows(
      """
      SELECT id, name, owner, max(coalesce(last_note_at, 0), entered_at), 'level', intent FROM customer
      WHERE owner IN (SELECT value FROM json_each(?1)) AND owner IS NOT NULL AND (?2 IS NULL OR intent = ?2)
        AND \(Reports.isSilent(days, scope.days.upperBound, calendar))
      ORDER BY 4, id LIMIT ?3
      """, [DayFigures.list(scope.people), level])
  }

  private func rows(_ sql: String, _ values: [any Bindable]) throws -> [ReportRow] {
    try connection.query(sql, values + [ReportRows.most]) { row in
      ReportRow(
        customer: row.id(0), name: row.text(1), person: row.id(2), at: row.instant(3),
        what: ReportRow.What(row.text(4), row))
    }
  }
}

extension ReportRow.What {
  fileprivate init(_ kind: String, _ row: Row) {
    switch kind {
    case "outcome": self = .outcome(Outcome(rawValue: row.text(5)) ?? .connected)
    case "way_in": self = .wayIn(WayIn(rawValue: row.text(5)) ?? .picked)
    case "amount": self = .amount(Amount(fen: row.integer(5)))
    case "stage": self = .stage(row.int(5))
    case "level": self = .level(row.text(5))
    case "done": self = .done(row.instant(5))
    case "missed": self = .missed
    default: self = .end(row.text(5))
    }
  }
}
