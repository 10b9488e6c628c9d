import Domain
import Storage

/// Where the figures of a report come from: what it shows is asked for, and nothing else.
struct ReportSource {
  private let unit: MomentUnit
  private let people: [Person]
  private let days: ClosedRange<Day>

  init(_ unit: MomentUnit, of people: [Person], during days: ClosedRange<Day>) {
    (self.unit, self.people, self.days) = (unit, people, days)
  }

  private func work(of people: [Person]) -> WorkSpan {
    WorkSpan(of: people, during: days, in: unit.rules.calendar)
  }

  func count(_ kind: ReportKind) throws -> [CountedDay] {
    func shows(_ figures: [ReportFigure]) -> Bool { kind.figures.contains(where: figures.contains) }
    let (reports, all) = (unit.store.reports, work(of: people))
    var counted: [CountedDay] = []
    if shows(Reports.waysInFigures) { counted += try reports.waysIn(all) }
    if shows(Reports.waysOutFigures) { counted += try reports.waysOut(all) }
    if shows(Reports.orderFigures) { counted += try reports.signed(all) }
    if shows(Reports.stageFigures) { counted += try reports.stages(all) }
    if shows(Reports.planFigures) { counted += try reports.plans(all, at: unit.now) }
    if shows(Reports.silenceFigures) { counted += try reports.silent(all, in: unit.rules.calendar) }
    if kind == .targets { counted += try targets() }
    guard shows(Reports.contactFigures) else { return counted }
    for (policy, people) in try byPolicy() {
      counted += try reports.contacts(work(of: people), effective: policy.notes.effectiveOutcomes)
    }
    return counted
  }

  /// Which calls are effective is policy (R6.3).
  private func byPolicy() throws -> [(Policy, [Person])] {
    try Dictionary(grouping: people, by: \.policy).map { (try unit.rules.policy($0), $1) }
  }

  /// What each month asks of each person.
  private func targets() throws -> [CountedDay] {
    let shelf = try TargetShelf(unit)
    return try shelf.months(of: days).flatMap { month in
      let tree = try shelf.tree(of: month)
      return people.map { person in
        let asked = tree.target(of: .person(person.id))
        var figures = ReportFigures()
        for figure in ReportFigure.targeted {
          if let target = figure.target { figures[target] = asked[figure] }
        }
        return CountedDay(person.id, month, figures)
      }
    }
  }

  /// What stands behind a figure (R8.5), the newest first.
  ///
  /// - Parameter part: the stage or the level it is about.
  func rows(behind figure: ReportFigure, part: String?) throws -> [ReportRow] {
    let (rows, all) = (unit.store.reportRows, work(of: people))
    if Reports.waysInFigures.contains(figure) { return try rows.waysIn(figure, all) }
    if Reports.waysOutFigures.contains(figure) { return try rows.waysOut(figure, all) }
    if Reports.orderFigures.contains(figure) { return try rows.signed(all) }
    if Reports.stageFigures.contains(figure) {
      return try rows.stages(figure, stage: part.flatMap(Int.init) ?? 1, all)
    }
    if Reports.planFigures.contains(figure) { return try rows.plans(figure, all, at: unit.now) }
    if Reports.silenceFigures.contains(figure) {
      return try rows.silent(figure, level: part, all, in: unit.rules.calendar)
    }
    let found = try byPolicy().flatMap { policy, people in
      try rows.contacts(figure, work(of: people), effective: policy.notes.effectiveOutcomes)
    }
    return Array(found.sorted { ($0.at, $0.customer) > ($1.at, $1.customer) }.prefix(ReportRows.most))
  }
}
