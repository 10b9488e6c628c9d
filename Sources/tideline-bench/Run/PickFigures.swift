import Domain
import Services

/// A pick, with the whole gate: rights, capacity, daily limit, callable numbers, collision. Each is given back at once,
/// untimed, so that the library stays as full as it was.
struct PickFigures {
  let base: BenchBase
  private static let rounds = 200
  /// Rounds of two picks, below the policy's daily limit.
  private static let aDay = 7
  private static let mostPickers = 10

  func figures() throws -> [Figure] {
    let floor = try PickFloor(try base.bareWriter(), at: base.now)
    let customers = try base.drawn(
      3 * PickFigures.rounds, where: "state = 'unassigned' AND released_at < \(base.now.seconds - 3600)",
      seed: 51)
    let comparison = try ActComparison(base)
    let few = Set(stride(from: 2, to: customers.count, by: 3).map { customers[$0] })
    let figure = try comparison.figure("pick", customers: customers) { id, round, house in
      try PickCustomer(id).perform(by: picker(round), at: moment(round), in: house)
    } smaller: { id, round in
      try floor.pick(id, by: picker(round))
    } undo: { id, round in
      if few.contains(id) { return try floor.release(id) }
      try ReleaseCustomer(id, reason: .other)
        .perform(by: picker(round), at: moment(round), in: comparison.house)
    }
    floor.connection.checkpoint()
    return [figure]
  }

  private var pickers: Int { min(PickFigures.mostPickers, base.agents.count) }

  private func picker(_ round: Int) -> PersonID { base.agent(round % pickers) }

  private func moment(_ round: Int) -> Instant {
    base.now + Int64(round / pickers / PickFigures.aDay) * 86_400
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
