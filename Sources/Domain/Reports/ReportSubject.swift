/// What a line of a report stands for.
package enum ReportSubject: Sendable, Equatable {
  case person(login: String, name: String, department: String)
  case department(String)
  /// A day, or the first of a week or month.
  case days(ReportGrouping, ClosedRange<Day>)
  /// A stage or a level; no title where only another policy has it.
  case part(String, Title?)

  /// As scripts know it: a login, a department, 2026-11-26, 2026-W48, 2026-11, 3, B.
  package var key: String {
    switch self {
    case .person(let login, _, _): login
    case .department(let name): name
    case .part(let name, _): name
    case .days(.week, let days): days.lowerBound.isoWeek
    case .days(.month, let days): String(days.lowerBound.iso.prefix(7))
    case .days(_, let days): days.lowerBound.iso
    }
  }
}
