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
    return try list(where: "event.customer = ?2", [limit, customer])
  }

  /// The events of the customers that these people hold, the newest first.
  package func list(ofCustomersOf holders: [PersonID], limit: Int) throws -> [RecordedEvent] {
    let ids = holders.map { String($0.value) }.joined(separator: ",")
    return try list(
      where: "event.customer IN (SELECT id FROM customer WHERE owner IN (SELECT value FROM json_each(?2)))",
      [limit, "[\(ids)]"])
  }

  private func list(where condition: String, _ values: [any Bindable]) throws -> [RecordedEvent] {
    try connection.query(
      """
      SELECT event.id, event.at, person.login, person.name, event.origin, event.act, event.customer, event.detail
      FROM event LEFT JOIN person ON person.id = event.actor WHERE \(condition) ORDER BY event.id DESC LIMIT ?1
      """, values
    ) { row in
      RecordedEvent(
        id: row.integer(0), at: row.instant(1), login: row.optionalText(2), name: row.optionalText(3),
        origin: row.text(4), act: row.text(5), customer: row.optionalID(6), detail: row.text(7))
    }
  }

  /// The last act of a person, where it is one that can be taken back.
  package func lastUndoable(by actor: PersonID) throws -> UndoableEvent? {
    let last = try connection.first(
      """
      SELECT act, customer, detail ->> '$.facts.note', detail ->> '$.facts.undone' FROM event
      WHERE actor = ? AND act <> 'import' ORDER BY id DESC LIMIT 1
      """, [actor]
    ) {
      (
        act: $0.text(0), customer: $0.optionalID(1, as: CustomerID.self), note: $0.optionalText(2),
        isUndo: !$0.isNull(3)
      )
    }
    guard let last, let customer = last.customer, !last.isUndo else { return nil }
    if last.act == Act.release.rawValue { return .release(customer) }
    guard last.act == Act.note.rawValue, let note = last.note.flatMap(Int64.init) else { return nil }
    return .note(NoteID(note), customer)
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
}

/// An act that can be taken back.
package enum UndoableEvent: Sendable {
  case release(CustomerID)
  case note(NoteID, CustomerID)
}
