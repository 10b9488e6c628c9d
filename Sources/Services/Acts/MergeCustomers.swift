import Domain
import Storage

/// Makes one customer of two records (R3.11). The older code stays; the other becomes void and leads to it.
package struct MergeCustomers {
  let one: CustomerID
  let other: CustomerID

  package init(_ one: CustomerID, _ other: CustomerID) {
    self.one = one
    self.other = other
  }

  /// - Returns: the customer that stays.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> CustomerID {
    try house.write(as: actor, .merge, on: one, and: other, at: now) { unit, one in
      try unit.merge(one, try unit.store.customers.requireUnmerged(other))
    }
  }
}

extension WritingUnit {
  /// Of two opportunities a house account's goes on, or the signed one; else that of who was judged for; else that of the
  /// older code. Its clocks run on, as a merge is no way in (R3.3). The other ends, and its holder is told.
  func merge(
    _ one: Customer, _ other: Customer, judgedFor winner: CustomerID? = nil
  ) throws -> CustomerID {
    let judge = try person.id
    if one.id == other.id { throw Refusal.sameCustomer }
    let both = [one, other].sorted { $0.id < $1.id }
    for customer in both where customer.state == .void { throw Refusal.wrongState(.void) }
    let (survivor, gone) = (both[0], both[1])
    let held = both.filter { $0.holder != nil }
    let kept = survivingHolding(of: held, winner)
    if let kept {
      for loser in held where loser.id != kept.id { try endForMerge(loser, into: kept) }
      if held.contains(where: { $0.state == .signed }) { try store.customers.set(.signed, of: kept.id) }
    }
    try store.disputes.settle(between: one.id, and: other.id, by: judge, at: now)
    try reindex(gone.id) {
      try reindex(survivor.id) {
        try store.customers.merge(gone.id, into: survivor.id, bringsHolding: kept?.id == gone.id)
        for customer in [gone, survivor] { try findByItsNames(customer) }
      }
    }
    try joinPairs(gone, survivor)
    try store.disputes.settle(of: gone.id, by: judge, at: now)
    if let opportunity = try store.opportunities.open(of: survivor.id) {
      try ClockKeeper(self).place(opportunity)
      try endTakeBacks(of: survivor.id, gone: opportunity.holder)
    }
    var detail = EventDetail(["other": survivor.id.code])
    detail.change("state", from: gone.state.rawValue, to: CustomerState.void.rawValue)
    try record(.merge, on: gone.id, detail)
    try record(.merge, on: survivor.id, EventDetail(["other": gone.id.code, "text": gone.name]))
    return survivor.id
  }

  private func survivingHolding(of held: [Customer], _ winner: CustomerID?) -> Customer? {
    held.first(where: \.isHouseAccount) ?? held.first { $0.state == .signed && $0.id == winner }
      ?? held.first { $0.state == .signed } ?? held.first { $0.id == winner } ?? held.first
  }

  /// The names of what was merged find the survivor.
  private func findByItsNames(_ customer: Customer) throws {
    let aliases = try store.customers.aliases(of: customer.id)
    let terms = NameTerms(customer.name, aliases: aliases, rules.tables)
    try store.customers.setInitials(terms.initials, of: customer.id)
  }

  private func endForMerge(_ loser: Customer, into kept: Customer) throws {
    guard let opportunity = try store.opportunities.open(of: loser.id) else { return }
    if loser.isHouseAccount && loser.holder != kept.holder { throw Refusal.houseAccount }
    try end(opportunity, of: loser, .merged, tell: .merged, because: kept.id)
  }

  /// The pair of the one that is gone is the survivor's, where it has none and the two still are a pair.
  private func joinPairs(_ gone: Customer, _ survivor: Customer) throws {
    guard let pair = try gone.pair.flatMap({ try store.customers.find($0) }) else { return }
    try store.customers.pair(gone.id, pair.id, false)
    if pair.id != survivor.id && survivor.pair == nil && pair.kind != survivor.kind {
      try store.customers.pair(survivor.id, pair.id, true)
    }
  }
}
