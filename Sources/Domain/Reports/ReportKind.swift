/// What a report is about (R8.5). The raw values are part of the command line's contract.
package enum ReportKind: String, Sendable, CaseIterable {
  case calls, leaderboard, sea

  /// In the order of its columns.
  package var figures: [ReportFigure] {
    switch self {
    case .calls: [.calls, .effective, .ab, .visits, .new, .signed, .amount, .came, .left]
    case .leaderboard: [.amount, .signed, .effective, .ab, .visits, .new]
    case .sea: [.flowedBack, .noNeed, .unreachable, .competitor, .duplicate, .other, .released, .picked]
    }
  }
}

/// What the lines of a report stand for. The raw values are part of the command line's contract.
package enum ReportGrouping: String, Sendable, CaseIterable {
  case person, department, day, week, month
}
