import Domain

/// The recorded contacts (R6.1). A note is never changed; taking one back leaves it in place, marked (R6.5).
package struct Notes {
  let connection: Connection

  package func add(
    _ entry: NoteEntry, of opportunity: Opportunity, by author: PersonID, renewals: Renewals, triesInRow: Int,
    dueBefore: Instant? = nil, at now: Instant
  ) throws -> NoteID {
    try connection.run(
      """
      INSERT INTO note (customer, opportunity, author, at, contact_at, kind, outcome, text, met, place, number,
        intent, stage, next_contact, renewals, tries, intent_before, stage_before, next_contact_before,
        next_agreed_before, mark_before, ended_at, cost, next_purpose, due_before, next_purpose_before)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, intent, stage, next_contact, next_is_agreed,
        (SELECT mark FROM number WHERE customer = ?1 AND dialled = ?11), ?, ?, ?, ?,
        next_purpose
      FROM customer WHERE id = ?1
      """,
      [
        opportunity.customer, opportunity.id, author, now, entry.contactAt ?? now, entry.kind.rawValue,
        entry.outcome.rawValue, entry.text, entry.met, entry.place, entry.number, entry.intent, entry.stage,
        entry.nextContact, renewals.rawValue, triesInRow, entry.endedAt, entry.cost?.fen,
        entry.purpose, dueBefore,
      ])
    return NoteID(connection.lastInsertedID)
  }

  /// The newest first.
  package func list(of customer: CustomerID, limit: Int) throws -> [RecordedNote] {
    try connection.query(
      """
      SELECT note.id, note.at, note.contact_at, person.id, person.name, department.name, note.kind, note.outcome,
        note.text, note.met, note.place, note.next_contact, note.intent, note.stage, note.taken_back_at,
        note.ended_at, note.cost, note.number, \(Notes.corrected), note.next_purpose
      FROM note JOIN person ON person.id = note.author JOIN department ON department.id = person.department
      WHERE note.customer = ? ORDER BY note.id DESC LIMIT ?
      """, [customer, limit], recorded)
  }

  /// The last note that counts of each of these customers.
  package func last(of customers: [CustomerID]) throws -> [CustomerID: RecordedNote] {
    var last: [CustomerID: RecordedNote] = [:]
    for customer in customers {
      last[customer] = try list(of: customer, limit: 4).first { $0.takenBackAt == nil }
    }
    return last
  }

  private static let corrected =
    "(SELECT text FROM note_correction WHERE note = note.id ORDER BY id DESC LIMIT 1)"

  package func find(_ note: NoteID) throws -> CorrectableNote? {
    try connection.first(
      """
      SELECT customer, author, coalesce(\(Notes.corrected), text), taken_back_at IS NOT NULL FROM note WHERE id = ?
      """, [note]
    ) {
      CorrectableNote(customer: $0.id(0), author: $0.id(1), text: $0.text(2), isTakenBack: $0.bool(3))
    }
  }

  package func correct(_ note: NoteID, text: String) throws {
    try connection.run("INSERT INTO note_correction (note, text) VALUES (?, ?)", [note, text])
  }

  /// Marks a note as taken back (R6.5): it stays readable, and counts for nothing.
  package func takeBack(_ note: NoteID, at now: Instant) throws {
    try connection.run(
      "UPDATE note SET taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL", [now, note])
  }

  /// The notes of an opportunity that still count, oldest first, with what each renewed.
  package func renewals(of opportunity: Opportunity) throws -> [NoteRenewal] {
    try connection.query(
      """
      SELECT id, at, renewals, tries, outcome, next_contact, number, author, intent_before, stage_before,
        next_contact_before, next_agreed_before, mark_before, next_purpose_before
      FROM note WHERE customer = ? AND opportunity = ? AND taken_back_at IS NULL ORDER BY id
      """, [opportunity.customer, opportunity.id]
    ) { row in
      NoteRenewal(
        note: row.id(0), at: row.instant(1), renewals: Renewals(rawValue: row.int(2)), triesInRow: row.int(3),
        outcome: Outcome(rawValue: row.text(4)), nextContact: row.optionalInstant(5),
        number: row.optionalText(6), author: row.id(7), intentBefore: row.text(8), stageBefore: row.int(9),
        nextBefore: row.nextContact(10, 11, 13),
        markBefore: row.optionalText(12).flatMap(NumberMark.init(rawValue:)))
    }
  }

  /// How many notes of an opportunity count, and when the last was written.
  package func count(in opportunity: OpportunityID) throws -> (count: Int, last: Instant?) {
    try connection.first(
      """
      SELECT count(*), max(at) FROM note
      WHERE customer = (SELECT customer FROM opportunity WHERE id = ?1) AND opportunity = ?1 AND taken_back_at IS NULL
      """, [opportunity]
    ) { ($0.int(0), $0.optionalInstant(1)) } ?? (0, nil)
  }

  /// When somebody last reached the customer with one of these outcomes.
  package func lastReached(_ customer: CustomerID, outcomes: [Outcome]) throws -> Instant? {
    try connection.first(
      """
      SELECT at FROM note WHERE customer = ? AND taken_back_at IS NULL
        AND outcome IN (\(Notes.quoted(outcomes.map(\.rawValue)))) ORDER BY id DESC LIMIT 1
      """, [customer]
    ) { $0.instant(0) }
  }

  static func quoted(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ",")
  }

  private func recorded(_ row: Row) -> RecordedNote {
    RecordedNote(
      id: row.id(0), at: row.instant(1), contactAt: row.instant(2), author: row.id(3),
      authorName: row.text(4),
      department: row.text(5), kind: NoteKind(rawValue: row.text(6)) ?? .other,
      outcome: Outcome(rawValue: row.text(7)) ?? .connected, text: row.text(8), met: row.text(9),
      place: row.text(10), nextContact: row.optionalInstant(11), intent: row.optionalText(12),
      stage: row.optionalInteger(13).map(Int.init), takenBackAt: row.optionalInstant(14),
      endedAt: row.optionalInstant(15), cost: row.optionalInteger(16).map(Amount.init(fen:)),
      number: row.optionalText(17), corrected: row.optionalText(18), purpose: row.text(19))
  }
}

