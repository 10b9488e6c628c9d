import Domain
import Storage

/// The house as one process works in it: its base, its rules, and from where it is used.
///
/// It owns a connection: made, used and let go by one queue. What is in the base is reached in a transaction alone.
package final class House {
  /// What ships, with what this house has adopted over it (R4.15).
  package private(set) var rules: HouseRules
  private let shipped: HouseRules
  /// Changes with the rules.
  package private(set) var generation: Int64 = 0
  /// Where acts come from, for the audit trail: `screen`, `command`, `engine`.
  package let origin: String
  private let connection: Connection

  /// - Parameter rules: asked for when the base is open.
  package init(
    path: String, access: Connection.Access, rules: @autoclosure () throws -> HouseRules, origin: String,
    cacheKiB: Int = 8192
  ) throws {
    connection = try Connection(path: path, access: access, cacheKiB: cacheKiB)
    if access == .read { try connection.requireKnownSchema() } else { try connection.migrate() }
    let rules = try rules()
    shipped = rules
    self.rules = rules
    self.origin = origin
    try refreshRules(from: Store(connection))
  }

  /// Lets somebody else call off what is read here; then `interrupted` is thrown.
  package func interruptible<Result>(
    by interrupter: Interrupter, _ body: () throws -> Result
  ) throws -> Result {
    try connection.interruptible(by: interrupter, body)
  }

  /// Changes whenever somebody else has written.
  package func dataVersion() throws -> Int64 { try connection.dataVersion() }

  package func isSandbox() throws -> Bool { try readWithoutRight { try $0.store.settings.isSandbox() } }

  /// Who somebody is now, and by which rules he works.
  package func ground(of actor: PersonID, at now: Instant) throws -> WorkingGround {
    try readWithoutRight(for: actor, at: now) {
      WorkingGround(
        person: try $0.person(actor), answers: try !AnswerReach($0).isEmpty, rules: rules,
        generation: generation, signing: try $0.store.signings.last(),
        rings: try $0.store.preferences.find(of: actor).rings == true)
    }
  }

  /// Moves the log into the file: the keeper does (R4.11).
  func checkpoint() throws { try connection.checkpoint() }

  /// Goes by the versions that hold at a moment before anything is read at it.
  package func takeUpRules(at now: Instant) throws { try read(at: now) { _ in } }

  /// Takes up the versions whose moment has come, whether or not the engine has reckoned them yet (R4.15); where there are
  /// none it is one look at a small table.
  ///
  /// - Parameter now: nil for whom the time decides nothing: he goes by what somebody has taken up already.
  private func refreshRules(from store: Store, at now: Instant? = nil) throws {
    let moment = try now.map { try RuleVersions.moment($0, fuse: rules.fuse, in: store) }
    let current = try store.ruleVersions.generation(at: moment)
    guard now == nil ? current > generation : current != generation else { return }
    rules = try store.ruleVersions.inForce(at: moment).reduce(shipped) { rules, version in
      try rules.adopting(version.name, version.text, isCalendar: version.name == RuleVersions.calendar)
    }
    generation = current
  }
}

extension RuleVersions {
  /// The moment by which versions count: this one, or where that can't be right the highest moment of the house (R4.13).
  static func moment(_ now: Instant, fuse: FuseRules, in store: Store) throws -> Instant {
    guard try store.ruleVersions.isAnyAhead() else { return now }
    let (last, highest) = (try store.fuses.lastReading(), try store.fuses.highest())
    let reading = ClockReading.current(at: now, wallClock: .onTheWall)
    return fuse.distrust(reading, after: last, highest: highest) == nil ? now : highest ?? now
  }
}

// MARK: reads

extension House {
  /// What somebody has a right to read, whatever the time.
  func read<Result>(
    as actor: PersonID, _ act: Act, _ body: (ReadingUnit) throws -> Result
  ) throws -> Result {
    try read {
      let unit = ReadingUnit($0, rules, for: actor)
      try Allowance(unit).require(act)
      return try body(unit)
    }
  }

  /// What somebody has a right to read, as it stands at a moment.
  func read<Result>(
    as actor: PersonID, _ act: Act, at now: Instant, _ body: (MomentUnit) throws -> Result
  ) throws -> Result {
    try read(at: now) {
      let unit = MomentUnit($0, rules, for: actor, at: now)
      try Allowance(unit).require(act)
      return try body(unit)
    }
  }

  /// What the house reads for itself.
  func read<Result>(
    as engine: HouseItself, at now: Instant, _ body: (MomentUnit) throws -> Result
  ) throws -> Result {
    try read(at: now) { try body(MomentUnit($0, rules, for: nil, at: now)) }
  }

  /// What needs no right: who signs in, what is somebody's own, what holds for everybody.
  func readWithoutRight<Result>(
    for actor: PersonID? = nil, _ body: (ReadingUnit) throws -> Result
  ) throws -> Result {
    try read { try body(ReadingUnit($0, rules, for: actor)) }
  }

