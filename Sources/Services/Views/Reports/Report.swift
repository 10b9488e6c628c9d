import Domain
import Storage

/// Figures of a span, a line a person, department, day, week or month (R8.5). What was done does not change any more: the
/// same span counts the same whenever it is asked, but for a note or an order taken back within its minute.
package struct Report: Sendable {
  package struct Line: Sendable {
    package let subject: ReportSubject
    package let figures: ReportFigures

    package init(subject: ReportSubject, figures: ReportFigures) {
      self.subject = subject
      self.figures = figures
    }
  }

  package let kind: ReportKind
  package let grouping: ReportGrouping
  package let days: ClosedRange<Day>
  /// When it was counted.
  package let at: Instant
  /// Whom it counts, by department where one was named.
  package let department: String?
  package let lines: [Line]
  /// Empty where lines can't be added up.
  package let total: ReportFigures

  /// - Parameters:
  ///   - grouping: nil, and what this report can't be told by, for what is usual.
  ///   - department: of the agents under it alone.
  ///   - login: of one of them alone.
  package static func read(
    _ kind: ReportKind, by grouping: ReportGrouping?, during span: ReportSpan, department: String? = nil,
    of login: String? = nil, for actor: PersonID, at now: Instant, in house: House
  ) throws -> Report {
    try house.read(as: actor, .see, at: now) { unit in
      let reach = ReportReach(unit)
      let people = try reach.people(of: department).filter { login == nil || $0.login == login }
      let grouping = kind.grouping(grouping)
      let days = kind.days(of: span, today: unit.rules.calendar.day(of: now))
      let counted = try ReportSource(unit, of: people, during: days).count(kind)
      let policy = try people.first.map { try unit.rules.policy($0.policy) }
      let groups = ReportGroups(grouping, people: people, days: days, policy: policy)
      var lines = groups.sums(of: counted)
      let total = lines.reduce(into: ReportFigures()) { $0 += $1.figures }
      if kind == .leaderboard { lines = ranked(lines) }
      if kind == .targets && grouping == .department {
        lines = try TargetLines(unit, days).lines(of: reach.extent(of: department), people, counted)
      }
      return Report(
        kind: kind, grouping: grouping, days: days, at: now, department: department, lines: lines,
        total: kind.hasTotal ? total : ReportFigures())
    }
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

extension ReportKind {
  /// The days it counts: months are asked for whole, and how things stand, stands today.
  func days(of span: ReportSpan, today: Day) -> ClosedRange<Day> {
    switch self {
    case .targets:
      span.days.lowerBound.startOfMonth...span.days.upperBound.startOfMonth.adding(months: 1) - 1
    case .dormant: today...today
    default: span.days
    }
  }
}
