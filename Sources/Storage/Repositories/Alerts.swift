import Domain

/// What the engine has to tell somebody.
package struct Alerts {
  let connection: Connection

  /// - Parameter next: the next contact that comes too late, or came to nothing (R4.17).
  package func add(
    _ kind: AlertKind, to person: PersonID, on customer: CustomerID?, due: Instant, clock: String,
    next: NextContact? = nil, remark: String? = nil, of handover: HandoverID? = nil, at now: Instant
  ) throws {
    try connection.run(
      """
      INSERT INTO alert (person, customer, kind, at, due, clock, remark, next_contact, next_is_agreed, next_purpose,
        handover)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        person, customer, kind.rawValue, now, due, clock, remark, next?.at, next?.isAgreed ?? false,
        next?.purpose ?? "", handover,
      ])
  }

  /// Tells somebody of so many customers at once.
  package func add(_ kind: AlertKind, to person: PersonID, count: Int, due: Instant, at now: Instant) throws {
    try connection.run(
      "INSERT INTO alert (person, kind, at, due, clock, count) VALUES (?, ?, ?, ?, '', ?)",
      [person, kind.rawValue, now, due, count])
  }

  /// Tells somebody of so many more customers of a handover, in one alert (R2.6).
  ///
  /// - Parameter remark: whose they were, or who has them now.
  package func add(
    _ kind: AlertKind, to person: PersonID, count: Int, of handover: HandoverID, remark: String,
    at now: Instant
  ) throws {
    let told = try connection.run(
      "UPDATE alert SET count = count + ? WHERE handover = ? AND person = ? AND kind = ?",
      [count, handover, person, kind.rawValue])
    if told > 0 { return }
    try connection.run(
      """
      INSERT INTO alert (person, kind, at, due, clock, count, remark, handover) VALUES (?, ?, ?, ?, '', ?, ?, ?)
      """, [person, kind.rawValue, now, now, count, remark, handover])
  }

  /// The customer was not handed over after all: neither of the two is told of it any more.
  package func takeBack(_ customer: CustomerID, of handover: HandoverID, between people: [PersonID]) throws {
    try connection.run("DELETE FROM alert WHERE handover = ? AND customer = ?", [handover, customer])
    for person in people {
      try connection.run(
        "UPDATE alert SET count = count - 1 WHERE handover = ? AND person = ? AND customer IS NULL",
        [handover, person])
    }
    try connection.run("DELETE FROM alert WHERE handover = ? AND count = 0", [handover])
  }

  /// Tells somebody of what is about no customer, in the words of who says it.
  ///
  /// - Parameter count: of so many customers.
  package func tell(
    _ kind: AlertKind, _ person: PersonID, due: Instant, remark: String, count: Int? = nil, at now: Instant
  ) throws {
    try connection.run(
      "INSERT INTO alert (person, kind, at, due, clock, remark, count) VALUES (?, ?, ?, ?, '', ?, ?)",
      [person, kind.rawValue, now, due, remark, count])
  }

  /// What was said at that moment is unsaid.
  package func takeBack(_ kind: AlertKind, to person: PersonID, toldAt moment: Instant) throws {
    try connection.run(
      "DELETE FROM alert WHERE person = ? AND kind = ? AND at = ?", [person, kind.rawValue, moment])
  }

  /// Tells somebody of an application (R5.8), and of the customer that came of it, where one did.
  package func add(
    _ kind: AlertKind, to person: PersonID, about application: ApplicationID, on customer: CustomerID?,
    due: Instant, at now: Instant
  ) throws {
    try connection.run(
      "INSERT INTO alert (person, customer, kind, at, due, clock, application) VALUES (?, ?, ?, ?, ?, '', ?)",
      [person, customer, kind.rawValue, now, due, application])
  }

  /// Tells every agent but one that a customer is open to all (R4.2).
  package func announce(
    _ customer: CustomerID, except holder: PersonID, due: Instant, clock: String, at now: Instant
  )
    throws
  {
    try connection.run(
      """
      INSERT INTO alert (person, customer, kind, at, due, clock)
      SELECT id, ?, 'opened', ?, ?, ? FROM person
      WHERE is_active AND id <> ? AND id IN (SELECT person FROM person_role WHERE role = 'agent') ORDER BY id
      """, [customer, now, due, clock, holder])
  }

  /// Tells everybody of a role.
  package func add(
    _ kind: AlertKind, toAll role: Role, on customer: CustomerID, due: Instant, at now: Instant
  ) throws {
    try connection.run(
      """
      INSERT INTO alert (person, customer, kind, at, due, clock)
      SELECT id, ?, ?, ?, ?, '' FROM person
      WHERE is_active AND id IN (SELECT person FROM person_role WHERE role = ?) ORDER BY id
      """, [customer, kind.rawValue, now, due, role.rawValue])
  }

  /// The newest first.
  package func list(of person: PersonID, limit: Int) throws -> [Alert] {
    try connection.query(
      """
      SELECT alert.id, alert.customer, coalesce(customer.name, application.name), alert.kind, alert.at,
        alert.due, alert.clock, alert.id > person.alerts_seen_to, alert.count, alert.application,
        coalesce(alert.remark, CASE alert.kind
          WHEN 'request_refused' THEN (SELECT remark FROM request
            WHERE asker = alert.person AND request.customer IS alert.customer AND answered_at = alert.at)
          WHEN 'application_refused' THEN application.reason END),
        alert.next_contact, alert.next_is_agreed, alert.next_purpose
      FROM alert LEFT JOIN customer ON customer.id = alert.customer
      LEFT JOIN application ON application.id = alert.application JOIN person ON person.id = alert.person
      WHERE alert.person = ? ORDER BY alert.id DESC LIMIT ?
      """, [person, limit]
    ) { row in
      Alert(
        id: row.id(0), customer: row.optionalID(1), customerName: row.optionalText(2) ?? "",
        kind: AlertKind(rawValue: row.text(3)) ?? .warned, at: row.instant(4), due: row.instant(5),
        clock: row.text(6), isNew: row.bool(7), count: row.optionalInteger(8).map(Int.init),
        application: row.optionalID(9), remark: row.optionalText(10) ?? "",
        next: row.nextContact(11, 12, 13))
    }
  }

  /// How many there are since the person's last look.
  package func unseen(of person: PersonID) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM alert
      WHERE person = ?1 AND id > (SELECT alerts_seen_to FROM person WHERE id = ?1)
      """, [person]
    ) { $0.int(0) } ?? 0
  }

  package func markSeen(by person: PersonID, to alert: AlertID) throws {
    try connection.run(
      "UPDATE person SET alerts_seen_to = max(alerts_seen_to, ?) WHERE id = ?", [alert, person])
  }
}

