import Domain

/// What agents apply for, and what support answered (R5.8).
package struct Applications {
  let connection: Connection

  private static let columns = """
    SELECT application.id, applicant.id, applicant.name, department.name, writer.id, writer.name, desk.name,
      application.name, application.landline, application.fax, application.mobile, application.address,
      application.remark, application.receipt, application.asked_at, application.answer_by, application.state,
      support.id, support.name, place.name, application.answered_at, application.reason, application.expires_at,
      application.customer, CASE WHEN customer.folded <> application.folded THEN customer.name END
    FROM application JOIN person applicant ON applicant.id = application.applicant
    JOIN department ON department.id = application.department
    JOIN person writer ON writer.id = application.writer JOIN department desk ON desk.id = writer.department
    LEFT JOIN person support ON support.id = application.answered_by
    LEFT JOIN department place ON place.id = support.department
    LEFT JOIN customer ON customer.id = application.customer
    """

  private static let aboutSQL = columns + " WHERE application.customer = ? ORDER BY application.id DESC"

  private static let lapsedGrantSQL = """
    \(columns) WHERE application.customer = ?1 AND application.applicant = customer.owner
      AND customer.folded <> application.folded
      AND (application.state = 'lapsed' OR application.state = 'granted' AND application.expires_at <= ?2)
    ORDER BY application.id DESC LIMIT 1
    """

  /// When its present holder's grant ended whose name he did not put right in time (R5.8).
  private static let lapseSQL = """
    SELECT max(coalesce(ended_at, expires_at)) FROM application JOIN customer ON customer.id = application.customer
    WHERE customer.id = ?1 AND application.applicant = customer.owner
      AND (application.state = 'lapsed' OR application.state = 'granted' AND application.expires_at <= ?2)
    """

  package func add(_ new: NewApplication, at now: Instant) throws -> ApplicationID {
    let entry = new.entry
    try connection.run(
      """
      INSERT INTO application (applicant, writer, department, name, folded, name_key, landline, fax, mobile, address,
        remark, receipt, asked_at, answer_by, expires_at, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
      """,
      [
        new.applicant, new.writer, new.department, entry.name, new.folded, new.key, entry.landline, entry.fax,
        entry.mobile, entry.address, entry.remark, new.receipt, now, new.answerBy, new.lapsesAt,
      ])
    let id = ApplicationID(connection.lastInsertedID)
    for key in new.numberKeys {
      try connection.run("INSERT OR IGNORE INTO application_number VALUES (?, ?)", [key, id])
    }
    return id
  }

  package func find(_ id: ApplicationID) throws -> Application? {
    try connection.first("\(Applications.columns) WHERE application.id = ?", [id], application)
  }

  package func require(_ id: ApplicationID) throws -> Application {
    guard let application = try find(id) else { throw Refusal.unknownApplication(String(id.value)) }
    return application
  }

  /// What support has to answer, the first applicant first; sorted, so that the index of the open ones is used.
  package func open(at now: Instant) throws -> [Application] {
    try connection.query(
      """
      \(Applications.columns) WHERE application.state = 'open' AND coalesce(application.expires_at > ?, 1)
      ORDER BY application.id
      """, [now], application)
  }

  /// How many of one person's wait for an answer.
  package func openCount(of applicant: PersonID, at now: Instant) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM application
      WHERE applicant = ? AND state = 'open' AND coalesce(expires_at > ?, 1)
      """, [applicant, now]
    ) { $0.int(0) } ?? 0
  }

  /// When his last application for this name was refused, or lapsed (R5.8), whether the engine has come to it or not.
  package func lastFailure(of applicant: PersonID, folded: String, at now: Instant) throws -> Instant? {
    try connection.first(
      """
      SELECT max(coalesce(ended_at, expires_at)) FROM application
      WHERE applicant = ?1 AND folded = ?2
        AND (state IN ('refused', 'lapsed') OR state IN ('open', 'enter') AND expires_at <= ?3)
      """, [applicant, folded, now]
    ) { $0.optionalInstant(0) } ?? nil
  }

  /// The newest first.
  package func list(limit: Int) throws -> [Application] {
    try connection.query(
      "\(Applications.columns) ORDER BY application.id DESC LIMIT ?", [limit], application)
  }

  /// What was applied for by, or for, one of these people, the newest first.
  package func list(of people: [PersonID], limit: Int) throws -> [Application] {
    let ids = people.map { String($0.value) }.joined(separator: ",")
    return try connection.query(
      """
      \(Applications.columns) WHERE application.id IN (
        SELECT id FROM application WHERE applicant IN (SELECT value FROM json_each(?1))
        UNION SELECT id FROM application WHERE writer IN (SELECT value FROM json_each(?1)))
      ORDER BY application.id DESC LIMIT ?2
      """, ["[\(ids)]", limit], application)
  }

  /// What came of applications for one customer, the newest first.
  package func list(about customer: CustomerID) throws -> [Application] {
    try connection.query(Applications.aboutSQL, [customer], application)
  }

  /// Who has applied for this name or one of these numbers, or was granted it, the first applicant first (R5.8). A number
  /// on a record of the house is kept for nobody: the record is found by it.
  ///
  /// - Parameter key: of the name; nil where it says too little to tell companies apart (R5.1).
  package func reservations(
    folded: String, key: String?, numberKeys: [String], at now: Instant
  ) throws -> [Reservation] {
    var found: [ApplicationID: [String]] = [:]
    let named = try connection.query(
      """
      SELECT id FROM application WHERE folded = ?1 AND (state = 'open' OR expires_at IS NOT NULL)
      UNION SELECT id FROM application WHERE name_key = ?2 AND (state = 'open' OR expires_at IS NOT NULL)
      """, [folded, key]
    ) { $0.id(0, as: ApplicationID.self) }
    for id in named { found[id] = [] }
    for number in numberKeys {
      let numbered = try connection.query(
        """
        SELECT application FROM application_number WHERE collision_key = ?1
          AND NOT EXISTS (SELECT 1 FROM number WHERE number.collision_key = ?1)
        """, [number]
      ) { $0.id(0, as: ApplicationID.self) }
      for id in numbered { found[id, default: []].append(number) }
    }
    return try found.sorted { $0.key < $1.key }.compactMap { id, numbers in
      try reservation(id, folded, key, numbers, at: now)
    }
  }

  private func reservation(
    _ id: ApplicationID, _ folded: String, _ key: String?, _ numberKeys: [String], at now: Instant
  ) throws -> Reservation? {
    try connection.first(
      """
      SELECT person.id, person.name, department.name, application.name, application.expires_at,
        application.folded = ?3, application.name_key IS NOT NULL AND application.name_key IS ?4
      FROM application JOIN person ON person.id = application.applicant
      JOIN department ON department.id = application.department
      WHERE application.id = ?1
        AND coalesce(application.expires_at > ?2, application.state = 'open')
      """, [id, now, folded, key]
    ) { row in
      Reservation(
        application: id, by: holder(row, at: 0), name: row.text(3), until: row.optionalInstant(4),
        isSameName: row.bool(5), isSameKey: row.bool(6), numberKeys: numberKeys)
    }
  }

  /// The grant by which its present holder should have put the name right by now (R5.8), engine or no engine: it is
  /// unprotected until he does.
  package func lapsedGrant(of customer: CustomerID, at now: Instant) throws -> Application? {
    try connection.first(Applications.lapsedGrantSQL, [customer, now], application)
  }

  /// What somebody applied for while the name of this customer was overdue, and still waits for (R5.8).
  package func openSinceLapse(of customer: CustomerID, at now: Instant) throws -> Application? {
    let lapsed = try connection.first(Applications.lapseSQL, [customer, now]) { $0.optionalInstant(0) }
    guard let lapsed = lapsed ?? nil else { return nil }
    return try open(at: now).first {
      try $0.askedAt >= lapsed
        && Receipts(connection: connection).hits(of: $0.receipt).contains { $0.customer == customer }
    }
  }

  /// The customers that were found when it was applied for.
  package func customersFound(by application: ApplicationID) throws -> [CustomerID] {
    let receipt = try connection.first("SELECT receipt FROM application WHERE id = ?", [application]) {
      $0.text(0)
    }
    return try Receipts(connection: connection).hits(of: receipt ?? "").compactMap(\.customer)
  }

  // MARK: what becomes of them

  /// False where somebody was quicker.
  package func answer(
    _ id: ApplicationID, with state: ApplicationState, by person: PersonID, customer: CustomerID?,
    reason: String, until expiry: Instant?, seen receipt: String? = nil, at now: Instant
  ) throws -> Bool {
    try connection.run(
      """
      UPDATE application SET state = ?1, answered_by = ?2, answered_at = ?3, customer = ?4, reason = ?5,
        expires_at = ?6, answer_receipt = ?7, ended_at = iif(?1 = 'refused', ?3, NULL)
      WHERE id = ?8 AND state = 'open'
      """, [state.rawValue, person, now, customer, reason, expiry, receipt, id]) == 1
  }

  /// What support saw when it answered (R5.8).
  package func hitsSeen(in application: ApplicationID) throws -> [KeptHit] {
    let receipt = try connection.first(
      "SELECT coalesce(answer_receipt, receipt) FROM application WHERE id = ?", [application]
    ) { $0.text(0) }
    return try Receipts(connection: connection).hits(of: receipt ?? "")
  }

  /// An answer is good for one customer, once, in its time: false where it no longer is.
  package func use(_ id: ApplicationID, for customer: CustomerID, at now: Instant) throws -> Bool {
    try connection.run(
      """
      UPDATE application SET state = 'used', customer = ?, expires_at = NULL
      WHERE id = ? AND state = 'enter' AND expires_at > ?
      """, [customer, id, now]) == 1
  }

  /// Answers whose time is over, the longest first.
  package func expired(at now: Instant) throws -> [Application] {
    try connection.query(
      "\(Applications.columns) WHERE application.expires_at <= ? ORDER BY application.expires_at", [now],
      application)
  }

  /// Nothing more is to come of it: since its time was over, else since now.
  package func close(_ id: ApplicationID, as state: ApplicationState, at now: Instant) throws {
    try connection.run(
      """
      UPDATE application SET state = ?1, ended_at = min(coalesce(expires_at, ?2), ?2), expires_at = NULL WHERE id = ?3
      """, [state.rawValue, now, id])
  }

  /// What support has not answered in its time, and no manager was told of.
  package func late(at now: Instant) throws -> [Application] {
    try connection.query(
      """
      \(Applications.columns) WHERE application.state = 'open' AND application.told_at IS NULL
        AND application.answer_by <= ?1 AND coalesce(application.expires_at > ?1, 1) ORDER BY application.answer_by
      """, [now], application)
  }

  package func markTold(_ id: ApplicationID, at now: Instant) throws {
    try connection.run("UPDATE application SET told_at = ? WHERE id = ?", [now, id])
  }

  private func application(_ row: Row) -> Application {
    let (applicant, writer) = (holder(row, at: 1), holder(row, at: 4))
    return Application(
      id: row.id(0), applicant: applicant, writer: writer.id == applicant.id ? nil : writer,
      entry: Application.Entry(
        name: row.text(7), landline: row.text(8), fax: row.text(9), mobile: row.text(10),
        address: row.text(11), remark: row.text(12)),
      receipt: row.text(13), askedAt: row.instant(14), answerBy: row.instant(15),
      state: ApplicationState(rawValue: row.text(16)) ?? .withdrawn,
      answer: row.optionalInstant(20).map {
        Application.Answer(by: holder(row, at: 17), at: $0, reason: row.text(21))
      },
      expiresAt: row.optionalInstant(22), customer: row.optionalID(23), wrongName: row.optionalText(24))
  }

  private func holder(_ row: Row, at column: Int32) -> Refusal.Holder {
    Refusal.Holder(id: row.id(column), name: row.text(column + 1), department: row.text(column + 2))
  }
}

/// An application that is to be added, with what is derived from what was typed.
package struct NewApplication: Sendable {
  package let applicant: PersonID
  package let writer: PersonID
  package let department: DepartmentID
  package let entry: Application.Entry
  package let folded: String
  /// Nil where the name's key says too little to tell companies apart (R5.1).
  package let key: String?
  package let numberKeys: [String]
  package let receipt: String
  package let answerBy: Instant
  package let lapsesAt: Instant

  package init(
    by writer: PersonID, for applicant: Person, entry: Application.Entry, folded: String, key: String?,
    numberKeys: [String], receipt: String, answerBy: Instant, lapsesAt: Instant
  ) {
    self.applicant = applicant.id
    self.writer = writer
    department = applicant.department
    self.entry = entry
    self.folded = folded
    self.key = key
    self.numberKeys = numberKeys
    self.receipt = receipt
    self.answerBy = answerBy
    self.lapsesAt = lapsesAt
  }
}
