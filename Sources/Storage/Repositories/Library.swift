import Domain

/// One agent's customers (私海), as the list shows them.
package struct Library {
  let connection: Connection

  /// The whole library, soonest due first, those without a clock last. It is small: capacity is limited (R3.4).
  ///
  /// Customers whose time is over are left out, though the engine may not have come to them yet (R4.6).
  ///
  /// - Parameter overAt: nil while the fuse is blown, when nothing is due (R4.13).
  package func rows(of holder: PersonID, overAt: Instant?) throws -> [LibraryRow] {
    try connection.query(
      """
      \(Library.columns)
      WHERE owner = ?1 AND (flow_back_at IS NULL OR ?2 IS NULL OR flow_back_at > ?2 OR warned_at IS NULL)
      ORDER BY flow_back_at NULLS LAST, id
      """, [holder, overAt], row)
  }

  /// Everything somebody holds, soonest due first, what is signed last.
  package func customers(of holder: PersonID) throws -> [CustomerID] {
    try connection.query(
      "SELECT id FROM customer WHERE owner = ? ORDER BY flow_back_at NULLS LAST, id", [holder]
    ) { $0.id(0) }
  }

  /// Those that are over at this moment, which only a blown fuse holds back, and those that fall due after it and until
  /// the end (R4.13); soonest due first.
  package func ending(of holder: PersonID, after now: Instant, through end: Instant) throws -> [LibraryRow] {
    try connection.query(
      """
      \(Library.columns)
      WHERE owner = ?1 AND flow_back_at <= ?3 AND (flow_back_at > ?2 OR warned_at IS NOT NULL)
      ORDER BY flow_back_at, id
      """, [holder, now, end], row)
  }

  /// All that somebody has, signed ones too.
  package func count(of holder: PersonID) throws -> Int {
    try connection.first("SELECT count(*) FROM customer WHERE owner = ?", [holder]) { $0.int(0) } ?? 0
  }

  private static let columns = """
    SELECT id, name, initials, place, state, intent, stage, flow_back_at, warned_at, clock, next_contact,
      last_note_at, last_outcome, entered_at, tries, wake_at, buys_by, next_is_agreed,
      opportunity, rhythm_at, (SELECT way_in FROM opportunity WHERE opportunity.id = customer.opportunity),
      next_purpose
    FROM customer
    """

  /// The digits of all numbers of each customer, parted by blanks.
  package func numbers(of holder: PersonID) throws -> [CustomerID: String] {
    let rows = try connection.query(
      """
      SELECT customer.id, group_concat(number.dialled, ' ') FROM customer JOIN number ON number.customer = customer.id
      WHERE owner = ? GROUP BY customer.id
      """, [holder]
    ) { (id: $0.id(0) as CustomerID, digits: $0.text(1)) }
    return Dictionary(rows.map { ($0.id, $0.digits) }) { first, _ in first }
  }

  /// The tags of each customer that has any, as they are compared.
  package func tags(of holder: PersonID) throws -> [CustomerID: [String]] {
    let rows = try connection.query(
      "SELECT customer.id, tag.folded FROM customer JOIN tag ON tag.customer = customer.id WHERE owner = ?",
      [holder]
    ) { (id: $0.id(0) as CustomerID, tag: $0.text(1)) }
    return Dictionary(rows.map { ($0.id, [$0.tag]) }) { $0 + $1 }
  }

  private func row(_ row: Row) -> LibraryRow {
    LibraryRow(
      id: row.id(0), opportunity: row.id(18), name: row.text(1), initials: row.text(2), place: row.text(3),
      state: CustomerState(rawValue: row.text(4)) ?? .pending, intent: row.text(5), stage: row.int(6),
      due: row.optionalInstant(7), isWarned: !row.isNull(8), clock: row.optionalText(9),
      next: row.nextContact(10, 17, 21), lastNoteAt: row.optionalInstant(11),
      lastOutcome: row.optionalText(12).flatMap(Outcome.init(rawValue:)), enteredAt: row.instant(13),
      triesInRow: row.int(14), wakesAt: row.optionalInstant(15), buysBy: row.optionalInstant(16),
      rhythmAt: row.optionalInstant(19),
      wayIn: row.optionalText(20).flatMap(WayIn.init(rawValue:)))
  }
}

/// A customer of a library, in a line.
package struct LibraryRow: Sendable, Equatable {
  package let id: CustomerID
  package let opportunity: OpportunityID
  package let name: String
  package let initials: String
  package let place: String
  package let state: CustomerState
  package let intent: String
  package let stage: Int
  /// The effective due; nil where no clock runs.
  package var due: Instant?
  package let isWarned: Bool
  /// The ruling clock.
  package let clock: String?
  package let next: NextContact?
  package let lastNoteAt: Instant?
  package let lastOutcome: Outcome?
  package let enteredAt: Instant
  /// Uncounted tries since the last contact that was one (R4.9).
  package let triesInRow: Int
  /// When the engine next has something to do with it.
  package let wakesAt: Instant?
  /// By when it is expected to buy at its level of intent; nil for no expectation (R4.3).
  package let buysBy: Instant?
  /// The last contact, put off where somebody tried in vain since (R4.3).
  package let rhythmAt: Instant?
  package let wayIn: WayIn?
  /// Its holder has asked something about it that waits for an answer (R4.8).
  package var isAsked = false

  package var nextContact: Instant? { next?.at }

  /// The last note of this holding.
  package var lastContact: Instant? {
    lastNoteAt.flatMap { $0 >= enteredAt ? $0 : nil }
  }

  /// From when the rhythm of its level is counted.
  package var rhythmFrom: Instant { max(rhythmAt ?? enteredAt, enteredAt) }

  /// Past its expected buying time, so that its level has to be asked again (R4.3).
  package func isLevelToAsk(at now: Instant) -> Bool { buysBy.map { $0 <= now } ?? false }

  /// Whether it is to be warned by now, and was not yet.
  package func isWarningDue(at now: Instant) -> Bool {
    !isWarned && wakesAt.map { $0 <= now } ?? false
  }
}