/// A note as it stands in the base.
package struct RecordedNote: Sendable {
  package let id: NoteID
  package let at: Instant
  package let contactAt: Instant
  package let author: PersonID
  package let authorName: String
  package let department: String
  package let kind: NoteKind
  package let outcome: Outcome
  package let text: String
  package let met: String
  package let place: String
  package let nextContact: Instant?
  package let intent: String?
  package let stage: Int?
  package let takenBackAt: Instant?
  package let endedAt: Instant?
  package let cost: Amount?
  /// The number that was called, as dialled.
  package let number: String?
  /// The text as it was put right last (R6.5).
  package let corrected: String?
  /// What the next contact is for (R11.8).
  package let purpose: String

  /// The next contact it set; agreed where it says so (R6.1).
  package var next: NextContact? {
    nextContact.map { NextContact(at: $0, isAgreed: outcome == .appointment, purpose: purpose) }
  }

  /// What is read of it now.
  package var saying: String { corrected ?? text }
}

/// A note as far as it may be put right.
package struct CorrectableNote: Sendable {
  package let customer: CustomerID
  package let author: PersonID
  /// As it was put right last.
  package let text: String
  package let isTakenBack: Bool
}

/// What a note that still counts did to its opportunity.
package struct NoteRenewal: Sendable {
  package let note: NoteID
  package let at: Instant
  package let renewals: Renewals
  package let triesInRow: Int
  package let outcome: Outcome?
  package let nextContact: Instant?
  /// The number that was called, as dialled.
  package let number: String?
  package let author: PersonID
  /// What the customer stood at before the note, and how its number was marked.
  package let intentBefore: String
  package let stageBefore: Int
  package let nextBefore: NextContact?
  package let markBefore: NumberMark?
}

extension RecordedNote {
  /// The history in outline: that there was a contact, and what came of it, not what was said.
  package var outline: RecordedNote {
    RecordedNote(
      id: id, at: at, contactAt: contactAt, author: author, authorName: authorName, department: department,
      kind: kind, outcome: outcome, text: "", met: "", place: "", nextContact: nil, intent: intent,
      stage: stage, takenBackAt: takenBackAt, endedAt: endedAt, cost: nil, number: nil, corrected: nil,
      purpose: "")
  }
}
