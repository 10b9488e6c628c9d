import Domain
import Services

/// Everything about one customer: identity, numbers, contacts, the last notes and holdings.
struct CustomerFigures {
  let base: BenchBase
  private static let rounds = 400

  func figures() throws -> [Figure] {
    let held = try base.drawn(200, where: "owner IS NOT NULL", seed: 31)
    let inSea = try base.drawn(200, where: "state = 'unassigned' AND former_holder IS NOT NULL", seed: 32)
    return [try figure("360, held", held), try figure("360, in the sea", inSea)]
  }

  private func figure(_ name: String, _ customers: [CustomerID]) throws -> Figure {
    let (recorder, queries) = (try Recorder(base, replayingOn: base.bare), try CustomerFloor(base.bare))
    let owner = try base.bare.statement("SELECT owner FROM customer WHERE id = ?")
    let viewers = customers.enumerated().map { index, id in
      let owner = owner.integers(.integer(id.value)).first ?? 0
      return owner > 0 ? PersonID(owner) : base.agent(index)
    }
    let read = { (index: Int, house: House) throws in
      _ = try CustomerView.read(customers[index], by: viewers[index], at: base.now, in: house)
    }
    let replays = try customers.indices.map { index in try recorder.replay { try read(index, $0) } }
    let rounds = CustomerFigures.rounds
    var figure = try Comparison.figure(name, rounds: rounds) {
      try read($0 % customers.count, base.reader)
    } floor: {
      try replays[$0 % customers.count]()
    }
    let alone = try (0..<rounds).map { round in
      try Stopwatch.milliseconds { try queries.read(customers[round % customers.count]) }
    }
    figure.remark = Comparison.remark(replays, smaller: Samples(alone), "5 queries")
    return figure
  }
}

private struct CustomerFloor {
  private let statements: [BareStatement]

  init(_ bare: BareConnection) throws {
    statements = try [
      """
      SELECT id, kind, name, address, industry, source, remark, state, intent, stage, owner, opportunity,
        next_contact, released_at, released_by FROM customer WHERE id = ?
      """,
      "SELECT use, display, dialled, masked, collision_key, mark FROM number WHERE customer = ? ORDER BY id",
      "SELECT name, title, is_main FROM contact WHERE customer = ? ORDER BY id",
      """
      SELECT id, at, contact_at, author, kind, outcome, text, met, place, next_contact, intent, stage,
        taken_back_at FROM note WHERE customer = ? ORDER BY id DESC LIMIT 20
      """,
      """
      SELECT id, holder, department, way_in, entered_at, ended_at, end_reason, end_clocks FROM opportunity
      WHERE customer = ? ORDER BY id DESC LIMIT 5
      """,
    ].map(bare.statement)
  }

  func read(_ customer: CustomerID) throws {
    for statement in statements { try statement(.integer(customer.value)) }
  }
}
