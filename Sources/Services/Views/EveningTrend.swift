import Domain
import Storage

/// How the last evenings went for all the agents somebody checks, a line a desk day (R8.3).
package struct EveningTrend: Sendable {
  package struct Line: Sendable {
    package let evening: Day
    package let passed: Int
    /// Neither passed nor on leave: for an evening that is over, who left unsigned.
    package let unsigned: Int
    package let effectiveCalls: Int
    package let newCustomers: Int
    package let visits: Int
    /// Customers that a rule gave up, on the days off before it too.
    package let flowedBack: Int
  }

  /// So many desk days, this evening's among them.
  package static let days = 10

  /// The newest first.
  package let lines: [Line]

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> EveningTrend {
    try house.read(as: actor, .passList, at: now) { unit in
      let agents = try EveningReach(unit).agents(of: nil)
      var (lines, evening) = ([Line](), unit.rules.calendar.day(of: now))
      for _ in 0..<days {
        lines.append(try line(of: evening, agents, in: unit))
        evening = unit.rules.calendar.deskDay(before: evening)
      }
      return EveningTrend(lines: lines)
    }
  }

  private static func line(of evening: Day, _ agents: [Person], in unit: MomentUnit) throws -> Line {
    let (ids, calendar) = (agents.map(\.id), unit.rules.calendar)
    let lists = try unit.store.dayLists.find(of: ids, on: calendar.deskDay(after: evening))
    let away = try unit.store.evenings.absences(of: ids, on: evening)
    let counters = try DayCounters.read(of: agents, on: evening, in: unit).values
    let statuses = ids.map { EveningStatus(lists[$0]?.status, isAway: away[$0] != nil) }
    let sinceLast =
      calendar.start(of: calendar.deskDay(before: evening) + 1)..<calendar.span(of: evening).upperBound
    return Line(
      evening: evening, passed: statuses.count { $0 == .passed }, unsigned: statuses.count { !$0.isSettled },
      effectiveCalls: counters.reduce(0) { $0 + $1.effectiveCalls },
      newCustomers: counters.reduce(0) { $0 + $1.newCustomers },
      visits: counters.reduce(0) { $0 + $1.visits },
      flowedBack: try unit.store.dayFigures.flowedBack(from: ids, during: sinceLast))
  }
}
