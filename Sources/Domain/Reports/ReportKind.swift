/// What a report is about (R8.5). The raw values are part of the command line's contract.
package enum ReportKind: String, Sendable, CaseIterable {
  case calls, funnel, sea, leaderboard, targets, plans, dormant

  /// In the order of its columns.
  package var figures: [ReportFigure] {
    switch self {
    case .calls: [.calls, .effective, .ab, .visits, .new, .signed, .amount, .came, .left]
    case .leaderboard: [.amount, .signed, .effective, .ab, .visits, .new]
    case .sea:
      [
        .flowedBack, .byNote, .byVisit, .bySigning, .noNeed, .unreachable, .competitor, .duplicate, .other,
        .released, .lost, .picked, .granted, .untouched, .firstNote,
      ]
    case .funnel: [.reached, .wentOn, .share, .stageDays, .staying, .ended]
    case .targets: ReportFigure.targeted.flatMap { [$0, $0.target].compactMap { $0 } }
    case .plans: [.planned, .kept, .keptShare, .late, .missed, .lapsed]
    case .dormant: ReportFigure.silences.map(\.figure) + [.silent]
    }
  }

  /// Its columns for the eye: a target stands in that of its figure.
  package var columns: [ReportFigure] { self == .targets ? ReportFigure.targeted : figures }

  /// What its lines can stand for, the usual first.
  package var groupings: [ReportGrouping] {
    switch self {
    case .calls, .sea, .plans: [.person, .department, .day, .week, .month]
    case .leaderboard: [.person]
    case .funnel: [.stage]
    case .targets: [.person, .department, .month]
    case .dormant: [.level, .person, .department]
    }
  }

  /// What is wanted, where its lines can stand for that.
  package func grouping(_ wanted: ReportGrouping?) -> ReportGrouping {
    wanted.flatMap { groupings.contains($0) ? $0 : nil } ?? groupings[0]
  }

  /// Whether its lines can be added up: who reached a stage has reached those before it.
  package var hasTotal: Bool { self != .funnel }

  /// What it tells of is how things stand, whatever the days.
  package var isOfNow: Bool { self == .dormant }
}

/// What the lines of a report stand for. The raw values are part of the command line's contract.
package enum ReportGrouping: String, Sendable, CaseIterable {
  case person, department, day, week, month, stage, level

  package var isOfDays: Bool { [.day, .week, .month].contains(self) }
}
