import Domain
import Storage

/// Each desk day at 15:00, or later that day where the engine was down, counts what falls due until the end of the next
/// desk day. Above the limit it asks whoever may confirm for a subtree that has such customers (R4.13).
struct AskForecast {
  private static let minute = 15 * 60

  let house: House

  func perform(at now: Instant) throws {
    let calendar = house.rules.calendar
    let today = calendar.day(of: now)
    guard calendar.isDeskDay(today), calendar.minuteOfDay(now) >= AskForecast.minute,
      try !house.read(as: .engine, at: now, { try $0.store.fuses.hasForecast(of: today) })
    else { return }
    try house.write(as: .engine, .fuse, leaving: .changes, at: now) { unit in
      try unit.store.fuses.recordForecast(of: today, at: now)
      let through = calendar.endOfNextDeskDay(after: now)
      let ahead = try unit.store.fuses.due(after: now, through: through)
      guard try FuseBox(unit).isTooMuch(ahead) else { return }
      try ask(ahead, through: through, in: unit)
    }
  }

  /// When it asks next, today.
  func nextMoment(after now: Instant) -> Instant? {
    let today = house.rules.calendar.day(of: now)
    let moment = house.rules.calendar.moment(today, minute: AskForecast.minute)
    return moment > now ? moment : nil
  }

  private func ask(_ ahead: [DueMoment], through: Instant, in unit: WritingUnit) throws {
    let open = try ahead.map { DueMoment(due: $0.due, counts: try FuseBox(unit).unconfirmed($0)) }.byHolder
    for person in try unit.store.people.all() where unit.rules.rights.allow(.confirm, to: person) {
      let count = try open.filter {
        try unit.store.people.isDepartment($0.department, under: person.department)
      }.total
      if count > 0 {
        try unit.store.alerts.add(.forecast, to: person.id, count: count, due: through, at: unit.now)
      }
    }
    unit.event.add(["asked": String(open.total), "through": unit.rules.calendar.iso8601(through)])
  }
}
