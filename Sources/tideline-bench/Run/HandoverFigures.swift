import CommandLine
import Domain
import Glibc
import Services

/// What it takes to hand a library over and to take that back while others write (R2.6), beside the same rows written in
/// bare SQLite; and what it costs those who write.
struct HandoverFigures {
  let base: BenchBase
  let writers: Int
  let customers: Int
  private static let rounds = 5

  func measure(_ show: (Figure) -> Void) throws {
    let (giver, receiver) = (base.agent(0), base.agent(1))
    try makeRoom(giver, receiver)
    let held = try base.bare.statement("SELECT id FROM customer WHERE owner = ? ORDER BY id")
      .integers(.integer(giver.value))
    let floor = try HandoverFloor(try base.bareWriter(), at: base.now)
    let bare = try (0..<HandoverFigures.rounds).map { _ in
      let took = try Stopwatch.milliseconds { try floor.move(held, to: receiver.value) }
      try floor.move(held, to: giver.value)
      return took
    }
    floor.connection.checkpoint()
    let beside = Writers(path: base.path, count: writers, sparing: giver)
    let alone = try beside.written(at: base.now) { sleep(Writers.secondsAlone) }
    var (there, back, moved) = ([Double](), [Double](), 0)
    let noted = try beside.written(at: base.now) {
      let (house, director) = (try base.writer(), try base.director)
      for _ in 0..<HandoverFigures.rounds {
        var outcome: HandoverOutcome?
        there.append(
          try Stopwatch.milliseconds {
            outcome = try HandOver(.person(giver), to: .person(receiver)).perform(
              by: director, at: base.now, in: house)
          })
        moved = outcome?.moved.count ?? 0
        guard let id = outcome?.id else { continue }
        back.append(
          try Stopwatch.milliseconds {
            try TakeBackHandover(id).perform(by: director, at: base.now, in: house)
          })
      }
    }
    for (name, took) in [("handover", there), ("handover taken back", back)] {
      show(
        Figure(
          name: "\(name) beside \(writers) writers", ours: Samples(took), floor: Samples(bare),
          remark: "\(moved) customers; floor: the same rows in one transaction, nobody beside it"))
    }
    var notes = Figure(name: "note beside a handover", ours: noted, floor: alone)
    notes.remark =
      "floor: the same without one, p99 \(Figure.text(alone.at(0.99))) max \(Figure.text(alone.most))"
    show(notes)
  }

  /// The giver holds so many, the receiver has room for all.
  private func makeRoom(_ giver: PersonID, _ receiver: PersonID) throws {
    let bare = try base.bareWriter()
    let spare = try bare.statement(
      """
      SELECT id FROM customer WHERE owner = ?1 AND state IN ('pending', 'following') ORDER BY id DESC
      LIMIT max(0, (SELECT count(*) FROM customer WHERE owner = ?1) - ?2)
      """
    ).integers(.integer(giver.value), .integer(Int64(customers)))
    try HandoverFloor(bare, at: base.now).move(spare, to: base.agent(2).value)
    try bare.statement("UPDATE person SET capacity = 100000 WHERE id = ?")(.integer(receiver.value))
  }
}

/// BEGIN IMMEDIATE; of each customer the end of its opportunity, a new one, what the customer says of them, what was
/// handed over and two audit events; COMMIT.
private struct HandoverFloor {
  let connection: BareConnection
  private let now: Instant
  private let begin, ended, left, opened, taken, event, handed, commit: BareStatement

  init(_ connection: BareConnection, at now: Instant) throws {
    self.connection = connection
    self.now = now
    begin = try connection.statement("BEGIN IMMEDIATE")
    ended = try connection.statement(
      "UPDATE opportunity SET ended_at = ?2, end_reason = 'transferred' WHERE customer = ?1 AND ended_at IS NULL"
    )
    left = try connection.statement(
      """
      UPDATE customer SET owner = NULL, opportunity = NULL, state = 'unassigned', flow_back_at = NULL, wake_at = NULL,
        clock = NULL, warned_at = NULL, released_at = ?2 WHERE id = ?1
      """)
    opened = try connection.statement(
      """
      INSERT INTO opportunity (customer, holder, department, policy, way_in, entered_at)
      SELECT ?1, id, department, 'channel', 'transferred', ?3 FROM person WHERE id = ?2
      """)
    taken = try connection.statement(
      """
      UPDATE customer SET owner = ?2, opportunity = (
          SELECT id FROM opportunity WHERE customer = ?1 AND ended_at IS NULL), entered_at = ?3, state = 'pending',
        flow_back_at = ?3 + 2592000, wake_at = ?3 + 2000000, clock = 'note' WHERE id = ?1
      """)
    event = try connection.statement(
      "INSERT INTO event (at, origin, act, customer, detail) VALUES (?2, 'screen', 'transfer', ?1, '{}')")
    handed = try connection.statement(
      """
      INSERT OR REPLACE INTO handed_customer (handover, customer, state, event)
      VALUES (0, ?1, 'pending', last_insert_rowid())
      """)
    commit = try connection.statement("COMMIT")
    try connection.run("PRAGMA foreign_keys = OFF")
  }

  func move(_ customers: [Int64], to receiver: Int64) throws {
    let (moment, receiver) = (BareStatement.Value.integer(now.seconds), BareStatement.Value.integer(receiver))
    try begin()
    for id in customers.map(BareStatement.Value.integer) {
      try ended(id, moment)
      try left(id, moment)
      try event(id, moment)
      try opened(id, receiver, moment)
      try taken(id, receiver, moment)
      try event(id, moment)
      try handed(id)
    }
    try commit()
  }
}
