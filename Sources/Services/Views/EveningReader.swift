import Domain
import Storage

/// Counts the evening of many agents at once: a query a figure and policy, none an agent.
struct EveningReader {
  private let unit: MomentUnit
  private let evening: Day
  private let day: Day

  init(_ unit: MomentUnit, on evening: Day) {
    self.unit = unit
    self.evening = evening
    day = unit.rules.calendar.deskDay(after: evening)
  }

  func board(of agents: [Person]) throws -> EveningBoard {
    let policy = try unit.rules.policy(agents.first?.policy ?? unit.person.policy)
    return EveningBoard(
      evening: evening, day: day,
      lines: try lines(of: agents).sorted { $0.rank < $1.rank },
      closesAt: unit.rules.calendar.moment(evening, minute: policy.list.closesAt),
      isClosed: try unit.store.evenings.isClosed(evening, of: policy.name))
  }

  func lines(of agents: [Person]) throws -> [EveningLine] {
    let ids = agents.map(\.id)
    let lists = try unit.store.dayLists.find(of: ids, on: day)
    let figures = try ListFigures.read(of: agents, on: day, in: unit)
    let counters = try DayCounters.read(of: agents, on: evening, in: unit)
    let libraries = try libraryFigures(of: agents)
    let absences = try absences(of: ids)
    var people: [PersonID: Refusal.Holder] = [:]
    for id in Set(lists.values.compactMap(\.answeredBy)) { people[id] = try unit.store.people.holder(id) }
    return agents.compactMap { agent in
      guard let figures = figures[agent.id], let day = counters[agent.id] else { return nil }
      let list = lists[agent.id]
      return EveningLine(
        agent: agent, figures: figures, day: day, overdue: libraries.overdue[agent.id] ?? 0,
        warnings: libraries.warned[agent.id] ?? 0,
        status: EveningStatus(list?.status, isAway: absences[agent.id] != nil), list: list,
        passedBy: list?.answeredBy.flatMap { people[$0] }, absence: absences[agent.id])
    }
  }

  /// Away this evening, or on the day the list is for.
  private func absences(of agents: [PersonID]) throws -> [PersonID: Absence] {
    try unit.store.evenings.absences(of: agents, on: day)
      .merging(unit.store.evenings.absences(of: agents, on: evening)) { _, tonight in tonight }
  }

  private func libraryFigures(of agents: [Person]) throws -> (
    overdue: [PersonID: Int], warned: [PersonID: Int]
  ) {
    let calendar = unit.rules.calendar
    let (today, overAt) = (calendar.day(of: unit.now), try FuseBox(unit).overAt)
    var (overdue, warned): ([PersonID: Int], [PersonID: Int]) = ([:], [:])
    for (name, people) in Dictionary(grouping: agents, by: \.policy) {
      let policy = try unit.rules.policy(name)
      let ids = people.map(\.id)
      for level in policy.intents {
        guard let rhythm = level.rhythmDays else { continue }
        let found = try unit.store.evenings.uncontacted(
          in: ids, level: level.level, since: calendar.start(of: today - rhythm), overAt: overAt)
        overdue.merge(found, uniquingKeysWith: +)
      }
      guard let longest = policy.warnings.first else { continue }
      warned.merge(
        try unit.store.evenings.warned(in: ids, after: unit.now, through: calendar.end(of: today + longest)),
        uniquingKeysWith: +)
    }
    return (overdue, warned)
  }
}

extension EveningLine {
  /// What falls short and still has to be looked at stands first; who is away last.
  fileprivate var rank: (Int, Int, Int, PersonID) {
    (status == .away ? 2 : shortfalls == 0 ? 1 : 0, status.isSettled ? 1 : 0, -shortfalls, id)
  }
}
