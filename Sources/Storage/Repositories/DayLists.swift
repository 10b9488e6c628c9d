import Domain

/// The lists that agents prepare for a day (R7.5).
package struct DayLists {
  let connection: Connection

  private static let columns = """
    SELECT id, agent, day, status, version, submitted_version, submitted_at, is_late, reason, answered_by,
      answered_at, remark
    FROM day_list
    """

  package func find(of agent: PersonID, on day: Day) throws -> DayList? {
    try connection.first("\(DayLists.columns) WHERE day = ? AND agent = ?", [day, agent], list)
  }

  /// Of many, those that have one.
  package func find(of agents: [PersonID], on day: Day) throws -> [PersonID: DayList] {
    let lists = try connection.query(
      "\(DayLists.columns) WHERE day = ? AND agent IN (SELECT value FROM json_each(?))",
      [day, DayFigures.list(agents)], list)
    return Dictionary(lists.map { ($0.agent, $0) }) { first, _ in first }
  }

  /// The list of this day, begun where there was none. Those whose day is over follow their customers no longer.
  package func begin(of agent: PersonID, on day: Day, today: Day) throws -> DayList {
    if let found = try find(of: agent, on: day) { return found }
    try connection.run(
      """
      UPDATE day_list_row SET is_live = 0
      WHERE is_live AND list IN (SELECT id FROM day_list WHERE agent = ? AND day < ?)
      """, [agent, today])
    try connection.run("INSERT INTO day_list (agent, day) VALUES (?, ?)", [agent, day])
    guard let begun = try find(of: agent, on: day) else {
      throw DatabaseFailure.failed(reason: "a list that was begun is not there")
    }
    return begun
  }

  // MARK: rows

  /// On which lists, of this day and later ones, its holder has a customer.
  package func places(of opportunity: Opportunity, from day: Day) throws -> [(day: Day, source: ListSource)] {
    try connection.query(
      """
      SELECT day, source FROM day_list CROSS JOIN day_list_row ON list = day_list.id
      WHERE agent = ? AND day >= ? AND customer = ? AND opportunity = ? ORDER BY day
      """, [opportunity.holder, day, opportunity.customer, opportunity.id]
    ) { (Day(number: $0.int(0)), ListSource(rawValue: $0.text(1)) ?? .longUncalled) }
  }

  /// Its place is that of the opportunity that came in the place of another of the same holder.
  package func follow(_ former: Opportunity, to new: Opportunity) throws {
    try connection.run(
      """
      UPDATE day_list_row SET opportunity = ?3, is_held = 1 WHERE customer = ?1 AND opportunity = ?2 AND is_live
      """, [former.customer, former.id, new.id])
  }

  /// Takes a customer off the lists, of this day and later ones, of who has it no more, as if it had never stood there.
  package func drop(_ opportunity: Opportunity, from day: Day) throws {
    let lists = try connection.query(
      "SELECT id FROM day_list WHERE agent = ? AND day >= ?", [opportunity.holder, day]
    ) { $0.id(0, as: DayListID.self) }
    for list in lists {
      let dropped = try connection.run(
        "DELETE FROM day_list_row WHERE list = ? AND customer = ? AND opportunity = ?",
        [list, opportunity.customer, opportunity.id])
      if dropped > 0 { try touch(list) }
    }
  }

  /// In their order.
  package func rows(of list: DayListID) throws -> [DayListRow] {
    try connection.query(
      """
      SELECT day_list_row.customer, customer.name, day_list_row.opportunity, day_list_row.source, is_new, is_later, is_held,
        day_list_row.intent, day_list_row.due
      FROM day_list_row JOIN customer ON customer.id = day_list_row.customer
      WHERE list = ? ORDER BY position, day_list_row.customer
      """, [list]
    ) { row in
      DayListRow(
        customer: row.id(0), name: row.text(1), opportunity: row.id(2),
        source: ListSource(rawValue: row.text(3)) ?? .longUncalled, isNew: row.bool(4), isLater: row.bool(5),
        isHeld: row.bool(6), level: row.text(7), due: row.optionalInstant(8))
    }
  }

  /// Puts a customer at the end; one that stood there from an earlier holding takes its place anew.
  package func add(
    _ customer: CustomerID, to list: DayListID, source: ListSource, isNew: Bool, isLater: Bool
  ) throws {
    try connection.run(
      """
      INSERT OR REPLACE INTO day_list_row
        (list, customer, opportunity, position, source, is_new, is_later, is_held, intent, due)
      SELECT ?1, id, opportunity, (SELECT coalesce(max(position), 0) + 1 FROM day_list_row WHERE list = ?1), ?3, ?4, ?5,
        1, intent, flow_back_at
      FROM customer WHERE id = ?2 AND opportunity IS NOT NULL
      """, [list, customer, source.rawValue, isNew, isLater])
  }

  package func drop(_ customer: CustomerID, from list: DayListID) throws {
    try connection.run("DELETE FROM day_list_row WHERE list = ? AND customer = ?", [list, customer])
  }

  /// Writes beside each place of a customer what decides whether it counts. Where a customer changes a trigger does so.
  ///
  /// - Returns: at how many places it said something else.
  @discardableResult
  package func copyAnew(_ customer: CustomerID) throws -> Int {
    try connection.run(
      """
      UPDATE day_list_row AS place
      SET is_held = (place.opportunity IS now.opportunity), intent = now.intent, due = now.flow_back_at
      FROM customer AS now WHERE now.id = ?1 AND place.customer = ?1 AND is_live AND \(DayLists.isStale)
      """, [customer])
  }

  /// The customers of whom a list says something else than they are.
  package func stale() throws -> [CustomerID] {
    try connection.query(
      """
      SELECT DISTINCT place.customer FROM day_list_row AS place JOIN customer AS now ON now.id = place.customer
      WHERE is_live AND \(DayLists.isStale) ORDER BY 1
      """
    ) { $0.id(0) }
  }

  private static let isStale = """
    (place.is_held, place.intent, place.due)
      IS NOT (place.opportunity IS now.opportunity, now.intent, now.flow_back_at)
    """

  /// How much of each list counts: the rows held still, of this level, due after that moment.
  ///
  /// - Parameter level: nil for all.
  package func figures(
    of agents: [PersonID], on day: Day, level: String?, dueAfter start: Instant
  ) throws -> [PersonID: (prepared: Int, new: Int)] {
    let rows = try connection.query(
      """
      SELECT agent, count(*), sum(is_new) FROM day_list CROSS JOIN day_list_row ON list = day_list.id
      WHERE day = ?1 AND agent IN (SELECT value FROM json_each(?2)) AND is_held AND NOT is_later
        AND (?3 IS NULL OR intent = ?3) AND (due IS NULL OR due > ?4)
      GROUP BY agent
      """, [day, DayFigures.list(agents), level, start]
    ) { ($0.id(0, as: PersonID.self), (prepared: $0.int(1), new: $0.int(2))) }
    return Dictionary(rows) { first, _ in first }
  }

  /// How many customers of each library a list of every held one has.
  package func held(by agents: [PersonID], dueAfter start: Instant) throws -> [PersonID: Int] {
    let rows = try connection.query(
      """
      SELECT owner, count(*) FROM customer
      WHERE owner IN (SELECT value FROM json_each(?)) AND state <> 'signed' AND (flow_back_at IS NULL OR flow_back_at > ?)
      GROUP BY owner
      """, [DayFigures.list(agents), start]
    ) { ($0.id(0, as: PersonID.self), $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  // MARK: what becomes of it

  /// Something of it is another than before; who looks at it sees an older version.
  package func touch(_ list: DayListID) throws {
    try connection.run("UPDATE day_list SET version = version + 1 WHERE id = ?", [list])
  }

  package func submit(_ list: DayListID, reason: String, isLate: Bool, at now: Instant) throws {
    try connection.run(
      """
      UPDATE day_list SET status = 'submitted', version = version + 1, submitted_version = version + 1,
        submitted_at = ?, is_late = ?, reason = ?, answered_by = NULL, answered_at = NULL, remark = '' WHERE id = ?
      """, [now, isLate, reason, list])
  }

  package func withdraw(_ list: DayListID) throws {
    try connection.run(
      "UPDATE day_list SET status = 'open', version = version + 1, submitted_at = NULL, is_late = 0 WHERE id = ?",
      [list])
  }

  /// What was passed stays as it was: its rows follow their customers no longer (R8.2).
  package func answer(
    _ list: DayListID, _ status: ListStatus, remark: String, by person: PersonID, at now: Instant
  ) throws {
    try connection.run(
      """
      UPDATE day_list SET status = ?, version = version + 1, answered_by = ?, answered_at = ?, remark = ? WHERE id = ?
      """, [status.rawValue, person, now, remark, list])
    if status == .passed {
      try connection.run("UPDATE day_list_row SET is_live = 0 WHERE list = ?", [list])
    }
  }

  /// It waits again; its rows are as their customers are now, and follow them. The answer and this were no changes of it.
  package func takeAnswerBack(_ list: DayListID) throws {
    try connection.run(
      """
      UPDATE day_list SET status = 'submitted', version = version + 1, submitted_version = submitted_version + 2,
        answered_by = NULL, answered_at = NULL, remark = '' WHERE id = ?
      """, [list])
    let changed = try connection.run(
      """
      UPDATE day_list_row AS place SET is_held = (place.opportunity IS now.opportunity), intent = now.intent
      FROM customer AS now WHERE list = ? AND now.id = place.customer
        AND (place.is_held, place.intent) IS NOT (place.opportunity IS now.opportunity, now.intent)
      """, [list])
    if changed > 0 { try touch(list) }
    try connection.run(
      """
      UPDATE day_list_row SET is_live = 1, is_later = 0, due = customer.flow_back_at
      FROM customer WHERE list = ? AND customer.id = day_list_row.customer
      """, [list])
  }

  /// Of these agents, for these days.
  package func history(of agents: [PersonID], during days: ClosedRange<Day>) throws -> [DayList] {
    try connection.query(
      """
      \(DayLists.columns) WHERE agent IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?
      ORDER BY day, agent
      """, [DayFigures.list(agents), days.lowerBound, days.upperBound], list)
  }

  private func list(_ row: Row) -> DayList {
    DayList(
      id: row.id(0), agent: row.id(1), day: Day(number: row.int(2)),
      status: ListStatus(rawValue: row.text(3)) ?? .open, version: row.int(4),
      submittedVersion: row.optionalInteger(5).map(Int.init), submittedAt: row.optionalInstant(6),
      isLate: row.bool(7), reason: row.text(8), answeredBy: row.optionalID(9),
      answeredAt: row.optionalInstant(10),
      remark: row.text(11))
  }
}

/// A list that was begun.
package struct DayList: Sendable {
  package let id: DayListID
  package let agent: PersonID
  package let day: Day
  package let status: ListStatus
  package let version: Int
  package let submittedVersion: Int?
  package let submittedAt: Instant?
  /// It was handed in after the close (R8.2).
  package let isLate: Bool
  /// Why it is short, as its agent says.
  package let reason: String
  package let answeredBy: PersonID?
  package let answeredAt: Instant?
  /// With which it was sent back.
  package let remark: String

  /// It is another than the one that was handed in.
  package var isChanged: Bool { status == .submitted && version != submittedVersion }
}

/// A customer on a list.
package struct DayListRow: Sendable {
  package let customer: CustomerID
  package let name: String
  package let opportunity: OpportunityID
  package let source: ListSource
  /// Entered or picked on the day of the preparation.
  package let isNew: Bool
  /// Added after it was passed.
  package let isLater: Bool
  /// Still held in the same opportunity.
  package let isHeld: Bool
  package let level: String
  package let due: Instant?
}
