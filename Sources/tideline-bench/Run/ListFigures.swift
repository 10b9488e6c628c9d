import Domain
import Services
import Storage

/// "My opportunities": the rows of a library, and all that the screen says of it.
struct ListFigures {
  let base: BenchBase

  func figures() throws -> [Figure] {
    let library = Store(
      try Connection(path: base.path, access: .read, cacheKiB: BenchBase.readerKiB)
    ).library
    let floor = try LibraryFloor(base)
    let size = try library.rows(of: base.agent(0), overAt: base.now).count
    var rows = try Comparison.figure("library, \(size) rows", rounds: 400) {
      _ = try library.rows(of: base.agent($0), overAt: base.now)
    } floor: {
      try floor.rows(of: base.agent($0))
    }
    rows.remark = "floor: the same rows"
    var view = try view("list page (LibraryView)", floor.view)
    view.remark = "rows, slots, counters, alerts; floor: the same statements"
    var page = try self.view("  beside its first 50 rows", floor.page)
    page.remark = "floor: 50 rows and nothing else"
    return [rows, view, page]
  }

  private func view(_ name: String, _ floor: (PersonID) throws -> Void) throws -> Figure {
    try Comparison.figure(name, rounds: 400) {
      _ = try LibraryView.read(by: base.agent($0), at: base.now, in: base.reader)
    } floor: {
      try floor(base.agent($0))
    }
  }
}

private struct LibraryFloor {
  private let now: Int64
  private let today: Int64
  private let person: BareStatement
  private let whole: BareStatement
  private let first: BareStatement
  private let counts: [BareStatement]
  private let dayCounts: [BareStatement]

  private static let list = """
    SELECT id, name, initials, place, state, intent, stage, flow_back_at, warned_at, clock, next_contact,
      last_note_at, last_outcome, entered_at, tries
    FROM customer WHERE owner = ? ORDER BY flow_back_at, id
    """

  init(_ base: BenchBase) throws {
    now = base.now.seconds
    today = base.rules.calendar.start(of: base.rules.calendar.day(of: base.now)).seconds
    person = try base.bare.statement("SELECT id, name, department, capacity FROM person WHERE id = ?")
    whole = try base.bare.statement(LibraryFloor.list)
    first = try base.bare.statement(LibraryFloor.list + " LIMIT 50")
    counts = try [
      "SELECT count(*) FROM customer WHERE owner = ?1 AND state <> 'signed'",
      "SELECT count(*) FROM alert WHERE person = ?1 AND id > (SELECT alerts_seen_to FROM person WHERE id = ?1)",
    ].map(base.bare.statement)
    let reached = """
      SELECT count(DISTINCT customer) FROM note JOIN customer ON customer.id = note.customer
      WHERE author = ? AND at >= ? AND taken_back_at IS NULL AND note.kind = 'call'
        AND outcome IN ('connected', 'interested', 'appointment')
      """
    let entered =
      "SELECT count(*) FROM opportunity WHERE holder = ? AND entered_at >= ? AND way_in = 'picked'"
    dayCounts = try [reached, reached + " AND customer.intent IN ('A', 'B')", entered, entered]
      .map(base.bare.statement)
  }

  func rows(of agent: PersonID) throws { try whole(.integer(agent.value)) }

  func page(of agent: PersonID) throws { try first(.integer(agent.value)) }

  func view(of agent: PersonID) throws {
    try person(.integer(agent.value))
    try whole(.integer(agent.value))
    for count in counts { try count(.integer(agent.value)) }
    for count in dayCounts { try count(.integer(agent.value), .integer(today)) }
  }
}
