import Domain
import Storage

/// The customers of one library as candidates for the list of a day (R7.5).
struct ListCandidates {
  let policy: Policy
  private let day: Day
  private let unit: MomentUnit
  private let added: Set<CustomerID>
  private let callable: Set<CustomerID>

  init(_ unit: MomentUnit, of agent: Person, on day: Day) throws {
    self.unit = unit
    self.day = day
    policy = try unit.rules.policy(agent.policy)
    let today = unit.rules.calendar.span(of: unit.rules.calendar.day(of: unit.now))
    added = Set(
      try unit.store.dayFigures.counted(.added, of: agent.id, during: today, effective: []).map(\.customer))
    callable = Set(try unit.store.numbers.first(of: agent.id).keys)
  }

  func place(of row: LibraryRow) -> ListPlace {
    policy.place(of: candidate(row), on: day, at: unit.now, in: unit.rules.calendar)
  }

  /// Those with which a list is filled unasked, the first first.
  func filling(_ library: [LibraryRow]) -> [(row: LibraryRow, source: ListSource)] {
    library.filter { mayBeListed($0) && policy.fills(candidate($0), on: day, in: unit.rules.calendar) }
      .map { (row: $0, place: place(of: $0)) }.sorted { $0.place < $1.place }
      .map { (row: $0.row, source: $0.place.source) }
  }

  func counts(_ row: LibraryRow) -> Bool {
    policy.countsOnList(level: row.intent, due: row.due, on: day, in: unit.rules.calendar)
  }

  /// R6.3: a customer left with no callable number is in no list; a signed or invalid one is nobody's to call from it.
  private func mayBeListed(_ row: LibraryRow) -> Bool {
    ![.signed, .invalid].contains(row.state) && callable.contains(row.id)
  }

  private func candidate(_ row: LibraryRow) -> ListCandidate {
    ListCandidate(
      id: row.id, level: row.intent, next: row.next, due: row.due, enteredAt: row.enteredAt,
      lastContact: row.lastContact, isNew: added.contains(row.id))
  }
}
