import Domain

/// What people did on a day (R7.4), counted for many at once, and what each figure was counted from.
package struct DayFigures {
  let connection: Connection

  /// Distinct customers reached by calls and by visits, a line a person who reached any. The level is the one at which
  /// a customer stood after the call.
  package func contacts(
    of people: [PersonID], during span: Range<Instant>, effective: [Outcome]
  ) throws -> [PersonID: ContactFigures] {
    let effective = DayFigures.condition(of: .effective, effective)
    let visit = DayFigures.condition(of: .visits, [])
    // Who is counted once is told apart here: it takes SQLite a table for each figure of each person.
    var (figures, reached): ([PersonID: ContactFigures], Reached?) = ([:], nil)
    _ = try connection.query(
      """
      SELECT author, customer, \(effective), \(DayFigures.isAB), \(visit) FROM note
      WHERE author IN (SELECT value FROM json_each(?)) AND at >= ? AND at < ? AND taken_back_at IS NULL
        AND (\(effective) OR \(visit))
      ORDER BY author
      """, [DayFigures.list(people), span.lowerBound, span.upperBound]
    ) { row in
      let author: PersonID = row.id(0)
      if let last = reached, last.author != author { figures[last.author] = last.figures }
      if reached?.author != author { reached = Reached(author: author) }
      reached?.add(row.id(1), isEffective: row.bool(2), isAB: row.bool(3), isVisit: row.bool(4))
    }
    if let reached { figures[reached.author] = reached.figures }
    return figures
  }

  /// Customers that came to people, a line a person to whom any came.
  package func waysIn(
    of people: [PersonID], during span: Range<Instant>
  ) throws -> [PersonID: WayInFigures] {
    let rows = try connection.query(
      """
      SELECT holder, count(*) FILTER (WHERE \(DayFigures.isNew)),
        count(*) FILTER (WHERE way_in = 'picked' AND (end_reason IS NOT 'undone' OR number_shown_at IS NOT NULL))
      FROM opportunity
      WHERE holder IN (SELECT value FROM json_each(?)) AND entered_at >= ? AND entered_at < ? GROUP BY holder
      """, [DayFigures.list(people), span.lowerBound, span.upperBound]
    ) { ($0.id(0, as: PersonID.self), WayInFigures(new: $0.int(1), picks: $0.int(2))) }
    return Dictionary(rows) { first, _ in first }
  }

  /// How many customers of these people a rule gave up.
  package func flowedBack(from people: [PersonID], during span: Range<Instant>) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM opportunity
      WHERE holder IN (SELECT value FROM json_each(?)) AND ended_at >= ? AND ended_at < ?
        AND end_reason = 'flowed_back'
      """, [DayFigures.list(people), span.lowerBound, span.upperBound]
    ) { $0.int(0) } ?? 0
  }

  /// What a figure was counted from, the first first; of a customer that counts once, what counted first.
  package func counted(
    _ figure: DayFigure, of person: PersonID, during span: Range<Instant>, effective: [Outcome]
  ) throws -> [CountedContact] {
    figure == .added
      ? try added(to: person, during: span)
      : try contacts(figure, of: person, during: span, effective: effective)
  }

  private func contacts(
    _ figure: DayFigure, of person: PersonID, during span: Range<Instant>, effective: [Outcome]
  ) throws -> [CountedContact] {
    try connection.query(
      """
      SELECT note.customer, customer.name, min(note.at), note.outcome, coalesce(note.intent, note.intent_before), note.place
      FROM note JOIN customer ON customer.id = note.customer
      WHERE author = ? AND at >= ? AND at < ? AND taken_back_at IS NULL
        AND \(DayFigures.condition(of: figure, effective))
      GROUP BY note.customer ORDER BY 3, note.customer
      """, [person, span.lowerBound, span.upperBound]
    ) { row in
      CountedContact(
        customer: row.id(0), name: row.text(1), at: row.instant(2), outcome: Outcome(rawValue: row.text(3)),
        wayIn: nil, level: row.text(4), place: row.text(5))
    }
  }

  private func added(to person: PersonID, during span: Range<Instant>) throws -> [CountedContact] {
    try connection.query(
      """
      SELECT customer.id, customer.name, opportunity.entered_at, way_in, customer.intent
      FROM opportunity JOIN customer ON customer.id = opportunity.customer
      WHERE holder = ? AND opportunity.entered_at >= ? AND opportunity.entered_at < ? AND \(DayFigures.isNew)
      ORDER BY opportunity.entered_at, opportunity.id
      """, [person, span.lowerBound, span.upperBound]
    ) { row in
      CountedContact(
        customer: row.id(0), name: row.text(1), at: row.instant(2), outcome: nil,
        wayIn: WayIn(rawValue: row.text(3)), level: row.text(4), place: "")
    }
  }

  private static let isNew = "way_in IN ('picked', 'entered') AND end_reason IS NOT 'undone'"
  private static let isAB = "coalesce(note.intent, intent_before) IN ('A', 'B')"

  static func condition(of figure: DayFigure, _ effective: [Outcome]) -> String {
    switch figure {
    case .effective: isEffective(effective)
    case .ab: "\(isEffective(effective)) AND \(isAB)"
    case .visits: "renewals & \(Renewals.visit.rawValue)"
    case .added: isNew
    }
  }

  static func isEffective(_ outcomes: [Outcome]) -> String {
    "(note.kind = 'call' AND outcome IN (\(Notes.quoted(outcomes.map(\.rawValue)))))"
  }

  static func list(_ people: [PersonID]) -> String {
    "[\(people.map { String($0.value) }.joined(separator: ","))]"
  }
}

// MARK: days of visits

extension DayFigures {
  /// Who of these visits on the day.
  package func visiting(_ people: [PersonID], on day: Day) throws -> Set<PersonID> {
    Set(
      try connection.query(
        "SELECT person FROM visit_day WHERE person IN (SELECT value FROM json_each(?)) AND day = ?",
        [DayFigures.list(people), day]
      ) { $0.id(0) })
  }

  /// False where it was so already.
  package func setVisitDay(_ isVisitDay: Bool, of person: PersonID, on day: Day) throws -> Bool {
    let sql =
      isVisitDay
      ? "INSERT OR IGNORE INTO visit_day (person, day) VALUES (?, ?)"
      : "DELETE FROM visit_day WHERE person = ? AND day = ?"
    return try connection.run(sql, [person, day]) == 1
  }
}

/// The customers somebody reached on a day, each once: few enough to be looked through.
private struct Reached {
  let author: PersonID
  private var effective: [CustomerID] = []
  private var ab: [CustomerID] = []
  private var visits: [CustomerID] = []

  init(author: PersonID) {
    self.author = author
  }

  mutating func add(_ customer: CustomerID, isEffective: Bool, isAB: Bool, isVisit: Bool) {
    if isEffective { Reached.put(customer, into: &effective) }
    if isEffective && isAB { Reached.put(customer, into: &ab) }
    if isVisit { Reached.put(customer, into: &visits) }
  }

  private static func put(_ customer: CustomerID, into customers: inout [CustomerID]) {
    if !customers.contains(customer) { customers.append(customer) }
  }

  var figures: ContactFigures {
    ContactFigures(effective: effective.count, ab: ab.count, visits: visits.count)
  }
}

/// How many customers somebody reached.
package struct ContactFigures: Sendable {
  package let effective: Int
  package let ab: Int
  package let visits: Int
}

/// How many customers came to somebody: those that count as new, and the picks that count against the limit (R3.7).
package struct WayInFigures: Sendable {
  package let new: Int
  package let picks: Int
}

/// One customer that counts for a figure, and by what.
package struct CountedContact: Sendable, Equatable {
  package let customer: CustomerID
  package let name: String
  package let at: Instant
  /// Of the note; nil for a customer that was added.
  package let outcome: Outcome?
  /// Nil for a note.
  package let wayIn: WayIn?
  package let level: String
  /// Where a visit was.
  package let place: String
}
