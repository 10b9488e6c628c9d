import Domain
import Storage

/// Looks whether a company is known, and leaves a receipt of it (R5.6). It reserves nothing: the earlier entry or
/// application has the customer.
package struct CheckCollision {
  let query: CollisionQuery

  package init(_ query: CollisionQuery) {
    self.query = query
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Receipt {
    try query.require(house.rules.tables)
    // The search comes first, so that nobody waits for it.
    let look = try CollisionLook.read(query, by: actor, at: now, in: house)
    // The receipt says it all: no audit event.
    return try house.write(as: actor, .check, leaving: .nothing, at: now) { unit in
      let receipt = try CollisionCheck(unit, for: actor)
        .receipt(of: .check, look.terms, look.hits, hasMore: look.hasMore)
      try unit.store.receipts.add(receipt)
      return receipt
    }
  }
}
