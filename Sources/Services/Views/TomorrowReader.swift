import Domain
import Storage

/// Makes what is shown of the list of a day: of the rows, the library, and what left it.
struct TomorrowReader {
  private let unit: MomentUnit
  private let agent: Person
  private let day: Day

  init(_ unit: MomentUnit, of agent: Person, on day: Day) {
    self.unit = unit
    self.agent = agent
    self.day = day
  }

  var view: TomorrowView {
    get throws {
      let list = try unit.store.dayLists.find(of: agent.id, on: day)
      let library = try Clocks(unit).library(of: agent.id)
      let candidates = try ListCandidates(unit, of: agent, on: day)
      let rows = try list.map { try unit.store.dayLists.rows(of: $0.id) } ?? []
      let listed = Set(rows.filter(\.isHeld).map(\.customer))
      let others = library.filter { !listed.contains($0.id) }
      let figures = try ListFigures.read(of: [agent], on: day, in: unit)[agent.id]
      let people = unit.store.people
      return TomorrowView(
        day: day, figures: figures ?? ListFigures(prepared: 0, new: 0, target: 0, newTarget: 0),
        status: list?.status ?? .open, version: list?.version ?? 0,
        rows: try shown(rows, library, candidates) + (list?.status == .passed ? later(others) : []),
        candidates: candidates.filling(others).map { unlisted($0.row, $0.source, isLater: false) },
        isChanged: list?.isChanged ?? false, submittedAt: list?.submittedAt, isLate: list?.isLate ?? false,
        reason: list?.reason ?? "", remark: list?.remark ?? "",
        answeredBy: try list?.answeredBy.flatMap(people.holder), answeredAt: list?.answeredAt,
        superiors: try people.superiors(of: agent.department).compactMap(people.holder),
        isVisitDay: try !unit.store.dayFigures.visiting([agent.id], on: day).isEmpty)
    }
  }

  private func shown(
    _ rows: [DayListRow], _ library: [LibraryRow], _ candidates: ListCandidates
  ) throws -> [TomorrowRow] {
    let held = Dictionary(library.map { ($0.id, $0) }) { first, _ in first }
    return try rows.map { row in
      let customer = held[row.customer].flatMap { $0.opportunity == row.opportunity ? $0 : nil }
      return TomorrowRow(
        id: row.customer, name: row.name, source: row.source, isNew: row.isNew, isLater: row.isLater,
        counts: row.isHeld && !row.isLater
          && candidates.policy.countsOnList(level: row.level, due: row.due, on: day, in: unit.rules.calendar),
        customer: customer, end: customer == nil ? try end(of: row) : nil)
    }
  }

  /// R8.2: appointments for that day that a list which is passed has no place for, the first first.
  private func later(_ library: [LibraryRow]) -> [TomorrowRow] {
    let hours = unit.rules.calendar.span(of: day)
    return library.filter { row in row.next.map { $0.isAgreed && hours.contains($0.at) } ?? false }
      .sorted { $0.nextContact?.seconds ?? 0 < $1.nextContact?.seconds ?? 0 }
      .map { unlisted($0, .planned, isLater: true) }
  }

  private func end(of row: DayListRow) throws -> EndReason? {
    try unit.store.opportunities.ends(of: row.customer, by: agent.id).first?.reason
  }

  private func unlisted(_ row: LibraryRow, _ source: ListSource, isLater: Bool) -> TomorrowRow {
    TomorrowRow(
      id: row.id, name: row.name, source: source, isNew: source == .new, isLater: isLater, counts: !isLater,
      customer: row, end: nil)
  }
}