package enum AlertKind: String, Sendable, CaseIterable {
  /// A customer is about to flow back (R4.7).
  case warned
  /// A customer flowed back (R4.18).
  case flowedBack = "flowed_back"
  /// A customer is open to everybody (R4.2).
  case opened
  /// A request was answered (R4.8).
  case requestGranted = "request_granted"
  case requestRefused = "request_refused"
  /// The customer that was asked back has left the sea another way (R4.17).
  case requestEnded = "request_ended"
  /// A manager took a release by rule back (R4.16).
  case takenBack = "taken_back"
  /// New rules brought the due nearer (R4.15).
  case dueMoved = "due_moved"
  /// Past its expected buying time: what is its level now? (R4.3)
  case levelAsked = "level_asked"
  /// So many customers will flow back unless a manager says otherwise: he is asked before the night (R4.13).
  case forecast
  /// Support has answered (R5.8): enter it yourself, it is yours, or no.
  case applicationEnter = "application_enter"
  case applicationGranted = "application_granted"
  case applicationRefused = "application_refused"
  /// What support allowed was not used in time.
  case applicationLapsed = "application_lapsed"
  /// For the manager: support has not answered in time (R5.7).
  case applicationLate = "application_late"
  /// For the manager: the clerk applied for an agent of his (R8.4).
  case specialApplication = "special_application"
  /// An order was confirmed (R3.1).
  case signed
  /// For the clerk: an order waits to be confirmed (R4.19).
  case orderWaits = "order_waits"
  /// A signed customer enters its renewal (R9.1).
  case enteringRenewal = "entering_renewal"
  /// A customer collides with another since it was changed: for its holder, and for support to judge (R5.7).
  case unprotected
  case toJudge = "to_judge"
  /// Support has not judged in time.
  case judgeLate = "judge_late"
  case judgedFor = "judged_for"
  /// A customer was merged with another, which somebody else holds (R3.11).
  case merged
  /// A customer went to somebody else, or came to the one who is told (R5.7).
  case transferred, received
  /// The other one of a pair has signed (R3.10).
  case pairSigned = "pair_signed"
  /// Somebody hands on what he learned (R5.3).
  case told
  /// Something is to be done, or was changed, or is over, with which he helps (R10.5).
  case taskAdded = "task_added"
  case taskChanged = "task_changed"
  case taskOver = "task_over"
  /// A manager sent the list of the next day back (R8.2).
  case listReturned = "list_returned"
  /// He stands in for a colleague on some days; somebody does so for him (R2.6).
  case covers, covered
  /// For the manager: so many customers are still held by somebody who works here no more (R2.4).
  case leftBehind = "left_behind"
  /// He works in another department now, and his customers with him (R4.15).
  case moved
  /// So many lists were unchecked at the close, and nobody else is there to check them (R8.2).
  case eveningOpen = "evening_open"
  /// A manager set his customer aside (R2.4).
  case voided, deactivated
  /// Somebody helps with a customer, or does no more; who works on it together did something (R3.8).
  case helpBegan = "help_began"
  case helpEnded = "help_ended"
  case helpedChanged = "helped_changed"
}

package struct Alert: Sendable {
  package let id: AlertID
  /// Nil where it is about many, or about what was applied for only.
  package let customer: CustomerID?
  /// What it is called, or what was applied for; empty where it is about many.
  package let customerName: String
  package let kind: AlertKind
  package let at: Instant
  package let due: Instant
  package let clock: String
  package let isNew: Bool
  /// How many customers it is about; nil for one.
  package let count: Int?
  /// The application it is about (R5.8).
  package let application: ApplicationID?
  /// What was said with a refusal (R8.4).
  package let remark: String
  /// What was planned beyond the due, or was planned when the customer left (R4.17).
  package let next: NextContact?
}
