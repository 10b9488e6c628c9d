import Domain
import Storage

/// The floor as it is just now (R8.5): who is on the phone, who waits and since when, and how the day goes.
package struct Wallboard: Sendable {
  package struct Line: Sendable {
    package let person: Person
    package let state: FloorState
    package let callsThisHour: Int
    package let calls: Int
  }

  package let at: Instant
  /// In an order that does not change by what they do.
  package let lines: [Line]
  /// Calls by the hours of the day, up to this one.
  package let hours: [Int]

  package var onThePhone: Int { lines.count { $0.state.code == "on_the_phone" } }
  package var callsThisHour: Int { hours.last ?? 0 }
  package var calls: Int { hours.reduce(0, +) }

  /// - Parameter department: of the agents under it alone.
  package static func read(
    department: String? = nil, by actor: PersonID, at now: Instant, in house: House
  ) throws -> Wallboard {
    try house.read(as: actor, .see, at: now) { unit in
      let people = try ReportReach(unit).people(of: department).filter(\.isActive)
      let calendar = unit.rules.calendar
      let start = calendar.start(of: calendar.day(of: now))
      let hour = calendar.minuteOfDay(now) / 60
      let activity = try unit.store.floor.activity(of: people.map(\.id), since: start, until: now)
      let lines = people.map { person in
        let done = activity[person.id] ?? Floor.Activity()
        return Line(
          person: person, state: FloorState(dialledAt: done.dialledAt, notedAt: done.notedAt, at: now),
          callsThisHour: done.calls[hour] ?? 0, calls: done.calls.values.reduce(0, +))
      }
      let hours = (0...hour).map { hour in activity.values.reduce(0) { $0 + ($1.calls[hour] ?? 0) } }
      return Wallboard(at: now, lines: lines, hours: hours)
    }
  }
}
