import Domain

/// The reports of `g9`, each with its digit.
enum ReportsView: Int, FixedView {
  case calls = 1
  case funnel, sea, leaderboard, targets, plans, dormant

  var kind: ReportKind {
    switch self {
    case .calls: .calls
    case .funnel: .funnel
    case .sea: .sea
    case .leaderboard: .leaderboard
    case .targets: .targets
    case .plans: .plans
    case .dormant: .dormant
    }
  }

  var title: String { "reports.kind.\(kind.rawValue)" }
}

/// Which days a report counts, by what people call them: this one, or so many of them before.
enum ReportPeriod: CaseIterable, Sendable {
  case day, week, month, quarter

  private static let quarterDays = 90

  /// The key of its name.
  var title: String {
    switch self {
    case .day: "reports.period.day"
    case .week: "reports.period.week"
    case .month: "reports.period.month"
    case .quarter: "reports.period.quarter"
    }
  }

  /// - Parameter before: 0 for the one that is not over, which is counted up to today.
  func days(_ before: Int, until today: Day) -> ClosedRange<Day> {
    switch self {
    case .day: today - before...today - before
    case .week:
      (today.startOfWeek - 7 * before)...(before == 0 ? today : today.startOfWeek - 7 * before + 6)
    case .month:
      today.startOfMonth.adding(
        months: -before)...(before == 0
        ? today : today.startOfMonth.adding(months: 1 - before) - 1)
    case .quarter:
      (today - ReportPeriod.quarterDays * (before + 1) + 1)...(today - ReportPeriod.quarterDays * before)
    }
  }
}
