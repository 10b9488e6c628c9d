import Domain
import Storage

/// Where an agent stands against the day's targets (R7.4); the day is the server's.
package struct DayCounters: Sendable, Equatable {
  package let effectiveCalls: Int
  package let abCustomers: Int
  package let newCustomers: Int
  package let visits: Int
  /// Visits are expected of him in the place of calls.
  package let isVisitDay: Bool
  package let picks: Int
  package let targets: Targets
  package let dailyPicks: Int

  static func read(of person: Person, in unit: MomentUnit) throws -> DayCounters {
    let day = unit.rules.calendar.day(of: unit.now)
    let counters = try read(of: [person], on: day, in: unit)[person.id]
    guard let counters else { throw DatabaseFailure.failed(reason: "\(person.login) was not counted") }
    return counters
  }

  /// Those of many, each by the policy of his department.
  static func read(of people: [Person], on day: Day, in unit: ReadingUnit) throws -> [PersonID: DayCounters] {
    let span = unit.rules.calendar.span(of: day)
    let ids = people.map(\.id)
    let ways = try unit.store.dayFigures.waysIn(of: ids, during: span)
    let visiting = try unit.store.dayFigures.visiting(ids, on: day)
    var counters: [PersonID: DayCounters] = [:]
    for (name, people) in Dictionary(grouping: people, by: \.policy) {
      let policy = try unit.rules.policy(name)
      let contacts = try unit.store.dayFigures.contacts(
        of: people.map(\.id), during: span, effective: policy.notes.effectiveOutcomes)
      for person in people {
        counters[person.id] = DayCounters(
          contacts[person.id], ways[person.id], isVisitDay: visiting.contains(person.id), policy)
      }
    }
    return counters
  }

  private init(_ contacts: ContactFigures?, _ ways: WayInFigures?, isVisitDay: Bool, _ policy: Policy) {
    effectiveCalls = contacts?.effective ?? 0
    abCustomers = contacts?.ab ?? 0
    visits = contacts?.visits ?? 0
    newCustomers = ways?.new ?? 0
    picks = ways?.picks ?? 0
    self.isVisitDay = isVisitDay
    targets = policy.targets
    dailyPicks = policy.dailyPicks
  }
}

extension DayCounters {
  /// Whatever is expected today and not reached yet.
  package var shortfalls: [DayFigure] {
    DayFigure.allCases.filter { isExpected($0) && count(of: $0) < target(of: $0) }
  }

  package func count(of figure: DayFigure) -> Int {
    switch figure {
    case .effective: effectiveCalls
    case .ab: abCustomers
    case .added: newCustomers
    case .visits: visits
    }
  }

  package func target(of figure: DayFigure) -> Int {
    switch figure {
    case .effective: targets.effectiveCalls
    case .ab: targets.abCustomers
    case .added: targets.newCustomers
    case .visits: targets.visits
    }
  }

  /// R7.4: on a visit day visits, on any other calls; new customers on both.
  package func isExpected(_ figure: DayFigure) -> Bool {
    switch figure {
    case .effective, .ab: !isVisitDay
    case .added: true
    case .visits: isVisitDay
    }
  }
}
