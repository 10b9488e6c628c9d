import Domain
import Services

/// Everything about one customer: identity, numbers, contacts, the last notes and holdings.
struct CustomerFigures {
  let base: BenchBase

  func figures() throws -> [Figure] {
    let held = try base.drawn(200, where: "owner IS NOT NULL", seed: 31)
    let inSea = try base.drawn(200, where: "state = 'unassigned' AND former_holder IS NOT NULL", seed: 32)
    return [try figure("360, held", held), try figure("360, in the sea", inSea)]
  }

  private func figure(_ name: String, _ customers: [CustomerID]) throws -> Figure {
    let floor = try CustomerFloor(base.bare)
    let owner = try base.bare.statement("SELECT owner FROM customer WHERE id = ?")
    let viewers = customers.enumerated().map { index, id in
      let owner = owner.integers(.integer(id.value)).first ?? 0
      return owner > 0 ? PersonID(owner) : base.agent(index)
    }
    return try Comparison.figure(name, rounds: 400) {
      let index = $0 % customers.count
      _ = try CustomerView.read(customers[index], by: viewers[index], at: base.now, in: base.reader)
    } floor: {
      try floor.read(customers[$0 % customers.count])
    }
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
