import Domain
import Storage

/// To whom somebody may hand customers over, and how much room each has (R2.6, R3.4).
package struct HandoverBoard: Sendable {
  package struct Line: Sendable {
    package let person: Person
    package let held: Int
    package let capacity: Int

    package var room: Int { max(capacity - held, 0) }
  }

  package let lines: [Line]

  package static func read(
    of source: HandoverSource, by actor: PersonID, at now: Instant, in house: House
  ) throws -> HandoverBoard {
    try house.read(as: actor, source.act, at: now) { unit in
      let overAt = try FuseBox(unit).overAt
      let lines = try unit.store.people.people(under: unit.person.department).map(unit.person)
        .filter { unit.rules.rights.allow(.pick, to: $0) && source != .person($0.id) }
        .map { person in
          Line(
            person: person,
            held: try unit.store.opportunities.slotsTaken(by: person.id, overAt: overAt),
            capacity: try person.capacity ?? unit.rules.policy(person.policy).capacity)
        }
      return HandoverBoard(lines: lines)
    }
  }
}
