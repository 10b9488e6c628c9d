import Domain
import Services

/// A pick, with the whole gate: rights, capacity, daily limit, callable numbers, collision. Each is given back at once,
/// untimed, so that the library stays as full as it was.
struct PickFigures {
  let base: BenchBase
  private static let rounds = 200
  /// Below the policy's daily limit.
  private static let aDay = 15

  func figures() throws -> [Figure] {
    let house = try base.writer()
    let floor = try PickFloor(try base.bareWriter(), at: base.now)
    let customers = try base.drawn(
      2 * PickFigures.rounds, where: "state = 'unassigned' AND released_at < \(base.now.seconds - 3600)",
      seed: 51)
    let pickers = base.agents.prefix(10)
    var (mine, bare) = ([Double](), [Double]())
    for round in 0..<min(PickFigures.rounds, customers.count / 2) {
      let agent = pickers[round % pickers.count]
      let moment = base.now + Int64(round / pickers.count / PickFigures.aDay) * 86_400
      let (one, other) = (customers[2 * round], customers[2 * round + 1])
      mine.append(
        try Stopwatch.milliseconds { try PickCustomer(one).perform(by: agent, at: moment, in: house) })
      try ReleaseCustomer(one, reason: .other).perform(by: agent, at: moment, in: house)
      bare.append(try Stopwatch.milliseconds { try floor.pick(other, by: agent) })
      try floor.release(other)
    }
    floor.connection.checkpoint()
    return [Figure(name: "pick", ours: Samples(mine), floor: Samples(bare), remark: "synchronous=FULL")]
  }
}

/// BEGIN IMMEDIATE, a count by owner, the conditional update, an opportunity, an audit event, COMMIT.
private struct PickFloor {
  let connection: BareConnection
  private let now: Instant
  private let begin: BareStatement
  private let held: BareStatement
  private let take: BareStatement
  private let open: BareStatement
  private let event: BareStatement
  private let commit: BareStatement
  private let release: [BareStatement]

  init(_ connection: BareConnection, at now: Instant) throws {
    self.connection = connection
    self.now = now
    begin = try connection.statement("BEGIN IMMEDIATE")
    held = try connection.statement("SELECT count(*) FROM customer WHERE owner = ?")
    take = try connection.statement(
      """
      UPDATE customer SET owner = ?2, state = 'pending', next_contact = NULL, released_by = NULL,
        flow_back_at = ?3, wake_at = ?4, clock = 'note'
      WHERE id = ?1 AND owner IS NULL AND state = 'unassigned'
      """)
    open = try connection.statement(
      """
      INSERT INTO opportunity (customer, holder, department, policy, way_in, entered_at)
      VALUES (?, ?, 1, 'channel', 'picked', ?)
      """)
    event = try connection.statement(
      "INSERT INTO event (at, actor, origin, act, customer, detail) VALUES (?, ?, 'screen', 'pick', ?, '{}')")
    commit = try connection.statement("COMMIT")
    release = try [
      """
      UPDATE opportunity SET ended_at = entered_at, end_reason = 'undone'
      WHERE customer = ? AND ended_at IS NULL
      """,
      """
      UPDATE customer SET owner = NULL, state = 'unassigned', flow_back_at = NULL, wake_at = NULL, clock = NULL
      WHERE id = ?
      """,
    ].map(connection.statement)
  }

  func pick(_ customer: CustomerID, by agent: PersonID) throws {
    let (id, owner): (BareStatement.Value, BareStatement.Value) = (
      .integer(customer.value), .integer(agent.value)
    )
    try begin()
    try held(owner)
    try take(id, owner, .integer(now.seconds + 30 * 86_400), .integer(now.seconds + 23 * 86_400))
    try open(id, owner, .integer(now.seconds))
    try event(.integer(now.seconds), owner, id)
    try commit()
  }

  func release(_ customer: CustomerID) throws {
    for statement in release { try statement(.integer(customer.value)) }
  }
}
