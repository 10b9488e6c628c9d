import Domain
import Storage

/// Signs of work that was not done (R6.5, R3.6), for whoever checks the agents in the evening (R8.2). Reckoned from what can't
/// be changed any more, notes, holdings and receipts, so that whoever asks again is told the same.
package struct SuspicionView: Sendable {
  /// The last first.
  package let found: [Suspicion]

  /// - Parameters:
  ///   - agent: of him alone; nil for all who are his to check.
  ///   - days: of the house.
  package static func read(
    of agent: PersonID? = nil, by actor: PersonID, during days: ClosedRange<Day>, at now: Instant,
    in house: House
  ) throws -> SuspicionView {
    try house.read(as: actor, .passList, at: now) { unit in
      let reach = try EveningReach(unit)
      if let agent { try reach.require(unit.person(agent)) }
      let agents = try agent.map { [try unit.person($0)] } ?? reach.agents(of: nil)
      return SuspicionView(found: try signs(of: agents, during: days, in: unit))
    }
  }

  static func signs(
    of agents: [Person], during days: ClosedRange<Day>, in unit: ReadingUnit
  ) throws -> [Suspicion] {
    let people = Dictionary(agents.map { ($0.id, $0) }) { first, _ in first }
    var found: [FoundSign] = []
    for (name, agents) in Dictionary(grouping: agents, by: \.policy) {
      let policy = try unit.rules.policy(name)
      let scope = Suspicions.Scope(WorkSpan(of: agents, during: days, in: unit.rules.calendar), by: policy)
      for sign in SuspicionSign.allCases { found += try unit.store.suspicions.find(sign, in: scope) }
    }
    return try found.sorted { ($0.last, $0.person) > ($1.last, $1.person) }.compactMap { found in
      guard let who = people[found.person] else { return nil }
      let first = try found.customers.prefix(1).map { try unit.store.customers.require($0) }
      return Suspicion(
        who: who, found: found, customers: first.map { CustomerName(id: $0.id, name: $0.name) })
    }
  }
}

package struct Suspicion: Sendable {
  package let who: Person
  package let found: FoundSign
  /// The first customer on which it was seen; none where no customer was.
  package let customers: [CustomerName]
}

package struct CustomerName: Sendable {
  package let id: CustomerID
  package let name: String
}

package typealias FoundSign = Storage.FoundSign
