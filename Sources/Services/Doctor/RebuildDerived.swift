import Domain
import Storage

/// Makes anew what follows from something else: due moments, terms of search, counters, what lists say of customers. In chunks, so that others keep
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
    // One event tells of all of it, at the end.
    let last = try house.write(as: actor, .engine, leaving: .nothing, at: now) { unit in
      try unit.store.searchIndex.clear()
      try unit.store.health.recount()
      // Who comes in from now on is indexed by who brings him in.
      return try unit.store.health.newestCustomer()
    }
    var (reached, customers, wrong) = (CustomerID(0), 0, 0)
    var keeper = ImportKeeper(house: house)
    while reached < last {
      try house.write(as: actor, .engine, leaving: .nothing, at: now) { unit in
        let names = try unit.store.health.names(after: reached, limit: RebuildDerived.chunk).filter {
          $0.customer <= last
        }
        for name in names { wrong += try rebuild(name, in: unit) ? 1 : 0 }
        customers += names.count
        reached = names.last?.customer ?? last
      }
      try keeper.tend(at: wallClock())
    }
    try house.write(as: actor, .engine, at: now) {
      $0.event.add(["rebuilt": String(customers), "wrong": String(wrong)])
    }
    return (customers, wrong)
  }

  /// - Returns: whether its due moment was wrong.
  private func rebuild(_ stored: StoredName, in unit: WritingUnit) throws -> Bool {
    let tables = unit.rules.tables
    let terms = NameTerms(stored.name, aliases: stored.aliases, tables)
    if !stored.agrees(with: terms, tables) {
      try unit.store.health.rename(
        stored.customer, folded: terms.folded, initials: terms.initials, key: stored.key(tables))
    }
    let others = stored.kind == .company ? CompanyName(parsing: stored.name, with: tables.names).others : []
    try unit.store.customers.keepAliasKeys(others.map(\.key), of: stored.customer)
    try unit.store.searchIndex.add(stored.customer, grams: terms.grams)
    try unit.store.dayLists.copyAnew(stored.customer)
    guard let opportunity = try unit.store.opportunities.open(of: stored.customer) else { return false }
    let reckoned = try Clocks(unit).reckoned(stored.customer)
    if try unit.store.health.stored(of: stored.customer) == reckoned { return false }
    try ClockKeeper(unit).place(opportunity)
    try unit.store.levels.expect(reckoned.buysBy, of: stored.customer)
    return true
  }
}
