import Domain
import Storage

/// Makes anew what follows from something else: due moments, terms of search, counters. In chunks, so that others keep
/// working; until it is through, searches find fewer.
package struct RebuildDerived {
  private static let chunk = 500

  package init() {}

  /// - Parameter wallClock: the host's time, by which the log is kept small.
  /// - Returns: how many customers it went through, and how many due moments were wrong.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, wallClock: () -> Instant, in house: House) throws
    -> (
      customers: Int, wrong: Int
    )
  {
    let last = try house.write { store in
      _ = try Allowance(house).require(actor, .engine)
      try store.searchIndex.clear()
      try store.health.recount()
      // Who comes in from now on is indexed by who brings him in.
      return try store.health.newestCustomer()
    }
    var (reached, customers, wrong) = (CustomerID(0), 0, 0)
    var keeper = ImportKeeper(house: house)
    while reached < last {
      try house.write { store in
        let names = try store.health.names(after: reached, limit: RebuildDerived.chunk).filter {
          $0.customer <= last
        }
        for name in names { wrong += try rebuild(name, in: house) ? 1 : 0 }
        customers += names.count
        reached = names.last?.customer ?? last
      }
      try keeper.tend(at: wallClock())
    }
    try house.write { _ in
      try house.record(
        .engine, on: nil, by: actor, at: now,
        EventDetail(["rebuilt": String(customers), "wrong": String(wrong)]))
    }
    return (customers, wrong)
  }

  /// - Returns: whether its due moment was wrong.
  private func rebuild(_ stored: StoredName, in house: House) throws -> Bool {
    let tables = house.rules.tables
    let terms = NameTerms(stored.name, aliases: stored.aliases, tables)
    if !stored.agrees(with: terms, tables) {
      try house.store.health.rename(
        stored.customer, folded: terms.folded, initials: terms.initials, key: stored.key(tables))
    }
    try house.store.searchIndex.add(stored.customer, grams: terms.grams)
    guard let opportunity = try house.store.opportunities.open(of: stored.customer),
      try house.store.health.stored(of: stored.customer) != ClockKeeper(house).reckoned(stored.customer)
    else { return false }
    try ClockKeeper(house).place(opportunity)
    try house.store.levels.expect(try ClockKeeper(house).buysBy(opportunity), of: stored.customer)
    return true
  }
}
