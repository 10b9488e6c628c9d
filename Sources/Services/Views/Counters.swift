import Domain
import Storage

/// An agent's figures of today, and what each was counted from (R7.4).
package struct Counters: Sendable {
  package let day: DayCounters
  package let counted: [DayFigure: [CountedContact]]
  /// Whether the next desk day is one of visits.
  package let isNextDayOfVisits: Bool

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> Counters {
    try house.read(as: actor, .see, at: now) { unit in
      let person = try unit.person
      let calendar = unit.rules.calendar
      let today = calendar.day(of: now)
      let effective = try unit.rules.policy(person.policy).notes.effectiveOutcomes
      let counted = try DayFigure.allCases.map { figure in
        (
          figure,
          try unit.store.dayFigures.counted(
            figure, of: actor, during: calendar.span(of: today), effective: effective)
        )
      }
      return Counters(
        day: try DayCounters.read(of: person, in: unit),
        counted: Dictionary(uniqueKeysWithValues: counted),
        isNextDayOfVisits: try !unit.store.dayFigures.visiting([actor], on: calendar.deskDay(after: today))
          .isEmpty
      )
    }
  }
}
