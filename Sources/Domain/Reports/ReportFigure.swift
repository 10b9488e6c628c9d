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
