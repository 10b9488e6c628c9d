import Domain
import Storage

/// Figures of a span, a line a person, department, day, week or month (R8.5). What was done does not change any more: the
/// same span counts the same whenever it is asked, but for a note or an order taken back within its minute.
package struct Report: Sendable {
  package struct Line: Sendable {
    package let subject: ReportSubject
    package let figures: ReportFigures
  }

  package let kind: ReportKind
  package let grouping: ReportGrouping
  package let days: ClosedRange<Day>
  /// When it was counted.
  package let at: Instant
  /// Whom it counts, by department where one was named.
  package let department: String?
  package let lines: [Line]
  package let total: ReportFigures

  /// - Parameters:
  ///   - grouping: of the leaderboard always persons.
  ///   - department: of the agents under it alone.
  package static func read(
    _ kind: ReportKind, by grouping: ReportGrouping, during span: ReportSpan, department: String? = nil,
    for actor: PersonID, at now: Instant, in house: House
  ) throws -> Report {
    try house.read(as: actor, .see, at: now) { unit in
      let people = try ReportReach(unit).people(of: department)
      let counted = try count(kind, people, span.days, in: unit)
      let grouping = kind == .leaderboard ? .person : grouping
      let grouped = ReportGroups(grouping, people: people, days: span.days).sums(of: counted)
      var lines = grouped.map { Line(subject: $0.subject, figures: $0.figures) }
      if kind == .leaderboard { lines = ranked(lines) }
      return Report(
        kind: kind, grouping: grouping, days: span.days, at: now, department: department, lines: lines,
        total: lines.reduce(into: ReportFigures()) { $0 += $1.figures })
    }
  }

  /// Only what the report shows is asked for.
  private static func count(
    _ kind: ReportKind, _ people: [Person], _ days: ClosedRange<Day>, in unit: MomentUnit
  ) throws -> [CountedDay] {
    func work(of people: [Person]) -> WorkSpan {
      WorkSpan(of: people, during: days, in: unit.rules.calendar)
    }
    func shows(_ figures: [ReportFigure]) -> Bool { kind.figures.contains(where: figures.contains) }
    let (reports, all) = (unit.store.reports, work(of: people))
    var counted: [CountedDay] = []
    if shows(Reports.waysInFigures) { counted += try reports.waysIn(all) }
    if shows(Reports.waysOutFigures) { counted += try reports.waysOut(all) }
    if shows(Reports.orderFigures) { counted += try reports.signed(all) }
    guard shows(Reports.contactFigures) else { return counted }
    // Which calls are effective is policy (R6.3).
    for (name, people) in Dictionary(grouping: people, by: \.policy) {
      let policy = try unit.rules.policy(name)
      counted += try reports.contacts(work(of: people), effective: policy.notes.effectiveOutcomes)
    }
    return counted
  }

  /// By what was earned, then by how it is earned.
  private static func ranked(_ lines: [Line]) -> [Line] {
    func rank(_ line: Line) -> [Int] { ReportKind.leaderboard.figures.map { -line.figures[$0] } }
    return lines.sorted { one, other in
      let (first, second) = (rank(one), rank(other))
      return first == second
        ? one.subject.key < other.subject.key : first.lexicographicallyPrecedes(second)
    }
  }
}

/// What a line of a report stands for.
package enum ReportSubject: Sendable, Equatable {
  case person(login: String, name: String, department: String)
  case department(String)
  /// A day, or the first of a week or month.
  case days(ReportGrouping, ClosedRange<Day>)

  /// As scripts know it: a login, a department, 2026-11-26, 2026-W48, 2026-11.
  package var key: String {
    switch self {
    case .person(let login, _, _): login
    case .department(let name): name
    case .days(.week, let days): days.lowerBound.isoWeek
    case .days(.month, let days): String(days.lowerBound.iso.prefix(7))
    case .days(_, let days): days.lowerBound.iso
    }
  }
}
