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

/// One figure of a report. The raw values are part of the command line's contract.
package enum ReportFigure: String, Sendable, CaseIterable {
  /// Calls that were noted; customers reached by an effective one, and those of them at A or B, each once a day (R7.4).
  case calls, effective, ab
  case visits
  /// Entered or picked; all that came, and all that left.
  case new
  case came = "in"
  case left = "out"
  /// Orders that were confirmed and count for their seller (R8.6), and their sum in fen, by the day of the confirmation.
  case signed, amount
  /// What went into the sea by a rule, and by hand for each reason; the sum of both; what was picked out of it.
  case flowedBack = "flowed_back"
  case noNeed = "no_need"
  case unreachable, competitor, duplicate, other, released, picked

  package var isMoney: Bool { self == .amount }

  package init(_ reason: ReleaseReason) {
    switch reason {
    case .noNeed: self = .noNeed
    case .unreachable: self = .unreachable
    case .competitor: self = .competitor
    case .duplicate: self = .duplicate
    case .other: self = .other
    }
  }
}

/// The figures of one line, each 0 where nothing was counted.
package struct ReportFigures: Sendable, Equatable {
  private var counts: [ReportFigure: Int] = [:]

  package init() {}

  package subscript(_ figure: ReportFigure) -> Int {
    get { counts[figure] ?? 0 }
    set { counts[figure] = newValue == 0 ? nil : newValue }
  }

  package static func += (sum: inout ReportFigures, more: ReportFigures) {
    sum.counts.merge(more.counts, uniquingKeysWith: +)
  }
}

/// Days of the house that a report counts.
package struct ReportSpan: Sendable, Equatable {
  /// A report of more is refused.
  package static let longest = 3660

  package let days: ClosedRange<Day>

  /// Nil where the first comes after the last, or there are too many.
  package init?(from first: Day, to last: Day) {
    guard first <= last, last - first < ReportSpan.longest else { return nil }
    days = first...last
  }
}

extension Day {
  /// The Monday of its week.
  package var startOfWeek: Day { self - weekday.rawValue }

  /// The first of its month.
  package var startOfMonth: Day { self - (civil.day - 1) }

  /// `2026-W48` (ISO 8601): a week is of the year in which its Thursday lies.
  package var isoWeek: String {
    let thursday = startOfWeek + 3
    let year = thursday.civil.year
    guard let first = Day(year: year, month: 1, day: 1) else { return iso }
    return "\(padded(year, to: 4))-W\(padded((thursday - first) / 7 + 1, to: 2))"
  }
}
