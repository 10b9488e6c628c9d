import Domain

/// What somebody asks of those above him (R8.4).
package struct Requests {
  let connection: Connection

  private static let columns = """
    SELECT request.id, request.kind, request.customer, customer.name, request.opportunity, asker.id, asker.name,
      department.name, request.days, request.reason, request.asked_at, request.expires_at, request.state,
      request.answered_at, (SELECT name FROM person WHERE person.id = request.answered_by), request.remark,
      request.code, request.detail, other.id, other.name, (
        SELECT name FROM department WHERE department.id = other.department)
    FROM request JOIN person AS asker ON asker.id = request.asker
    JOIN department ON department.id = asker.department
    LEFT JOIN customer ON customer.id = request.customer LEFT JOIN person AS other ON other.id = request.person
    """

  private static let ofOpportunitySQL = columns + " WHERE request.opportunity = ? ORDER BY request.id DESC"

  package func add(_ request: NewRequest, by asker: PersonID, at now: Instant, until expiry: Instant) throws
    -> RequestID
  {
    try connection.run(
      """
      INSERT INTO request (kind, customer, opportunity, asker, person, days, reason, code, detail, asked_at, expires_at,
        state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
      """,
      [
        request.kind.rawValue, request.customer, request.opportunity, asker, request.person, request.days,
        request.reason, request.code, request.detail, now, expiry,
      ])
    return RequestID(connection.lastInsertedID)
  }

  package func find(_ id: RequestID) throws -> AskedRequest? {
    try connection.first("\(Requests.columns) WHERE request.id = ?", [id], asked)
  }

  /// The open ones that can still be answered, the oldest first; sorted, so that the index of the open ones is used.
  package func open(at now: Instant) throws -> [AskedRequest] {
    try connection.query(
      "\(Requests.columns) WHERE request.state = 'open' AND request.expires_at > ? ORDER BY +request.id",
      [now],
      asked)
  }

  /// The customers a person has asked something about that can still be answered; by the index of the open ones.
  package func askedCustomers(by asker: PersonID, at now: Instant) throws -> Set<CustomerID> {
    let customers = try connection.query(
      "SELECT customer FROM request WHERE state = 'open' AND expires_at > ? AND +asker = ?", [now, asker]
    ) { $0.id(0, as: CustomerID.self) }
    return Set(customers)
  }

  /// What was asked about an opportunity, the newest first.
  package func list(of opportunity: OpportunityID) throws -> [AskedRequest] {
    try connection.query(Requests.ofOpportunitySQL, [opportunity], asked)
  }

  /// What a person asked since a moment that is granted, or may still be. No answer in time is a refusal (R4.8),
  /// whether the engine has come to it or not.
  package func spent(
    _ kind: RequestKind, by asker: PersonID, since start: Instant, at now: Instant
  ) throws -> AskedRequest? {
    try connection.first(
      """
      \(Requests.columns) WHERE request.asker = ? AND request.kind = ? AND request.asked_at >= ?
        AND (request.state = 'granted' OR request.state = 'open' AND request.expires_at > ?)
      ORDER BY request.id LIMIT 1
      """, [asker, kind.rawValue, start, now], asked)
  }

  /// False where it was answered meanwhile, or is over.
  @discardableResult
  package func answer(
    _ id: RequestID, with state: RequestState, by person: PersonID?, at now: Instant, remark: String = ""
  ) throws -> Bool {
    try connection.run(
      """
      UPDATE request SET state = ?, answered_by = ?, answered_at = ?, remark = ? WHERE id = ? AND state = 'open'
      """, [state.rawValue, person, now, remark, id]) == 1
  }

  /// What somebody answered since a moment, the newest first.
  package func answered(since start: Instant, limit: Int) throws -> [AskedRequest] {
    try connection.query(
      """
      \(Requests.columns) WHERE request.answered_by IS NOT NULL AND request.answered_at >= ?
      ORDER BY request.answered_at DESC LIMIT ?
      """, [start, limit], asked)
  }

  /// The open ones that nobody answered in time.
  package func late(at now: Instant) throws -> [AskedRequest] {
    try connection.query(
      "\(Requests.columns) WHERE request.state = 'open' AND request.expires_at <= ?", [now], asked)
  }

  /// No answer in time is a refusal (R4.8).
  package func lapse(before now: Instant) throws {
    try connection.run(
      "UPDATE request SET state = 'lapsed', answered_at = expires_at WHERE state = 'open' AND expires_at <= ?",
      [now])
  }

  /// Open requests end with the opportunity (R4.17).
  package func close(of opportunity: OpportunityID, at now: Instant) throws {
    try connection.run(
      "UPDATE request SET state = 'ended', answered_at = ? WHERE opportunity = ? AND state = 'open'",
      [now, opportunity])
  }

  /// What was asked about a customer of the sea ends where it leaves the sea (R4.17).
  ///
  /// - Returns: who had asked.
  package func closeTakeBacks(of customer: CustomerID, at now: Instant) throws -> [PersonID] {
    try connection.query(
      """
      UPDATE request SET state = 'ended', answered_at = ?2
      WHERE state = 'open' AND expires_at > ?2 AND customer = ?1 AND kind = 'take_back' RETURNING asker
      """, [customer, now]
    ) { $0.id(0) }
  }

  /// What ended so at that moment goes on where the customer is back in the sea as it was before (R3.3).
  ///
  /// - Returns: who had asked.
  package func reopenTakeBacks(of customer: CustomerID, endedAt: Instant, at now: Instant) throws
    -> [PersonID]
  {
    try connection.query(
      """
      UPDATE request SET state = 'open', answered_at = NULL
      WHERE opportunity IN (SELECT id FROM opportunity WHERE customer = ?1) AND state = 'ended'
        AND kind = 'take_back' AND answered_at = ?2 AND expires_at > ?3
      RETURNING asker
      """, [customer, endedAt, now]
    ) { $0.id(0) }
  }

  /// What somebody has asked back ends with his work here (R4.17).
  package func closeTakeBacks(askedBy asker: PersonID, at now: Instant) throws {
    try connection.run(
      """
      UPDATE request SET state = 'ended', answered_at = ?2
      WHERE state = 'open' AND expires_at > ?2 AND kind = 'take_back' AND +asker = ?1
      """, [asker, now])
  }

  /// What ended so at that moment goes on.
  package func reopenTakeBacks(askedBy asker: PersonID, endedAt: Instant, at now: Instant) throws {
    try connection.run(
      """
      UPDATE request SET state = 'open', answered_at = NULL
      WHERE asker = ? AND state = 'ended' AND kind = 'take_back' AND answered_at = ? AND expires_at > ?
      """, [asker, endedAt, now])
  }

  /// Requests end with an opportunity that is as if it had not been, whatever was answered: none of them is spent (R3.3).
  package func takeBack(of opportunity: OpportunityID, at now: Instant) throws {
    try connection.run(
      "UPDATE request SET state = 'ended', answered_at = ? WHERE opportunity = ? AND state IN ('open', 'granted')",
      [now, opportunity])
  }

  /// Requests that ended with an opportunity go on where it does (R3.3).
  package func reopen(of opportunity: OpportunityID, endedAt: Instant, at now: Instant) throws {
    try connection.run(
      """
      UPDATE request SET state = 'open', answered_at = NULL, answered_by = NULL
      WHERE opportunity = ? AND state IN ('ended', 'given') AND answered_at = ? AND expires_at > ?
      """, [opportunity, endedAt, now])
  }

  private func asked(_ row: Row) -> AskedRequest {
    AskedRequest(
      id: row.id(0), kind: RequestKind(rawValue: row.text(1)) ?? .extension, customer: row.optionalID(2),
      customerName: row.optionalText(3) ?? "", opportunity: row.optionalID(4),
      asker: Refusal.Holder(id: row.id(5), name: row.text(6), department: row.text(7)),
      person: row.optionalID(18).map { Refusal.Holder(id: $0, name: row.text(19), department: row.text(20)) },
      days: row.int(8), reason: row.text(9), code: row.text(16), detail: row.text(17),
      askedAt: row.instant(10), expiresAt: row.instant(11),
      state: RequestState(rawValue: row.text(12)) ?? .ended, answeredAt: row.optionalInstant(13),
      answeredBy: row.optionalText(14), remark: row.text(15))
  }
}
