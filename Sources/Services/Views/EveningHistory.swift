import Domain
import Storage

/// The evenings that were, by day and agent: what was handed in, who passed it, who left unsigned (R8.3).
package struct EveningHistory: Sendable {
  package struct Line: Sendable {
    package let evening: Day
    package let agent: Person
    package let status: EveningStatus
    package let submittedAt: Instant?
    package let isLate: Bool
    package let passedBy: Refusal.Holder?
    package let answeredAt: Instant?
    package let remark: String
    /// How it stood at the close, where it was unchecked then.
    package let atClose: EveningStatus?
  }

  /// How far back it looks, in days.
  package static let days = 30

  /// The newest first.
  package let lines: [Line]

  /// - Parameters:
  ///   - agent: nil for all of the department, or all that his right reaches.
  ///   - date: nil for the last days.
  package static func read(
    of agent: PersonID? = nil, by actor: PersonID, date: Day? = nil, department: String? = nil,
    at now: Instant, in house: House
  ) throws -> EveningHistory {
    try house.read(as: actor, .passList, at: now) { unit in
      let agents = try agents(agent, of: department, in: unit)
      let today = unit.rules.calendar.day(of: now)
      let span = date.map { $0...$0 } ?? (today - days)...today
      let known = Dictionary(agents.map { ($0.id, $0) }) { first, _ in first }
      var open = Dictionary(
        try unit.store.evenings.unchecked(of: agents.map(\.id), during: span).map {
          (Key(agent: $0.agent, evening: $0.day), $0.status)
        }
      ) { first, _ in first }
      let listed = try unit.store.dayLists.history(
        of: agents.map(\.id), during: span.lowerBound...unit.rules.calendar.deskDay(after: span.upperBound))
      var lines = try listed.compactMap { list -> Line? in
        let evening = unit.rules.calendar.deskDay(before: list.day)
        guard let agent = known[list.agent], span.contains(evening) else { return nil }
        let atClose = open.removeValue(forKey: Key(agent: list.agent, evening: evening))
        return Line(
          evening: evening, agent: agent, status: EveningStatus(list.status, isAway: false),
          submittedAt: list.submittedAt, isLate: list.isLate,
          passedBy: try list.answeredBy.flatMap(unit.store.people.holder), answeredAt: list.answeredAt,
          remark: list.remark, atClose: atClose)
      }
      for (key, status) in open {
        guard let agent = known[key.agent] else { continue }
        lines.append(Line(key.evening, agent, unsigned: status))
      }
      return EveningHistory(lines: lines.sorted { ($1.evening, $0.agent.id) < ($0.evening, $1.agent.id) })
    }
  }

  private static func agents(
    _ agent: PersonID?, of department: String?, in unit: MomentUnit
  ) throws -> [Person] {
    let reach = try EveningReach(unit)
    guard let agent else { return try reach.agents(of: department) }
    let person = try unit.person(agent)
    try reach.require(person)
    return [person]
  }

  private struct Key: Hashable {
    let agent: PersonID
    let evening: Day
  }
}

extension EveningHistory.Line {
  /// Of somebody who began no list.
  fileprivate init(_ evening: Day, _ agent: Person, unsigned status: EveningStatus) {
    self.init(
      evening: evening, agent: agent, status: status, submittedAt: nil, isLate: false, passedBy: nil,
      answeredAt: nil, remark: "", atClose: status)
  }
}
