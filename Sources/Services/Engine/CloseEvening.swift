import Domain
import Storage

/// R8.2: at the close who is unchecked goes on record, and whoever stands in for the absent manager is told, else the
/// director. It stops nothing: lists are still handed in and passed.
package struct CloseEvening {
  let house: House

  package init(house: House) {
    self.house = house
  }

  package func perform(at now: Instant) throws {
    let due = try house.read(as: .engine, at: now) { try policiesToClose(in: $0) }
    if due.isEmpty { return }
    // The record says it all, and the alerts: no audit event.
    try house.write(as: .engine, .engine, leaving: .nothing, at: now) { unit in
      for (name, evening) in try policiesToClose(in: unit) {
        try unit.store.evenings.close(evening, of: name, at: now)
        try record(unchecked(under: name, on: evening, in: unit), on: evening, in: unit)
      }
    }
  }

  /// When it next closes, today.
  func nextMoment(after now: Instant) throws -> Instant? {
    let calendar = house.rules.calendar
    let today = calendar.day(of: now)
    guard calendar.isDeskDay(today) else { return nil }
    return try house.read(as: .engine, at: now) { unit in
      try policies(in: unit).map { calendar.moment(today, minute: $0.list.closesAt) }.filter { $0 > now }
        .min()
    }
  }

  private func policies(in unit: ReadingUnit) throws -> [Policy] {
    try unit.store.people.policies().map(unit.rules.policy)
  }

  /// Those whose close has come: today's, or where the house was down the one before, once the first was recorded.
  private func policiesToClose(in unit: MomentUnit) throws -> [(policy: String, evening: Day)] {
    let calendar = unit.rules.calendar
    let today = calendar.day(of: unit.now)
    let hasCloses = try unit.store.evenings.hasCloses()
    return try policies(in: unit).compactMap { policy in
      let isOver = calendar.isDeskDay(today) && calendar.minuteOfDay(unit.now) >= policy.list.closesAt
      let evening = isOver ? today : calendar.deskDay(before: today)
      guard isOver || hasCloses, try !unit.store.evenings.isClosed(evening, of: policy.name) else {
        return nil
      }
      return (policy.name, evening)
    }
  }

  private func unchecked(
    under policy: String, on evening: Day, in unit: WritingUnit
  ) throws -> [EveningLine] {
    guard let root = try unit.store.people.rootDepartment() else { return [] }
    let agents = try unit.store.people.agents(under: root).filter { $0.policy == policy }
    return try EveningReader(unit, on: evening).lines(of: agents).filter { !$0.status.isSettled }
  }

  private func record(_ lines: [EveningLine], on evening: Day, in unit: WritingUnit) throws {
    var told: [PersonID: Int] = [:]
    for line in lines {
      try unit.store.evenings.record(unchecked: line.id, line.status, on: evening)
      for person in try unit.standIns(for: line.agent.department) where person != line.id {
        told[person, default: 0] += 1
      }
    }
    for (person, count) in told.sorted(by: { $0.key < $1.key }) {
      try unit.store.alerts.add(.eveningOpen, to: person, count: count, due: unit.now, at: unit.now)
    }
  }
}

extension WritingUnit {
  /// Who checks in the place of a department's managers: their deputies of today, else the directors above.
  fileprivate func standIns(for department: DepartmentID) throws -> [PersonID] {
    let managers = try store.people.superiors(of: department)
    let today = rules.calendar.day(of: now)
    let deputies = try store.evenings.absences(of: managers, on: today).values.map(\.deputy.id)
    return deputies.isEmpty ? try store.people.directors(above: department) : Set(deputies).sorted()
  }
}
