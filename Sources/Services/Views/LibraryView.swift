import Domain
import Storage

/// "My opportunities": one agent's library, and how his day stands.
package struct LibraryView: Sendable {
  package let rows: [LibraryRow]
  /// Slots taken, and how many there are (R3.4).
  package let held: Int
  package let capacity: Int
  /// Rows inside the warning window.
  package let flowingBackSoon: Int
  package let day: DayCounters
  package let unseenAlerts: Int
  /// How many requests wait for an answer of his (R8.4).
  package let toAnswer: Int

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> LibraryView {
    try house.read { store in
      let person = try Allowance(house).require(actor, .see)
      let policy = try house.rules.policy(person.policy)
      let overAt = try FuseBox(house).overAt(now)
      let asked = try store.requests.askedCustomers(by: actor, at: now)
      let stored = try store.library.rows(of: actor, overAt: overAt).map { $0.marked(asked) }
      let rows = try ClockKeeper(house).expected(stored, at: now)
      return LibraryView(
        rows: rows, held: try store.opportunities.slotsTaken(by: actor, overAt: overAt),
        capacity: person.capacity ?? policy.capacity,
        flowingBackSoon: rows.filter { policy.isAboutToFlowBack($0.due, at: now, in: house.rules.calendar) }
          .count,
        day: try DayCounters.read(of: person, policy, at: now, in: house),
        unseenAlerts: try store.alerts.unseen(of: actor),
        toAnswer: try RequestQueue.count(for: person, at: now, in: house))
    }
  }
}

extension LibraryRow {
  fileprivate func marked(_ asked: Set<CustomerID>) -> LibraryRow {
    guard asked.contains(id) else { return self }
    var row = self
    row.isAsked = true
    return row
  }
}

extension LibraryView {
  /// The digits of every number of the library, a customer's in one text, for a filter of digits.
  package static func numbers(by actor: PersonID, in house: House) throws -> [CustomerID: String] {
    try house.read { store in
      _ = try Allowance(house).require(actor, .see)
      return try store.library.numbers(of: actor)
    }
  }
}

extension Policy {
  /// Inside the warning window: no more days left than the longest warning level.
  package func isAboutToFlowBack(_ due: Instant?, at now: Instant, in calendar: HouseCalendar) -> Bool {
    guard let due, let longest = warnings.first else { return false }
    return calendar.dueDay(of: due) - calendar.day(of: now) <= longest
  }
}

extension ClockKeeper {
  /// The rows as the customers themselves tell: one that is to be warned and was not yet will be at the engine's next
  /// look, and where that is too late has its grace (R4.7).
  fileprivate func expected(_ rows: [LibraryRow], at now: Instant) throws -> [LibraryRow] {
    guard rows.contains(where: { $0.isWarningDue(at: now) }) else { return rows }
    return try rows.map { try expected($0, at: now) }
      .sorted { ($0.due?.seconds ?? .max, $0.id) < ($1.due?.seconds ?? .max, $1.id) }
  }

  private func expected(_ row: LibraryRow, at now: Instant) throws -> LibraryRow {
    guard row.isWarningDue(at: now), let opportunity = try house.store.opportunities.open(of: row.id) else {
      return row
    }
    var row = row
    row.due = try expected(opportunity, at: now)?.effectiveDue
    return row
  }
}

/// Where an agent stands against the day's targets (R7.4); the day is the server's.
package struct DayCounters: Sendable, Equatable {
  package let effectiveCalls: Int
  package let abCustomers: Int
  package let newCustomers: Int
  package let picks: Int
  package let targets: Targets
  package let dailyPicks: Int

  static func read(of person: Person, _ policy: Policy, at now: Instant, in house: House) throws
    -> DayCounters
  {
    let (calendar, day) = (house.rules.calendar, house.rules.calendar.day(of: now))
    let today = calendar.start(of: day)
    let effective = policy.notes.outcomes.filter(\.isEffectiveCall).map(\.outcome)
    let store = house.store
    return DayCounters(
      effectiveCalls: try store.notes.customersReached(
        by: person.id, since: today, outcomes: effective, intents: nil),
      abCustomers: try store.notes.customersReached(
        by: person.id, since: today, outcomes: effective, intents: ["A", "B"]),
      newCustomers: try store.opportunities.waysIn(of: person.id, since: today, [.picked, .entered]),
      picks: try store.opportunities.picks(of: person.id, since: today, before: calendar.end(of: day)),
      targets: policy.targets,
      dailyPicks: policy.dailyPicks)
  }
}
