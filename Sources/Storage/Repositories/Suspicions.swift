import Domain

/// What the notes, holdings and receipts show of work that was not done (R6.5, R3.6), with the rows that show it.
package struct Suspicions {
  let connection: Connection

  /// What some people did, and what of it is odd.
  package struct Scope {
    let work: WorkSpan
    let rules: SuspicionRules
    /// Outcomes after which there is more to say, and those that mark a number off.
    let asking: [Outcome]
    let marking: [Outcome]
    /// Those after which somebody was reached.
    let reaching: [Outcome]

    package init(_ work: WorkSpan, by policy: Policy) {
      self.work = work
      rules = policy.suspicions
      asking = policy.notes.outcomes.filter(\.asksForText).map(\.outcome)
      reaching = policy.notes.outcomes.filter(\.isEffectiveCall).map(\.outcome)
      marking = policy.notes.outcomes.filter { $0.marksNumber != nil }.map(\.outcome)
    }
  }

  package func find(_ sign: SuspicionSign, in scope: Scope) throws -> [FoundSign] {
    let rules = scope.rules
    return switch sign {
    case .sameText:
      try notes(
        scope, sign, text: "trim(text)",
        where: "trim(text) <> '' AND \(Suspicions.isOne(of: scope.asking))",
        each: "author, trim(text) HAVING count(DISTINCT customer) >= ?4", rules.sameText)
    case .shortText:
      try notes(
        scope, sign, where: "length(trim(text)) < ?4 AND \(Suspicions.isOne(of: scope.asking))",
        each: "author", rules.shortText)
    case .lastMinute:
      try notes(
        scope, sign, where: "renewals <> 0 AND due_before - at BETWEEN 0 AND ?4", each: "author",
        Int(rules.lastSeconds))
    case .lastNumber:
      try notes(
        scope, sign,
        where: """
          number IS NOT NULL AND \(Suspicions.isOne(of: scope.marking)) AND ?4 AND NOT EXISTS (
            SELECT 1 FROM number
            WHERE customer = note.customer AND mark = 'good' AND use IN ('phone', 'mobile'))
          """, each: "author, customer", 1)
    case .undialled: try undialled(scope)
    case .unknownCall: try unknownCalls(scope)
    case .ring: try rings(scope)
    case .checks: try checks(scope)
    case .soonReleased: try soonReleased(scope)
    }
  }

  private func notes(
    _ scope: Scope, _ sign: SuspicionSign, text: String = "''", where condition: String, each group: String,
    _ figure: Int
  ) throws -> [FoundSign] {
    try find(
      sign,
      """
      SELECT author, count(*), min(at), max(at), group_concat(id), group_concat(DISTINCT customer), \(text)
      FROM note
      WHERE author IN (SELECT value FROM json_each(?1)) AND at >= ?2 AND at < ?3 AND taken_back_at IS NULL
        AND \(condition)
      GROUP BY \(group)
      """, scope, figure)
  }

  /// The calls of each minute that held too many.
  private func undialled(_ scope: Scope) throws -> [FoundSign] {
    try find(
      .undialled,
      """
      WITH call AS (
        SELECT author, id, at, customer, count(*) OVER (
          PARTITION BY author ORDER BY at RANGE BETWEEN 59 PRECEDING AND CURRENT ROW) AS many
        FROM note
        WHERE author IN (SELECT value FROM json_each(?1)) AND at >= ?2 AND at < ?3 AND taken_back_at IS NULL
          AND kind = 'call' AND NOT EXISTS (
            SELECT 1 FROM event WHERE event.customer = note.customer AND event.act = 'dial'
              AND event.actor = note.author AND event.at BETWEEN note.at - 86400 AND note.at)),
      crowded AS (
        SELECT *, max(many) OVER (
          PARTITION BY author ORDER BY at RANGE BETWEEN CURRENT ROW AND 59 FOLLOWING) AS most FROM call)
      SELECT author, count(*), min(at), max(at), group_concat(id), group_concat(DISTINCT customer), ''
      FROM crowded WHERE most >= ?4 GROUP BY author
      """, scope, scope.rules.callsAMinute)
  }

  /// A note is written behind its call, and two clocks are never the same.
  private static let (before, after) = (3600, 600)

  /// Where the telephone's records reach: there are some of within half a day.
  private func unknownCalls(_ scope: Scope) throws -> [FoundSign] {
    try notes(
      scope, .unknownCall,
      where: """
        kind = 'call' AND \(Suspicions.isOne(of: scope.reaching))
        AND EXISTS (SELECT 1 FROM call_record
          WHERE call_record.at BETWEEN contact_at - 43200 AND contact_at + 43200)
        AND NOT EXISTS (
          SELECT 1 FROM number JOIN call_record ON call_record.collision_key = number.collision_key
          WHERE number.customer = note.customer AND seconds > 0
            AND call_record.at BETWEEN contact_at - ?4 AND contact_at + \(Suspicions.after))
        """, each: "author", Suspicions.before)
  }

  /// A customer that somebody has again after another had it, from a pick to the next.
  private func rings(_ scope: Scope) throws -> [FoundSign] {
    try find(
      .ring,
      """
      WITH held AS (
        SELECT id, customer, holder, entered_at, way_in,
          lag(id, 2) OVER former AS first_id, lag(holder, 2) OVER former AS first_holder,
          lag(ended_at, 2) OVER former AS first_end, lag(id) OVER former AS second_id,
          lag(holder) OVER former AS second_holder, lag(way_in) OVER former AS second_way
        FROM opportunity
        WHERE end_reason IS NOT 'undone' AND customer IN (
          SELECT customer FROM opportunity
          WHERE holder IN (SELECT value FROM json_each(?1)) AND entered_at >= ?2 AND entered_at < ?3)
        WINDOW former AS (PARTITION BY customer ORDER BY id))
      SELECT holder, 3, entered_at, entered_at, first_id || ',' || second_id || ',' || held.id,
        held.customer, person.name
      FROM held JOIN person ON person.id = second_holder
      WHERE holder IN (SELECT value FROM json_each(?1)) AND entered_at >= ?2 AND entered_at < ?3
        AND way_in = 'picked' AND second_way = 'picked' AND first_holder = holder AND second_holder <> holder
        AND entered_at - first_end <= ?4
      """, scope, scope.rules.ringDays * 86_400)
  }

  private func soonReleased(_ scope: Scope) throws -> [FoundSign] {
    try find(
      .soonReleased,
      """
      SELECT holder, count(*), min(ended_at), max(ended_at), group_concat(id), group_concat(DISTINCT customer), ''
      FROM opportunity
      WHERE holder IN (SELECT value FROM json_each(?1)) AND ended_at >= ?2 AND ended_at < ?3
        AND way_in = 'entered' AND ended_at - entered_at <= ?4
        AND end_reason IN (\(Notes.quoted(ReleaseReason.allCases.map(\.rawValue))))
      GROUP BY holder
      """, scope, scope.rules.soonReleasedDays * 86_400)
  }

  /// Checks, and whole numbers that were looked for beside them, by the days and hours in which they were counted.
  private func checks(_ scope: Scope) throws -> [FoundSign] {
    var found = try connection.query(
      """
      SELECT person, count(*), min(at), max(at), group_concat(id), '', '', day FROM receipt
      WHERE person IN (SELECT value FROM json_each(?1)) AND day BETWEEN ?2 AND ?3 AND act = 'check'
      GROUP BY person, day
      """, [DayFigures.list(scope.work.people), scope.work.days.lowerBound, scope.work.days.upperBound]
    ) { (FoundSign(.checks, $0), $0.int(7)) }
    let searches = try connection.query(
      """
      SELECT person, sum(searches), min(hour) * 3600, max(hour) * 3600 + 3599, '', '', '', (hour - ?2) / 24
      FROM number_search
      WHERE person IN (SELECT value FROM json_each(?1)) AND hour >= ?2 AND hour < ?3
      GROUP BY person, 8
      """,
      [
        DayFigures.list(scope.work.people), scope.work.span.lowerBound.seconds / 3600,
        scope.work.span.upperBound.seconds / 3600,
      ]
    ) { (FoundSign(.checks, $0), scope.work.days.lowerBound.number + $0.int(7)) }
    for (search, day) in searches {
      if let index = found.firstIndex(where: { $0.1 == day && $0.0.person == search.person }) {
        found[index].0.count += search.count
      } else {
        found.append((search, day))
      }
    }
    return found.map(\.0).filter { $0.count > scope.rules.checksADay }
  }

  private func find(
    _ sign: SuspicionSign, _ sql: String, _ scope: Scope, _ figure: Int
  ) throws -> [FoundSign] {
    try connection.query(
      sql,
      [DayFigures.list(scope.work.people), scope.work.span.lowerBound, scope.work.span.upperBound, figure]
    ) { FoundSign(sign, $0) }
  }

  private static func isOne(of outcomes: [Outcome]) -> String {
    "outcome IN (\(Notes.quoted(outcomes.map(\.rawValue))))"
  }
}

/// One sign, and what shows it.
package struct FoundSign: Sendable {
  package let sign: SuspicionSign
  package let person: PersonID
  package fileprivate(set) var count: Int
  /// When the first and the last of it was.
  package let first: Instant
  package let last: Instant
  /// The ids of the notes, of the holdings of a ring or a release, of the receipts.
  package let evidence: [Int64]
  package let customers: [CustomerID]
  /// The text of `sameText`; who had it between of a ring.
  package let text: String

  fileprivate init(_ sign: SuspicionSign, _ row: Row) {
    self.sign = sign
    person = row.id(0)
    count = row.int(1)
    first = row.instant(2)
    last = row.instant(3)
    evidence = FoundSign.numbers(row.text(4))
    customers = FoundSign.numbers(row.text(5)).map(CustomerID.init)
    text = row.text(6)
  }

  private static func numbers(_ text: String) -> [Int64] {
    text.split(separator: ",").compactMap { Int64($0) }.sorted()
  }
}
