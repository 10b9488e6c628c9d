import Domain
import Services
import Storage

/// Pages of the sea: the first one, and ones deep inside.
struct SeaFigures {
  let base: BenchBase

  static let columns = """
    SELECT customer.id, customer.name, customer.place, customer.industry, customer.intent, customer.released_at,
      customer.former_holder, customer.former_department, customer.masked, customer.last_note_at,
      customer.last_outcome FROM customer
    """

  func figures() throws -> [Figure] {
    let cursors = try cursors(100)
    let page = try base.bare.statement(
      """
      \(SeaFigures.columns) WHERE state = 'unassigned' AND (released_at, id) < (?, ?)
      ORDER BY released_at DESC, id DESC LIMIT 50
      """)
    let newest = SeaCursor(releasedAt: base.now + 86_400, id: CustomerID(.max))
    return [
      try figure("sea page, first", page, [newest]) { _ in SeaQuery() },
      try figure("sea page, deep", page, cursors) { round in
        var query = SeaQuery()
        query.after = cursors[round % cursors.count]
        return query
      },
    ]
  }

  private func figure(
    _ name: String, _ page: BareStatement, _ cursors: [SeaCursor], _ query: (Int) -> SeaQuery
  ) throws -> Figure {
    try Comparison.figure(name, rounds: 400) {
      _ = try SeaView.read(query($0), by: base.agent($0), in: base.reader)
    } floor: {
      let cursor = cursors[$0 % cursors.count]
      try page(.integer(cursor.releasedAt.seconds), .integer(cursor.id.value))
    }
  }

  private func cursors(_ count: Int) throws -> [SeaCursor] {
    let releasedAt = try base.bare.statement("SELECT released_at FROM customer WHERE id = ?")
    return try base.drawn(count, where: "state = 'unassigned'", seed: 11).compactMap { id in
      releasedAt.integers(.integer(id.value)).first.map {
        SeaCursor(releasedAt: Instant(seconds: $0), id: id)
      }
    }
  }
}
