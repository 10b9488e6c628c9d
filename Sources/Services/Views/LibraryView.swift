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
  /// Those of whom he stands in for today, with whose each is (R2.6).
  package let covered: [LibraryRow]
  package let coveredFor: [Refusal.Holder]
  /// Who works them meanwhile, and until when, where their holder is away today.
  package let absence: Absence?
  /// The customers of which its reader has a note half typed, and since when (R6.4).
  package let drafts: [CustomerID: Instant]

  /// - Parameter holder: whose, by login; nil for one's own. Who sees his subtree reads every library in it (R2.2).
  package static func read(
    of holder: String? = nil, by reader: PersonID, at now: Instant, in house: House
  ) throws -> LibraryView {
    try house.read(as: reader, .see, at: now) { unit in
      let person = try holder.map { try unit.readable($0) } ?? unit.person
      let actor = person.id
      let policy = try unit.rules.policy(person.policy)
      let overAt = try FuseBox(unit).overAt
      let asked = try unit.store.requests.askedCustomers(by: actor, at: now)
      let rows = try Clocks(unit).library(of: actor).map { $0.marked(asked) }
      let away = holder == nil ? try unit.covered() : []
      let today = unit.rules.calendar.day(of: now)
      return LibraryView(
        rows: rows, held: try unit.store.opportunities.slotsTaken(by: actor, overAt: overAt),
        capacity: person.capacity ?? policy.capacity,
        flowingBackSoon: rows.filter { policy.isAboutToFlowBack($0.due, at: now, in: unit.rules.calendar) }
          .count,
        day: try DayCounters.read(of: person, in: unit),
        unseenAlerts: try unit.store.alerts.unseen(of: actor),
        toAnswer: try RequestQueue.count(in: unit),
        covered: try away.flatMap { try Clocks(unit).library(of: $0) }
          .sorted { ($0.due?.seconds ?? .max, $0.id) < ($1.due?.seconds ?? .max, $1.id) },
        coveredFor: try away.compactMap { try unit.store.people.holder($0) },
        absence: try unit.store.evenings.absences(of: [actor], on: today)[actor],
        drafts: try unit.store.drafts.moments(of: reader))
    }
  }
}

extension ReadingUnit {
  /// The person of this login, whose library may be read.
  fileprivate func readable(_ login: String) throws -> Person {
    guard let holder = try store.people.find(login: login) else { throw Refusal.unknownPerson(login) }
    let scopes = rules.rights.scopes(of: .see, for: try person.roles)
    let isUnder = try store.people.isDepartment(holder.department, under: person.department)
    let isCovered = try scopes.contains(.covered) && covered().contains(holder.id)
    guard holder.id == actor || isCovered || scopes.contains(.all) || scopes.contains(.subtree) && isUnder
    else { throw Refusal.notAllowed(.see) }
    return holder
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
    try house.read(as: actor, .see) { try $0.store.library.numbers(of: actor) }
  }
}

extension LibraryView {
  /// The tags of each customer that has any, as they are compared, for a filter of tags.
  package static func tags(
    of holder: String? = nil, by reader: PersonID, in house: House
  ) throws -> [CustomerID: [String]] {
    try house.read(as: reader, .see) { unit in
      try unit.store.library.tags(of: holder.map { try unit.readable($0).id } ?? reader)
    }
  }
}

extension Clocks {
  /// Somebody's library, soonest due first.
  func library(of holder: PersonID) throws -> [LibraryRow] {
    try expected(unit.store.library.rows(of: holder, overAt: FuseBox(unit).overAt))
  }

  /// The rows as the customers themselves tell: one that is to be warned and was not yet will be at the engine's next
  /// look, and where that is too late has its grace (R4.7).
  fileprivate func expected(_ rows: [LibraryRow]) throws -> [LibraryRow] {
    let isPending = try unit.pendingChange.get() != nil
    guard isPending || rows.contains(where: { $0.isWarningDue(at: unit.now) }) else { return rows }
    return try rows.map { isPending || $0.isWarningDue(at: unit.now) ? try expected($0) : $0 }
      .sorted { ($0.due?.seconds ?? .max, $0.id) < ($1.due?.seconds ?? .max, $1.id) }
  }

  private func expected(_ row: LibraryRow) throws -> LibraryRow {
    guard let opportunity = try unit.store.opportunities.open(of: row.id) else { return row }
    var row = row
    row.due = try expected(opportunity)?.effectiveDue
    return row
  }
}
