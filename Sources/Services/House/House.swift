import Domain
import Storage

/// The house as one process works in it: its base, its rules, and from where it is used.
///
/// It owns a connection: made, used and let go by one queue.
package final class House {
  /// What ships, with what this house has adopted over it (R4.15).
  package private(set) var rules: HouseRules
  private let shipped: HouseRules
  /// Changes with the rules.
  package private(set) var generation: Int64 = 0
  /// Where acts come from, for the audit trail: `screen`, `command`, `engine`.
  package let origin: String
  let store: Store

  package init(
    path: String, access: Connection.Access, rules: HouseRules, origin: String, cacheKiB: Int = 8192
  ) throws {
    let connection = try Connection(path: path, access: access, cacheKiB: cacheKiB)
    if access == .read { try connection.requireKnownSchema() } else { try connection.migrate() }
    store = Store(connection)
    shipped = rules
    self.rules = rules
    self.origin = origin
    try refreshRules()
  }

  /// Lets somebody else call off what is read here; then `interrupted` is thrown.
  package func interruptible<Result>(
    by interrupter: Interrupter, _ body: () throws -> Result
  ) throws -> Result {
    try store.connection.interruptible(by: interrupter, body)
  }

  /// Changes whenever somebody else has written.
  package func dataVersion() throws -> Int64 { try store.connection.dataVersion() }

  package func isSandbox() throws -> Bool { try store.settings.isSandbox() }

  /// Several reads that see one and the same state.
  func read<Result>(_ body: (Store) throws -> Result) throws -> Result {
    try store.connection.read {
      try refreshRules()
      return try body(store)
    }
  }

  /// One act: all of it or nothing.
  func write<Result>(_ body: (Store) throws -> Result) throws -> Result {
    try store.connection.write {
      try refreshRules()
      return try body(store)
    }
  }

  /// Who somebody is now, and by which rules he works.
  package func ground(of actor: PersonID) throws -> WorkingGround {
    try read { store in
      WorkingGround(person: try store.people.require(actor), rules: rules, generation: generation)
    }
  }

  /// Takes up the versions that came into force since; where there are none it is one look at a small table.
  private func refreshRules() throws {
    let current = try store.ruleVersions.generation()
    guard current != generation else { return }
    rules = try store.ruleVersions.inForce().reduce(shipped) { rules, version in
      try rules.adopting(version.name, version.text, isCalendar: version.name == RuleVersions.calendar)
    }
    generation = current
  }

  /// One act on one customer. What is over ends first (R4.6): that stays even where the act itself is refused.
  ///
  /// - Parameters:
  ///   - other: a second customer the act is about, which is settled too.
  ///   - refused: what is still to be done, in the same transaction, where a rule refuses the act.
  func write<Result>(
    on customer: CustomerID, and other: CustomerID? = nil, at now: Instant,
    refused: (Store, Refusal) throws -> Void = { _, _ in }, _ body: (Store, Customer) throws -> Result
  ) throws -> Result {
    try writeUnlessRefused(refused: refused) {
      for concerned in [customer, other].compactMap({ $0 }) {
        try ClockKeeper(self).settle(concerned, at: now)
      }
    } _: { store in
      try body(store, try store.customers.requireUnmerged(customer))
    }
  }

  /// One act that a rule may refuse: then only what came before it stays, and the receipt of its check (R5.6).
  func writeUnlessRefused<Result>(
    refused: (Store, Refusal) throws -> Void = { _, _ in }, before: () throws -> Void = {},
    _ body: (Store) throws -> Result
  ) throws -> Result {
    var refusal: Refusal?
    let result: Result? = try write { store in
      try before()
      do {
        return try store.connection.savepoint { try body(store) }
      } catch let reason as Refusal {
        refusal = reason
        if case .collision(let receipt) = reason { try store.receipts.add(receipt) }
        try refused(store, reason)
        return nil
      }
    }
    if let refusal { throw refusal }
    guard let result else { throw DatabaseFailure.failed(reason: "an act without a result") }
    return result
  }

  /// Why somebody can't act as the customer's holder: it flowed back from him (R4.6), or it is not his. The answer
  /// is the same whether this act ended it or the engine was quicker.
  func notHeld(_ customer: CustomerID, by actor: PersonID) throws -> Refusal {
    guard let last = try store.opportunities.ends(of: customer, by: actor).first,
      case .flowedBack = last.reason
    else { return .notHeld }
    return .flowedBack(at: last.at)
  }

  /// What an audit event says of a customer that came to a holder.
  func taken(by person: Person, _ facts: KeyValuePairs<String, String?> = [:]) -> EventDetail {
    var detail = EventDetail(facts)
    detail.change("holder", from: nil, to: person.name)
    detail.change("state", from: CustomerState.unassigned.rawValue, to: CustomerState.pending.rawValue)
    return detail
  }

  /// What an audit event says of a customer that went to the sea.
  func givenUp(_ customer: Customer, _ facts: KeyValuePairs<String, String?>) throws -> EventDetail {
    var detail = EventDetail(facts)
    let holder = try customer.holder.flatMap { try store.people.holder($0) }
    detail.change("holder", from: holder?.name, to: nil)
    detail.change("state", from: customer.state.rawValue, to: CustomerState.unassigned.rawValue)
    detail.change("next_contact", from: customer.nextContact.map(rules.calendar.iso8601), to: nil)
    return detail
  }

  func record(
    _ act: Act, on customer: CustomerID?, by actor: PersonID?, at now: Instant, _ detail: EventDetail = .none
  ) throws {
    try store.events.add(act, on: customer, by: actor, from: origin, at: now, detail: detail.json)
  }
}

/// A person and the rules of the house, as they are at one moment.
package struct WorkingGround: Sendable {
  package let person: Person
  package let rules: HouseRules
  /// Differs where the rules do.
  package let generation: Int64
}
