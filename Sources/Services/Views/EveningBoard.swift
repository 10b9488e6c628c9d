import Domain
import Storage

/// How the day of every agent of a manager stands, and the list each leaves for the next (R8.1).
package struct EveningBoard: Sendable {
  package let evening: Day
  /// The desk day the lists are for.
  package let day: Day
  /// What falls short first.
  package let lines: [EveningLine]
  /// When who is unchecked goes on record, and whether it did.
  package let closesAt: Instant
  package let isClosed: Bool

  /// - Parameters:
  ///   - date: nil for today.
  ///   - department: nil for all that his right reaches.
  package static func read(
    by actor: PersonID, date: Day? = nil, department: String? = nil, at now: Instant, in house: House
  ) throws -> EveningBoard {
    try house.read(as: actor, .passList, at: now) { unit in
      let evening = date ?? unit.rules.calendar.day(of: now)
      let agents = try EveningReach(unit).agents(of: department)
      return try EveningReader(unit, on: evening).board(of: agents)
    }
  }

  package func count(_ status: EveningStatus) -> Int { lines.filter { $0.status == status }.count }
}

/// One agent's evening.
package struct EveningLine: Sendable {
  package let agent: Person
  package let figures: ListFigures
  package let day: DayCounters
  /// Overdue by the rhythm of their level.
  package let overdue: Int
  /// Warned, and about to flow back.
  package let warnings: Int
  package let status: EveningStatus
  /// Nil where no list was begun.
  package let list: DayList?
  package let passedBy: Refusal.Holder?
  package let absence: Absence?

  package var id: PersonID { agent.id }
  package var version: Int { list?.version ?? 0 }
  package var submittedAt: Instant? { list?.submittedAt }

  /// How many figures fall short; of somebody who is away none is expected.
  package var shortfalls: Int {
    if status == .away { return 0 }
    return (figures.prepared < figures.target ? 1 : 0) + (figures.new < figures.newTarget ? 1 : 0)
      + day.shortfalls.count + (overdue > 0 ? 1 : 0)
  }

  /// Handed in, and nothing falls short: it may be passed with others at once.
  package var isWhole: Bool { status == .submitted && shortfalls == 0 }
}
