import Domain

/// What was done on the days of a span, a line a person and day (R8.5).
package struct Reports {
  let connection: Connection

  /// What each of the statements below counts, in the order of its columns.
  package static let contactFigures: [ReportFigure] = [.calls, .effective, .ab, .visits]
  package static let waysInFigures: [ReportFigure] =
    [.new, .came, .picked, .granted, .untouched, .firstNotes, .firstNoteSeconds]
  package static let waysOutFigures: [ReportFigure] =
    [.left, .flowedBack, .byNote, .byVisit, .bySigning, .released, .lost]
    + ReleaseReason.allCases.map(ReportFigure.init)
  package static let orderFigures: [ReportFigure] = [.signed, .amount]

  /// Calls, and who was reached; the level is the one at which a customer stood after the call.
  package func contacts(_ scope: WorkSpan, effective: [Outcome]) throws -> [CountedDay] {
    // Who is counted once is told apart here: it takes SQLite a table for each person and day.
    var (days, day): ([CountedDay], ContactDay?) = ([], nil)
    _ = try connection.query(
      """
      SELECT author, \(Reports.day(of: "at")), customer, kind = 'call', \(DayFigures.isEffective(effective)),
        coalesce(intent, intent_before) IN ('A', 'B'), renewals & \(Renewals.visit.rawValue)
      FROM note
      WHERE author IN (SELECT value FROM json_each(?1)) AND at >= ?2 AND at < ?3 AND taken_back_at IS NULL
      ORDER BY author, at
      """, scope.values
    ) { row in
      let (author, number) = (row.id(0, as: PersonID.self), row.int(1))
      if day?.author != author || day?.number != number {
        if let day { days.append(day.counted) }
        day = ContactDay(author: author, number: number)
      }
      day?.add(row)
    }
    if let day { days.append(day.counted) }
    return days
  }

  /// What came into libraries; an undone pick came to nobody.
  package func waysIn(_ scope: WorkSpan) throws -> [CountedDay] {
    let counts = Reports.waysInFigures.dropLast().map(Reports.counted)
    return try count(
      scope, Reports.waysInFigures,
      """
      SELECT holder, \(Reports.day(of: "entered_at")) AS day, \(counts.joined(separator: ", ")),
        coalesce(sum(first_note_at - entered_at), 0)
      FROM opportunity
      WHERE holder IN (SELECT value FROM json_each(?1)) AND entered_at >= ?2 AND entered_at < ?3
        AND end_reason IS NOT 'undone'
      GROUP BY holder, day
      """)
  }

  /// What left them: all of it, by a rule and by which, and by hand for each reason.
  package func waysOut(_ scope: WorkSpan) throws -> [CountedDay] {
    try count(
      scope, Reports.waysOutFigures,
      """
      SELECT holder, \(Reports.day(of: "ended_at")) AS day,
        \(Reports.waysOutFigures.map(Reports.counted).joined(separator: ", "))
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

  func count(
    _ scope: WorkSpan, _ figures: [ReportFigure], _ sql: String, _ more: [any Bindable] = []
  ) throws -> [CountedDay] {
    try connection.query(sql, scope.values + more) { CountedDay($0, figures) }
  }

  /// The number of the house day on which a moment of the span lies.
  static func day(of moment: String) -> String { "(\(moment) - ?2) / 86400 + ?4" }

  private static func counted(_ figure: ReportFigure) -> String {
    "count(*) FILTER (WHERE \(condition(of: figure)))"
  }

  /// When a holding counts for a figure: what is counted here is listed by the same.
  static func condition(of figure: ReportFigure) -> String {
    switch figure {
    case .new: "way_in IN ('picked', 'entered')"
    case .picked: "way_in = 'picked'"
    case .granted: "way_in IN ('granted', 'transferred')"
    case .untouched: "first_note_at IS NULL"
    case .firstNotes: "first_note_at IS NOT NULL"
    case .flowedBack: "end_reason = 'flowed_back'"
    // R4.4: of several clocks the first is the one that ruled.
    case .byNote: "end_clocks || ',' LIKE 'note,%'"
    case .byVisit: "end_clocks || ',' LIKE 'visit,%'"
    case .bySigning: "end_clocks || ',' LIKE 'signing,%'"
    // R3.10: whose pair has signed leaves as a duplicate.
    case .duplicate: "end_reason IN ('duplicate', 'pair_signed')"
    case .other: "end_reason IN ('other', 'handed_over')"
    case .noNeed, .unreachable, .competitor: "end_reason = '\(figure.rawValue)'"
    case .lost: "end_reason LIKE 'lost%'"
    case .released:
      "end_reason IN ('flowed_back', 'pair_signed', 'handed_over', \(Notes.quoted(ReleaseReason.allCases.map(\.rawValue))))"
    default: "1"
    }
  }
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

  /// `?1` to `?4` of the statements: whose, from when, until when, from which day.
  var values: [any Bindable] { [DayFigures.list(people), span.lowerBound, span.upperBound, days.lowerBound] }
}

/// What somebody did on one day.
package struct CountedDay: Sendable {
  package let person: PersonID
  package let day: Day
  /// A stage or a level, where it is about one.
  package let part: String?
  package var figures: ReportFigures

  package init(_ person: PersonID, _ day: Day, part: String? = nil, _ figures: ReportFigures) {
    (self.person, self.day, self.part, self.figures) = (person, day, part, figures)
  }

  /// - Parameter figures: in the order of the columns behind person and day.
  init(_ row: Row, _ figures: [ReportFigure]) {
    var counted = ReportFigures()
    for (index, figure) in figures.enumerated() { counted[figure] = row.int(Int32(index + 2)) }
    self.init(row.id(0), Day(number: row.int(1)), counted)
  }
}

/// The contacts of somebody on a day: customers few enough to be looked through.
private struct ContactDay {
  let author: PersonID
  let number: Int
  private var calls = 0
  private var effective: [Int64] = []
  private var ab: [Int64] = []
  private var visits: [Int64] = []

  init(author: PersonID, number: Int) {
    (self.author, self.number) = (author, number)
  }

  mutating func add(_ row: Row) {
    if row.bool(3) { calls += 1 }
    let isEffective = row.bool(4)
    if isEffective { ContactDay.put(row.integer(2), into: &effective) }
    if isEffective && row.bool(5) { ContactDay.put(row.integer(2), into: &ab) }
    if row.bool(6) { ContactDay.put(row.integer(2), into: &visits) }
  }

  private static func put(_ customer: Int64, into customers: inout [Int64]) {
    if !customers.contains(customer) { customers.append(customer) }
  }

  var counted: CountedDay {
    var figures = ReportFigures()
    (figures[.calls], figures[.effective]) = (calls, effective.count)
    (figures[.ab], figures[.visits]) = (ab.count, visits.count)
    return CountedDay(author, Day(number: number), figures)
  }
}
