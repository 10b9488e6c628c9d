import Domain
import Storage

/// The lines of a report: every person, department, stretch of days, stage or level there is, whether anything was counted
/// or not.
struct ReportGroups {
  private let grouping: ReportGrouping
  private let people: [PersonID: Person]
  private let days: ClosedRange<Day>
  /// In their order.
  private let subjects: [ReportSubject]

  /// - Parameter policy: whose stages and levels they are.
  init(_ grouping: ReportGrouping, people: [Person], days: ClosedRange<Day>, policy: Policy?) {
    self.grouping = grouping
    self.people = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    self.days = days
    subjects =
      switch grouping {
      case .person:
        people.map { .person(login: $0.login, name: $0.name, department: $0.departmentName) }
      case .department: Set(people.map(\.departmentName)).sorted().map(ReportSubject.department)
      case .day, .week, .month: ReportGroups.stretches(of: days, grouping)
      case .stage:
        (policy?.stages ?? []).enumerated().map { .part(String($0.offset + 1), $0.element) }
      case .level: (policy?.intents ?? []).reversed().map { .part($0.level, $0.title) }
      }
  }

  /// Weeks and months cut at the ends of the span.
  private static func stretches(of days: ClosedRange<Day>, _ grouping: ReportGrouping) -> [ReportSubject] {
    var (stretches, first) = ([ReportSubject](), days.lowerBound)
    while first <= days.upperBound {
      let next =
        switch grouping {
        case .week: first.startOfWeek + 7
        case .month: first.startOfMonth.adding(months: 1)
        default: first + 1
        }
      stretches.append(.days(grouping, first...min(next - 1, days.upperBound)))
      first = next
    }
    return stretches
  }

  func sums(of counted: [CountedDay]) -> [Report.Line] {
    var sums: [String: ReportFigures] = [:]
    for day in counted {
      guard let key = key(of: day) else { continue }
      sums[key, default: ReportFigures()] += day.figures
    }
    // A level or stage that only another policy has is there all the same.
    let more = Set(sums.keys).subtracting(subjects.map(\.key)).sorted().map { ReportSubject.part($0, nil) }
    return (subjects + more).map { Report.Line(subject: $0, figures: sums[$0.key] ?? ReportFigures()) }
  }

  private func key(of counted: CountedDay) -> String? {
    switch grouping {
    case .person: people[counted.person]?.login
    case .department: people[counted.person]?.departmentName
    case .day, .week, .month: ReportSubject.days(grouping, counted.day...counted.day).key
    case .stage, .level: counted.part
    }
  }
}
