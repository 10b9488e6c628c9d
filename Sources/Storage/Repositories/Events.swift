import Domain

/// What happened: who, when, from where, what, before and after (R2.5). Events are only ever added.
package struct Events {
  let connection: Connection

  /// - Parameter detail: a JSON object.
  package func add(
    _ act: Act, on customer: CustomerID?, by actor: PersonID?, from origin: String, at now: Instant,
    detail: String
  ) throws {
    try connection.run(
      "INSERT INTO event (at, actor, origin, act, customer, detail) VALUES (?, ?, ?, ?, ?, ?)",
      [now, actor, origin, act.rawValue, customer, detail])
  }

  /// The newest first. Nil for a customer means all events.
  package func list(of customer: CustomerID?, limit: Int) throws -> [RecordedEvent] {
    guard let customer else { return try list(where: "1", [limit]) }
    return try list(where: "event.\(try ofCustomer(customer))", [limit, customer])
  }

  /// Its own, and those of the customers that were merged into it (R3.11).
  /// Nearly every customer has none, and its events come in the order of the index.
  func ofCustomer(_ customer: CustomerID) throws -> String {
    let hasMerged = try !Customers(connection: connection).merged(into: customer).isEmpty
    return hasMerged
      ? "customer IN (SELECT ?2 UNION ALL SELECT id FROM customer WHERE merged_into = ?2)" : "customer = ?2"
  }

  /// The events of the customers that these people hold, the newest first.
  ///
  /// - Parameter former: also those of what left them, up to that moment.
  package func list(
    ofCustomersOf holders: [PersonID], andFormer former: Bool, limit: Int
  ) throws -> [RecordedEvent] {
    let ids = holders.map { String($0.value) }.joined(separator: ",")
    let held = "event.customer IN (SELECT id FROM customer WHERE owner IN (SELECT value FROM json_each(?2)))"
    let left = """
      event.at <= (SELECT max(ended_at) FROM opportunity
        WHERE opportunity.customer = event.customer AND holder IN (SELECT value FROM json_each(?2)))
      """
    return try list(where: former ? "(\(held) OR \(left))" : held, [limit, "[\(ids)]"])
  }

  /// The event by which a customer left these people last; nil where they never held it.
  package func lastHeld(_ customer: CustomerID, by holders: [PersonID]) throws -> Int64? {
    let ids = holders.map { String($0.value) }.joined(separator: ",")
    let ended = try connection.first(
      """
      SELECT max(ended_at) FROM opportunity
      WHERE customer = ? AND holder IN (SELECT value FROM json_each(?)) AND end_reason <> 'undone'
      """, [customer, "[\(ids)]"]
    ) { $0.optionalInstant(0) }
    guard let ended = ended ?? nil else { return nil }
    // A rule's release is recorded when the engine comes, and is what they still read of it.
    return try connection.first(
      """
      SELECT coalesce(
        (SELECT min(id) FROM event WHERE customer = ?1 AND at >= ?2 AND act IN ('flow_back', 'release', 'lost', 'void', 'deactivate')),
        (SELECT max(id) FROM event WHERE customer = ?1 AND at <= ?2))
      """, [customer, ended]
    ) { $0.integer(0) }
  }

  private func list(where condition: String, _ values: [any Bindable]) throws -> [RecordedEvent] {
    try connection.query(
      """
      SELECT event.id, event.at, person.login, person.name, event.origin, event.act, event.customer, event.detail,
        coalesce(detail ->> '$.facts.undone', detail ->> '$.facts.taken_back', detail ->> '$.facts.withdrawn')
          IS NOT NULL
      FROM event LEFT JOIN person ON person.id = event.actor WHERE \(condition) ORDER BY event.id DESC LIMIT ?1
      """, values
    ) { row in
      RecordedEvent(
        id: row.integer(0), at: row.instant(1), login: row.optionalText(2), name: row.optionalText(3),
        origin: row.text(4), act: row.text(5), customer: row.optionalID(6), detail: row.text(7),
        isUndo: row.bool(8))
    }
  }

  /// The last act of a person, where it is one that can be taken back.
  package func lastUndoable(by actor: PersonID) throws -> UndoableEvent? {
    try connection.first(
      """
      SELECT id, act, customer, detail ->> '$.facts.note', detail ->> '$.facts.released', detail ->> '$.facts.handover'
      FROM event
      WHERE actor = ? AND act IN ('pick', 'release', 'swap', 'note', 'transfer') AND act <> 'import'
        AND detail ->> '$.facts.undone' IS NULL AND detail ->> '$.facts.taken_back' IS NULL
      ORDER BY id DESC LIMIT 1
      """, [actor]
    ) { row in
      UndoableEvent(
        event: row.integer(0), act: row.text(1), customer: row.id(2), note: row.optionalText(3),
        released: row.optionalText(4), handover: row.optionalText(5))
    } ?? nil
  }

  /// Whether somebody else, the engine included, did something to the customer after this event.
  package func hasOthers(since event: Int64, on customer: CustomerID, than actor: PersonID) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM event WHERE customer = ? AND id > ? AND actor IS NOT ? LIMIT 1",
      [customer, event, actor]
    ) { _ in true } ?? false
  }

  /// The number of the newest event: with `data_version`, what tells whether a change touches a screen.
  package func newest() throws -> Int64 {
    try connection.first("SELECT max(id) FROM event") { $0.integer(0) } ?? 0
  }
}

/// One audit event as it was recorded.
package struct RecordedEvent: Sendable {
  package let id: Int64
  package let at: Instant
  /// Nil for the engine.
  package let login: String?
  package let name: String?
  package let origin: String
  package let act: String
  package let customer: CustomerID?
  /// A JSON object.
  package let detail: String
  /// Whether it took back what the act does.
  package let isUndo: Bool

  /// Who did what, when and with which customer, and nothing of it beyond (R2.5).
  package var withoutValues: RecordedEvent {
    RecordedEvent(
      id: id, at: at, login: login, name: name, origin: origin, act: act, customer: customer,
      detail: isUndo ? "{\"facts\":{\"undone\":\"true\"}}" : "{}", isUndo: isUndo)
  }
}

/// An act that can be taken back.
package struct UndoableEvent: Sendable {
  package enum What: Sendable {
    case release, pick
    case note(NoteID)
    case swap(released: CustomerID)
    /// With all that went in it (R2.6).
    case handover(HandoverID)
  }

  package let event: Int64
  package let act: Act
  package let customer: CustomerID
  package let what: What

  init?(
    event: Int64, act: String, customer: CustomerID, note: String?, released: String?, handover: String?
  ) {
    guard let act = Act(rawValue: act) else { return nil }
    self.event = event
    self.act = act
    self.customer = customer
    if let handover = handover.flatMap(Int64.init) {
      what = .handover(HandoverID(handover))
      return
    }
    switch act {
    case .release: what = .release
    case .pick: what = .pick
    case .note:
      guard let note = note.flatMap(Int64.init) else { return nil }
      what = .note(NoteID(note))
    case .swap:
      guard let released = released.flatMap({ CustomerID(codeOrID: $0) }) else { return nil }
      what = .swap(released: released)
    default: return nil
    }
  }
}
