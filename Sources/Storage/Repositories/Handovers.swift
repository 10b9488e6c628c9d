import Domain

/// What was handed over, and from where it came (R2.6).
package struct Handovers {
  let connection: Connection

  /// - Parameter giver: nil where single customers are given away.
  package func begin(of giver: PersonID?, by actor: PersonID, at now: Instant) throws -> HandoverID {
    try connection.run("INSERT INTO handover (giver, actor, at) VALUES (?, ?, ?)", [giver, actor, now])
    return HandoverID(connection.lastInsertedID)
  }

  /// Nothing came of it.
  package func drop(_ id: HandoverID) throws {
    try connection.run("DELETE FROM handover WHERE id = ?", [id])
  }

  package func find(_ id: HandoverID) throws -> HandoverRecord? {
    try connection.first("SELECT giver, actor, at, taken_back_at FROM handover WHERE id = ?", [id]) {
      HandoverRecord(
        id: id, giver: $0.optionalID(0), actor: $0.id(1), at: $0.instant(2),
        takenBackAt: $0.optionalInstant(3))
    }
  }

  package func markTakenBack(_ id: HandoverID, at now: Instant) throws {
    try connection.run("UPDATE handover SET taken_back_at = ? WHERE id = ?", [now, id])
  }

  // MARK: customers

  /// - Parameter event: the one that said so, after which nobody else may have acted on it.
  package func add(_ handed: HandedCustomer, to handover: HandoverID) throws {
    try connection.run(
      """
      INSERT INTO handed_customer (handover, customer, former, opportunity, state, event) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        handover, handed.customer, handed.former, handed.opportunity, handed.state.rawValue, handed.event,
      ])
  }

  /// Those that were not taken back yet.
  package func customers(of handover: HandoverID) throws -> [HandedCustomer] {
    try connection.query(
      """
      SELECT customer, former, opportunity, state, event FROM handed_customer
      WHERE handover = ? AND NOT is_back ORDER BY event
      """, [handover]
    ) {
      HandedCustomer(
        customer: $0.id(0), former: $0.optionalID(1), opportunity: $0.optionalID(2),
        state: CustomerState(rawValue: $0.text(3)) ?? .pending, event: $0.integer(4))
    }
  }

  package func markBack(_ customer: CustomerID, of handover: HandoverID) throws {
    try connection.run(
      "UPDATE handed_customer SET is_back = 1 WHERE handover = ? AND customer = ?", [handover, customer])
  }

  // MARK: what hangs on the person

  /// What he applied for and waits for still, or may enter (R4.17).
  package func applications(of giver: PersonID, at now: Instant) throws -> [ApplicationID] {
    try connection.query(
      """
      SELECT id FROM application
      WHERE applicant = ? AND state IN ('open', 'enter') AND coalesce(expires_at > ?, state = 'open') ORDER BY id
      """, [giver, now]
    ) { $0.id(0) }
  }

  /// The grants of one customer that its holder has still to do something for (R5.8).
  package func grants(of customer: CustomerID, to holder: PersonID, at now: Instant) throws
    -> [ApplicationID]
  {
    try connection.query(
      """
      SELECT id FROM application
      WHERE customer = ? AND applicant = ? AND state = 'granted' AND expires_at > ? ORDER BY id
      """, [customer, holder, now]
    ) { $0.id(0) }
  }

  /// Somebody else goes on with an application; it is his as if he had written what its former applicant wrote.
  ///
  /// - Parameter receiver: nil where nobody goes on: then nothing more is to come of it.
  package func move(
    _ application: ApplicationID, to receiver: Person?, in handover: HandoverID, at now: Instant
  )
    throws
  {
    try connection.run(
      """
      INSERT INTO handed_application
      SELECT ?1, id, applicant, writer, department, state, expires_at, ?3 FROM application WHERE id = ?2
      """, [handover, application, receiver?.id])
    guard let receiver else {
      return try Applications(connection: connection).close(application, as: .withdrawn, at: now)
    }
    try connection.run(
      """
      UPDATE application SET writer = iif(writer = applicant, ?2, writer), applicant = ?2, department = ?3 WHERE id = ?1
      """, [application, receiver.id, receiver.department])
  }

  /// Applications that nobody has moved on since go back to who made them.
  package func takeApplicationsBack(of handover: HandoverID) throws {
    try connection.run(
      """
      UPDATE application SET applicant = handed.applicant, writer = handed.writer, department = handed.department,
        state = iif(handed.receiver IS NULL, handed.state, application.state),
        ended_at = iif(handed.receiver IS NULL, NULL, ended_at),
        expires_at = iif(handed.receiver IS NULL, handed.expires_at, application.expires_at)
      FROM handed_application AS handed
      WHERE handed.handover = ?1 AND handed.application = application.id
        AND (handed.receiver = application.applicant OR handed.receiver IS NULL AND application.state = 'withdrawn')
        AND (application.customer IS NULL OR handed.state <> 'granted'
          OR application.customer IN (SELECT customer FROM handed_customer WHERE handover = ?1 AND is_back))
      """, [handover])
  }

  /// The open tasks of others' customers with which somebody helps (R10.5).
  package func helps(of giver: PersonID) throws -> [TaskID] {
    try connection.query(
      """
      SELECT task.id FROM task_helper JOIN task ON task.id = task_helper.task
      WHERE task_helper.person = ? AND NOT task.is_over ORDER BY task.id
      """, [giver]
    ) { $0.id(0) }
  }

  /// Who holds the customer of the task helps with it anyhow.
  package func move(help task: TaskID, of giver: PersonID, to receiver: PersonID?, in handover: HandoverID)
    throws
  {
    try connection.run("DELETE FROM task_helper WHERE task = ? AND person = ?", [task, giver])
    let added = try connection.run(
      """
      INSERT OR IGNORE INTO task_helper SELECT ?2, id FROM task
      WHERE id = ?1 AND ?2 IS NOT NULL AND (SELECT owner FROM customer WHERE id = task.customer) IS NOT ?2
      """, [task, receiver])
    try connection.run(
      "INSERT INTO handed_help VALUES (?, ?, ?, ?)", [handover, task, giver, added == 1 ? receiver : nil])
  }

  package func takeHelpBack(of handover: HandoverID) throws {
    try connection.run(
      """
      DELETE FROM task_helper WHERE (task, person) IN (SELECT task, receiver FROM handed_help WHERE handover = ?)
      """, [handover])
    try connection.run(
      "INSERT OR IGNORE INTO task_helper SELECT helper, task FROM handed_help WHERE handover = ?", [handover])
  }
}

/// A handover as it was begun.
package struct HandoverRecord: Sendable {
  package let id: HandoverID
  package let giver: PersonID?
  package let actor: PersonID
  package let at: Instant
  package let takenBackAt: Instant?
}

/// A customer that went from one opportunity to another: nil where it came out of the sea, or went there.
package struct HandedCustomer: Sendable {
  package let customer: CustomerID
  package let former: OpportunityID?
  package let opportunity: OpportunityID?
  /// As it stood before.
  package let state: CustomerState
  /// The event that said so.
  package let event: Int64

  package init(
    customer: CustomerID, former: OpportunityID?, opportunity: OpportunityID?, state: CustomerState,
    event: Int64
  ) {
    self.customer = customer
    self.former = former
    self.opportunity = opportunity
    self.state = state
    self.event = event
  }
}
