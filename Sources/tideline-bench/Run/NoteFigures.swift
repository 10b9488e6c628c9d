import Domain
import Services
import Storage

/// A note saved for good: the commit is on the disk before the call returns.
struct NoteFigures {
  let base: BenchBase
  private static let rounds = 300

  func figures() throws -> [Figure] {
    let floor = try NoteFloor(try base.bareWriter(), at: base.now)
    let customers = try base.drawn(3 * NoteFigures.rounds, where: "owner IS NOT NULL", seed: 41)
    let owner = try base.bare.statement("SELECT owner FROM customer WHERE id = ?")
    let holder = { (id: CustomerID) in PersonID(owner.integers(.integer(id.value)).first ?? 0) }
    let entry = NoteEntry(
      outcome: .connected, text: "张经理要两套样机，先看报价再定，周五回电", intent: "B", stage: 3,
      nextContact: base.now + 3 * 86_400)
    let holders = Dictionary(uniqueKeysWithValues: customers.map { ($0, holder($0)) })
    let figure = try ActComparison(base).figure("note saved", customers: customers) { id, _, house in
      try WriteNote(entry, on: id).perform(by: holders[id] ?? base.agent(0), at: base.now, in: house)
    } smaller: { id, _ in
      try floor.write(entry, on: id, by: holders[id] ?? base.agent(0))
    }
    floor.connection.checkpoint()
    return [figure]
  }
}

/// BEGIN IMMEDIATE, a note, the customer, an audit event, COMMIT.
private struct NoteFloor {
  let connection: BareConnection
  private let now: Instant
  private let begin: BareStatement
  private let note: BareStatement
  private let customer: BareStatement
  private let event: BareStatement
  private let commit: BareStatement

  init(_ connection: BareConnection, at now: Instant) throws {
    self.connection = connection
    self.now = now
    begin = try connection.statement("BEGIN IMMEDIATE")
    note = try connection.statement(
      """
      INSERT INTO note (customer, opportunity, author, at, contact_at, kind, outcome, text, met, place, number,
        intent, stage, next_contact, renewals, tries, intent_before, stage_before)
      SELECT ?1, opportunity, ?2, ?3, ?3, 'call', 'connected', ?4, '', '', NULL, 'B', 3, ?5, 1, 0, intent, stage
      FROM customer WHERE id = ?1
      """)
    customer = try connection.statement(
      """
      UPDATE customer SET state = 'following', last_note_at = ?2, last_outcome = 'connected', next_contact = ?3,
        intent = 'B', stage = 3, flow_back_at = ?4, wake_at = ?5, clock = 'note', warned_at = NULL WHERE id = ?1
      """)
    event = try connection.statement(
      "INSERT INTO event (at, actor, origin, act, customer, detail) VALUES (?, ?, 'screen', 'note', ?, ?)")
    commit = try connection.statement("COMMIT")
  }

  func write(_ entry: NoteEntry, on id: CustomerID, by author: PersonID) throws {
    let next = entry.nextContact?.seconds ?? 0
    try begin()
    try note(
      .integer(id.value), .integer(author.value), .integer(now.seconds), .text(entry.text), .integer(next))
    try customer(
      .integer(id.value), .integer(now.seconds), .integer(next), .integer(now.seconds + 30 * 86_400),
      .integer(now.seconds + 23 * 86_400))
    try event(
      .integer(now.seconds), .integer(author.value), .integer(id.value),
      .text("{\"facts\":{\"note\":\"1234567\",\"outcome\":\"connected\"}}"))
    try commit()
  }
}
