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
    let calendar = unit.rules.calendar
    let people = Dictionary(agents.map { ($0.id, $0) }) { first, _ in first }
    var found: [FoundSign] = []
    for (name, agents) in Dictionary(grouping: agents, by: \.policy) {
      let policy = try unit.rules.policy(name)
      let scope = Suspicions.Scope(
        people: agents.map(\.id), days: days,
        span: calendar.start(of: days.lowerBound)..<calendar.end(of: days.upperBound),
        rules: policy.suspicions,
        asking: policy.notes.outcomes.filter(\.asksForText).map(\.outcome),
        marking: policy.notes.outcomes.filter { $0.marksNumber != nil }.map(\.outcome))
      for sign in SuspicionSign.allCases { found += try unit.store.suspicions.find(sign, in: scope) }
    }
    return found.compactMap { found in people[found.person].map { Suspicion(who: $0, found: found) } }
      .sorted {
        ($0.found.last, $0.who.id, $0.found.sign.rawValue) > (
          $1.found.last, $1.who.id, $1.found.sign.rawValue
        )
      }
  }
}

package struct Suspicion: Sendable {
  package let who: Person
  package let found: FoundSign
}

package typealias FoundSign = Storage.FoundSign
