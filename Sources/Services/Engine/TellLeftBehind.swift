import Domain
import Storage

/// R2.4: what is still held at the day's end by who works here no more is told to his manager, each day until it is handed
/// over. Where there is nothing nothing is written.
struct TellLeftBehind {
  let house: House

  func perform(at now: Instant) throws {
    let found = try house.read(as: .engine, at: now) { unit in
      try unit.store.people.leaversToTell(on: unit.rules.calendar.day(of: now))
    }
    if found.isEmpty { return }
    // The alert says it all: no audit event.
    try house.write(as: .engine, .engine, leaving: .nothing, at: now) { unit in
      let today = unit.rules.calendar.day(of: now)
      for (person, held) in try unit.store.people.leaversToTell(on: today) {
        let leaver = try unit.person(person)
        for superior in try unit.store.people.superiors(of: leaver.department) {
          try unit.store.alerts.tell(
            .leftBehind, superior, due: now, remark: leaver.name, count: held, at: now)
        }
        try unit.store.people.markTold(person, on: today)
      }
    }
  }
}