  /// The same at a moment; what is somebody's own is told from what is not by the reader.
  func readWithoutRight<Result>(
    for actor: PersonID, at now: Instant, _ body: (MomentUnit) throws -> Result
  ) throws -> Result {
    try read(at: now) { try body(MomentUnit($0, rules, for: actor, at: now)) }
  }

  private func read<Result>(at now: Instant? = nil, _ body: (Store) throws -> Result) throws -> Result {
    try connection.read {
      let store = Store(connection)
      try refreshRules(from: store, at: now)
      return try body(store)
    }
  }
}

// MARK: writes

extension House {
  /// One act of a person on one customer, who has a right to it. What is over ends first (R4.6): that stays even where
  /// the act itself is refused, and so does the receipt of a collision (R5.6).
  ///
  /// - Parameters:
  ///   - other: a second customer the act is about, which is settled too.
  ///   - beyond: what is said where his right does not reach the customer; nil for what the act says.
  ///   - condition: asked before anything is settled.
  ///   - refused: what is still to be done, in the same transaction, where a rule refuses the act.
  func write<Result>(
    as actor: PersonID, _ act: Act, on customer: CustomerID, and other: CustomerID? = nil,
    beyondReach beyond: BeyondReach? = nil, leaving trail: Trail = .event, at now: Instant,
    provided condition: (WritingUnit) throws -> Void = { _ in },
    refused: (WritingUnit, Refusal) throws -> Void = { _, _ in },
    _ body: (WritingUnit, Customer) throws -> Result
  ) throws -> Result {
    try write(actor, act, on: customer, at: now, refused: refused) { unit in
      try condition(unit)
      for concerned in [customer, other].compactMap({ $0 }) { try ClockKeeper(unit).settle(concerned) }
    } act: { unit in
      let customer = try unit.store.customers.requireUnmerged(customer)
      try Allowance(unit).require(act)
      try Allowance(unit).require(act, on: customer, beyond ?? act.beyondReach)
      let result = try body(unit, customer)
      try unit.leave(trail)
      return result
    }
  }

  /// One act of a person that is about no customer, or about one that is still to come.
  ///
  /// - Parameter old: a customer of his that it may end, which is settled first.
  func write<Result>(
    as actor: PersonID, _ act: Act, settling old: CustomerID? = nil, leaving trail: Trail = .event,
    at now: Instant, _ body: (WritingUnit) throws -> Result
  ) throws -> Result {
    try write(actor, act, at: now) { unit in
      if let old { try ClockKeeper(unit).settle(old) }
    } act: { unit in
      try Allowance(unit).require(act)
      let result = try body(unit)
      try unit.leave(trail)
      return result
    }
  }

  /// What the house does by its rules.
  func write<Result>(
    as engine: HouseItself, _ act: Act, leaving trail: Trail, at now: Instant,
    _ body: (WritingUnit) throws -> Result
  ) throws -> Result {
    try connection.write {
      let unit = try unit(for: nil, act, on: nil, at: now)
      let result = try body(unit)
      try unit.leave(trail)
      return result
    }
  }

  private func write<Result>(
    _ actor: PersonID, _ act: Act, on customer: CustomerID? = nil, at now: Instant,
    refused: (WritingUnit, Refusal) throws -> Void = { _, _ in },
    first: (WritingUnit) throws -> Void, act body: (WritingUnit) throws -> Result
  ) throws -> Result {
    let outcome: Swift.Result<Result, Refusal> = try connection.write {
      let unit = try unit(for: actor, act, on: customer, at: now)
      try first(unit)
      // What new rules made of a customer stays, whatever becomes of the act: their moment is one of the house (R4.15).
      if !unit.reckoned.isEmpty { try unit.store.fuses.raise(to: now, ahead: unit.rules.fuse.ahead) }
      do {
        let result = try connection.savepoint { try body(unit) }
        // R4.13: who sets a house up does so by whatever clock; what is done with customers measures it.
        if ![.people, .policies].contains(act) {
          try unit.store.fuses.raise(to: now, ahead: unit.rules.fuse.ahead)
        }
        return .success(result)
      } catch let refusal as Refusal {
        if case .collision(let receipt) = refusal { try unit.store.receipts.add(receipt) }
        try refused(unit, refusal)
        return .failure(refusal)
      }
    }
    return try outcome.get()
  }

  private func unit(
    for actor: PersonID?, _ act: Act, on customer: CustomerID?, at now: Instant
  ) throws -> WritingUnit {
    let store = Store(connection)
    try refreshRules(from: store, at: now)
    return WritingUnit(store, rules, for: actor, act, on: customer, from: origin, at: now)
  }
}

/// The house as it acts by its rules, which needs nobody's right.
enum HouseItself {
  case engine
}

/// A person and the rules of the house, as they are at one moment.
package struct WorkingGround: Sendable {
  package let person: Person
  /// Whether he answers what others ask, in his own place or in that of whom he stands in for (R8.4).
  package let answers: Bool
  package let rules: HouseRules
  /// Differs where the rules do.
  package let generation: Int64
  /// The last one of the house (R11.9), and whether he wants to hear of it.
  package let signing: Signing?
  package let rings: Bool
}
