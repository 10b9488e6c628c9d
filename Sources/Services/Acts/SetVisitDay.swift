import Domain
import Storage

/// Makes today, or the next desk day, one on which visits are expected of the actor in the place of calls (R7.4), or
/// one of calls again.
package struct SetVisitDay {
  let isVisitDay: Bool
  let isTomorrow: Bool

  package init(_ isVisitDay: Bool, tomorrow: Bool = false) {
    self.isVisitDay = isVisitDay
    isTomorrow = tomorrow
  }

  /// - Returns: the day it was set for.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Day {
    try house.write(as: actor, .setVisitDay, leaving: .changes, at: now) { unit in
      let today = unit.rules.calendar.day(of: now)
      let day = isTomorrow ? unit.rules.calendar.deskDay(after: today) : today
      if try unit.store.dayFigures.setVisitDay(isVisitDay, of: actor, on: day) {
        unit.event.add(["day": day.iso, "visits": isVisitDay ? "on" : "off"])
      }
      return day
    }
  }
}
