import Domain
import Storage

/// A transaction that reads: the base as it is at one moment, by the rules that hold then. The base is reached in no
/// other way, so that nothing is read beside a transaction, and nothing unasked for by right.
class ReadingUnit {
  let store: Store
  let rules: HouseRules
  /// Nil for the house itself, and where no right is asked.
  let actor: PersonID?
  private var people: [PersonID: Person] = [:]

  init(_ store: Store, _ rules: HouseRules, for actor: PersonID?) {
    self.store = store
    self.rules = rules
    self.actor = actor
  }

  /// Who reads or acts here.
  var person: Person {
    get throws {
      guard let actor else { throw DatabaseFailure.failed(reason: "nobody acts here") }
      return try person(actor)
    }
  }

  /// For whom its reader stands in (R2.6): nobody, where no moment says so.
  func covered() throws -> [PersonID] { [] }

  /// Somebody as he is in this transaction, looked up once.
  func person(_ id: PersonID) throws -> Person {
    if let known = people[id] { return known }
    let person = try store.people.require(id)
    people[id] = person
    return person
  }
}

/// One at a moment of the house, for what the time decides.
class MomentUnit: ReadingUnit {
  let now: Instant
  /// What the fuse says here, once it was asked (R4.13).
  var isReleasingOff: Bool?
  /// The rules whose moment has come and by which not every clock is reckoned yet, once they were asked for (R4.15).
  private(set) lazy var pendingChange: Result<RuleChange?, any Error> = Result {
    let moment = try RuleVersions.moment(now, fuse: rules.fuse, in: store)
    return try store.ruleVersions.pending(at: moment).map {
      RuleChange(effectiveAt: $0.inForceSince ?? now, in: rules.calendar)
    }
  }
  private var coveredToday: [PersonID]?

  /// Those who are away today and named him as who works their customers meanwhile.
  override func covered() throws -> [PersonID] {
    if let coveredToday { return coveredToday }
    let today = rules.calendar.day(of: now)
    let found = try actor.map { try store.evenings.covered(by: $0, on: today) } ?? []
    coveredToday = found
    return found
  }

  /// The customers that are reckoned by them here: what happens to them now is no work of the rules.
  var reckoned: Set<CustomerID> = []

  init(_ store: Store, _ rules: HouseRules, for actor: PersonID?, at now: Instant) {
    self.now = now
    super.init(store, rules, for: actor)
  }
}
