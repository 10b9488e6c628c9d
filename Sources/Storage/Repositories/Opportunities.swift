import Domain

/// The periods in which customers are held, and the columns of the customer that follow from them.
package struct Opportunities {
  let connection: Connection

  private static let columns = """
    SELECT id, customer, holder, policy, way_in, entered_at, note, note_at, visit, visit_at, tries,
      extended_to, held_until, asked_until, clocks_from, ordered_until, signing_from
    FROM opportunity
    """

  private static let openSQL = columns + " WHERE customer = ? AND ended_at IS NULL"

  package func find(_ id: OpportunityID) throws -> Opportunity? {
    try connection.first("\(Opportunities.columns) WHERE id = ?", [id], opportunity)
  }

  /// The open opportunity of a customer.
  package func open(of customer: CustomerID) throws -> Opportunity? {
    try connection.first(Opportunities.openSQL, [customer], opportunity)
  }

  /// The last one of this person's that ended.
  package func lastEnded(of customer: CustomerID, by holder: PersonID) throws -> Opportunity? {
    try connection.first(
      """
      \(Opportunities.columns) WHERE customer = ? AND holder = ? AND end_reason <> 'undone'
      ORDER BY id DESC LIMIT 1
      """, [customer, holder], opportunity)
  }

  /// The last one that ended.
  package func lastEnded(of customer: CustomerID) throws -> Opportunity? {
    try connection.first(
      "\(Opportunities.columns) WHERE customer = ? AND end_reason <> 'undone' ORDER BY id DESC LIMIT 1",
      [customer], opportunity)
  }

  /// Opens one and makes the holder the customer's. False where somebody else was first (R3.2): the condition is
  /// re-checked by the update itself.
  package func start(
    _ customer: CustomerID, for holder: Person, wayIn: WayIn, at now: Instant, clocksFrom: Instant? = nil,
    signingFrom: Instant? = nil
  ) throws -> Opportunity? {
    let started = try connection.run(
      """
      INSERT INTO opportunity (customer, holder, department, policy, way_in, entered_at, clocks_from,
        signing_from)
      SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM customer WHERE id = ?1 AND owner IS NULL AND state = 'unassigned'
      """,
      [customer, holder.id, holder.department, holder.policy, wayIn.rawValue, now, clocksFrom, signingFrom])
    guard started == 1 else { return nil }
    let id = OpportunityID(connection.lastInsertedID)
    try connection.run(
      """
      UPDATE customer SET owner = ?2, opportunity = ?3, entered_at = ?4, tries = 0, state = 'pending',
        next_contact = NULL, released_by = NULL WHERE id = ?1
      """, [customer, holder.id, id, now])
    return Opportunity(
      id: id, customer: customer, holder: holder.id, policy: holder.policy, wayIn: wayIn, enteredAt: now,
      signingFrom: signingFrom, clocksFrom: clocksFrom)
  }

  /// Stores what a note renewed.
  package func renew(_ opportunity: Opportunity) throws {
    try connection.run(
      "UPDATE opportunity SET note = ?, note_at = ?, visit = ?, visit_at = ?, tries = ? WHERE id = ?",
      [
        opportunity.lastNote?.note, opportunity.lastNote?.at, opportunity.lastVisit?.note,
        opportunity.lastVisit?.at, opportunity.triesInRow, opportunity.id,
      ])
    try connection.run(
      "UPDATE customer SET tries = ? WHERE id = ?", [opportunity.triesInRow, opportunity.customer])
  }

  /// The one place that writes what follows from the clocks: the effective due and the engine's next look (R4.6).
  package func place(_ standing: Standing?, of customer: CustomerID) throws {
    try connection.run(
      "UPDATE customer SET flow_back_at = ?, wake_at = ?, clock = ?, warned_at = ? WHERE id = ?",
      [
        standing?.effectiveDue, standing?.wakesAt, standing?.ruling.clock.name, standing?.firstWarning,
        customer,
      ])
  }

  /// The effective due as it was placed last; nil where no clock ran.
  package func storedDue(of customer: CustomerID) throws -> Instant? {
    try connection.first("SELECT flow_back_at FROM customer WHERE id = ?", [customer]) {
      $0.optionalInstant(0)
    } ?? nil
  }

  /// Ends it and puts the customer into the sea; a further account that goes to nobody else is void (R9.2). `endedAt` is the moment that counts, not the engine's (R4.6).
  package func end(
    _ opportunity: Opportunity, reason: EndReason, at endedAt: Instant, releasedBy: PersonID?
  ) throws {
    try connection.run(
      """
      UPDATE opportunity SET ended_at = ?1, end_reason = ?2, end_clocks = ?3,
        (end_next_contact, end_next_agreed, end_next_purpose) = (
          SELECT next_contact, next_is_agreed, next_purpose FROM customer WHERE id = opportunity.customer)
      WHERE id = ?4 AND ended_at IS NULL
      """, [endedAt, reason.name, reason.clocks, opportunity.id])
    try connection.run(
      """
      UPDATE customer SET owner = NULL, opportunity = NULL, entered_at = NULL, tries = 0,
        state = iif(account_of IS NULL OR ?6, 'unassigned', 'void'),
        flow_back_at = NULL, wake_at = NULL, clock = NULL, warned_at = NULL, next_contact = NULL, buys_by = NULL,
        released_at = ?2,
        released_by = ?3, former_holder = ?4, former_department = (SELECT department FROM opportunity WHERE id = ?5)
      WHERE id = ?1
      """,
      [
        opportunity.customer, endedAt, releasedBy, opportunity.holder, opportunity.id,
        reason == .transferred,
      ])
  }

  /// Takes a way in back, as if it had not been (R3.3): the customer is in the sea as it was before.
  package func takeBackStart(of opportunity: Opportunity, at now: Instant) throws {
    try connection.run(
      "UPDATE opportunity SET ended_at = ?, end_reason = 'undone' WHERE id = ?", [now, opportunity.id])
    try connection.run(
      """
      UPDATE customer SET owner = NULL, opportunity = NULL, entered_at = NULL, tries = 0, state = 'unassigned',
        flow_back_at = NULL, wake_at = NULL, clock = NULL, warned_at = NULL, next_contact = NULL, buys_by = NULL,
        released_by = NULL
      WHERE id = ?
      """, [opportunity.customer])
  }

  /// Opens the same opportunity again, as if it had not ended, with its callback (R3.3).
  package func reopen(_ opportunity: Opportunity, state: CustomerState) throws {
    try connection.run(
      """
      UPDATE customer SET owner = ?2, opportunity = ?3, entered_at = ?4, tries = ?5, state = ?6, released_by = NULL,
        (next_contact, next_is_agreed, next_purpose) = (
          SELECT end_next_contact, end_next_agreed, end_next_purpose FROM opportunity WHERE id = ?3)
      WHERE id = ?1
      """,
      [
        opportunity.customer, opportunity.holder, opportunity.id, opportunity.enteredAt,
        opportunity.triesInRow, state.rawValue,
      ])
    try connection.run(
      """
      UPDATE opportunity SET ended_at = NULL, end_reason = NULL, end_clocks = NULL, end_next_contact = NULL
      WHERE id = ?
      """, [opportunity.id])
  }

  /// Stores until when it is held, and to when it was extended (R4.8, R4.16).
  package func putOff(_ opportunity: Opportunity) throws {
    try connection.run(
      """
      UPDATE opportunity SET extended_to = ?, held_until = ?, asked_until = ?, ordered_until = ? WHERE id = ?
      """,
      [
        opportunity.extendedTo, opportunity.heldUntil, opportunity.askedUntil, opportunity.orderedUntil,
        opportunity.id,
      ])
  }

  /// How many slots of a library are taken: customers due and warned take none (R4.6), signed ones neither (R3.1).
  ///
  /// - Parameter overAt: nil while the fuse is blown, when nothing is due (R4.13).
  package func slotsTaken(by holder: PersonID, overAt: Instant?) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM customer WHERE owner = ?1 AND state <> 'signed'
        AND (flow_back_at IS NULL OR ?2 IS NULL OR flow_back_at > ?2 OR warned_at IS NULL)
      """, [holder, overAt]
    ) { $0.int(0) } ?? 0
  }

  /// How many picks of a person since a moment count: an undone one does where a number of it was seen (R3.7).
  package func picks(of holder: PersonID, since start: Instant, before end: Instant) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM opportunity WHERE holder = ? AND entered_at >= ? AND entered_at < ? AND way_in = 'picked'
        AND (end_reason IS NOT 'undone' OR number_shown_at IS NOT NULL)
      """, [holder, start, end]
    ) { $0.int(0) } ?? 0
  }

  package func isNumberShown(of opportunity: OpportunityID) throws -> Bool {
    try connection.first("SELECT number_shown_at IS NOT NULL FROM opportunity WHERE id = ?", [opportunity]) {
      $0.bool(0)
    } ?? false
  }

  package func noteNumberShown(of opportunity: OpportunityID, at now: Instant) throws {
    try connection.run(
      "UPDATE opportunity SET number_shown_at = ? WHERE id = ? AND number_shown_at IS NULL",
      [now, opportunity])
  }

  /// When and how this person's holdings of a customer ended, the last first (R3.6).
  package func ends(of customer: CustomerID, by holder: PersonID) throws -> [(
    at: Instant, reason: EndReason
  )] {
    try connection.query(
      """
      SELECT ended_at, end_reason, end_clocks FROM opportunity
      WHERE customer = ? AND holder = ? AND end_reason <> 'undone' ORDER BY id DESC
      """, [customer, holder]
    ) { ($0.instant(0), EndReason(name: $0.text(1), clocks: $0.optionalText(2))) }
  }

  /// Customers the engine has to look at (R4.12), the longest waiting first.
  ///
  /// - Parameter releasing: false leaves out those that are only to be released (R4.13).
  package func wakeful(
    at now: Instant, limit: Int, releasing: Bool, except skipped: [CustomerID]
  ) throws -> [CustomerID] {
    let skipped = Set(skipped)
    let condition =
      releasing ? "" : "AND NOT (flow_back_at = wake_at AND warned_at IS NOT NULL) AND state <> 'lost'"
    return try connection.query(
      "SELECT id FROM customer WHERE wake_at <= ?1 \(condition) ORDER BY wake_at, id LIMIT ?2",
      [now, limit + skipped.count]
    ) { $0.id(0) }.filter { !skipped.contains($0) }
  }

  package func wakefulCount(at now: Instant) throws -> Int {
    try connection.first("SELECT count(*) FROM customer WHERE wake_at <= ?", [now]) { $0.int(0) } ?? 0
  }

  /// The next moment ahead at which the engine has something to do. One that failed at its moment waits for the next
  /// regular look.
  package func nextWake(after now: Instant) throws -> Instant? {
    try connection.first("SELECT min(wake_at) FROM customer WHERE wake_at > ?", [now]) {
      $0.optionalInstant(0)
    } ?? nil
  }

  func opportunity(_ row: Row) -> Opportunity {
    Opportunity(
      id: row.id(0), customer: row.id(1), holder: row.id(2), policy: row.text(3),
      wayIn: WayIn(rawValue: row.text(4)) ?? .picked, enteredAt: row.instant(5),
      lastNote: renewal(row, at: 6), lastVisit: renewal(row, at: 8), triesInRow: row.int(10),
      extendedTo: row.optionalInstant(11), heldUntil: row.optionalInstant(12),
      askedUntil: row.optionalInstant(13), orderedUntil: row.optionalInstant(15),
      signingFrom: row.optionalInstant(16), clocksFrom: row.optionalInstant(14))
  }

  private func renewal(_ row: Row, at column: Int32) -> Opportunity.Renewal? {
    guard let note: NoteID = row.optionalID(column) else { return nil }
    return Opportunity.Renewal(note: note, at: row.instant(column + 1))
  }
}

extension EndReason {
  /// As the base stores it.
  var name: String {
    self == .pairSigned ? "pair_signed" : code
  }

  var clocks: String? {
    if case .flowedBack(let clocks) = self { return clocks.joined(separator: ",") }
    return nil
  }

  init(name: String, clocks: String?) {
    switch name {
    case "merged": self = .merged
    case "transferred": self = .transferred
    case "handed_over": self = .handedOver
    case "pair_signed": self = .pairSigned
    case "voided": self = .voided
    case "deactivated": self = .deactivated
    case let lost where lost.hasPrefix("lost_"):
      self = .lost(LostReason(rawValue: String(lost.dropFirst(5))) ?? .other)
    default:
      self =
        ReleaseReason(rawValue: name).map { .released($0) }
        ?? .flowedBack(clocks: clocks?.split(separator: ",").map(String.init) ?? [])
    }
  }
}
