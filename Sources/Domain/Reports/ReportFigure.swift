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
  /// What went into the sea by a rule, that of it by each clock, and by hand for each reason; the sum of both.
  case flowedBack = "flowed_back"
  case byNote = "by_note"
  case byVisit = "by_visit"
  case bySigning = "by_signing"
  case noNeed = "no_need"
  case unreachable, competitor, duplicate, other, released
  /// What its manager agreed is lost (R3.9).
  case lost
  /// What was taken out of it, and what was given to somebody.
  case picked, granted
  /// What came and has no note yet; seconds to the first note of all that have one, and how many these are; their mean.
  case untouched
  case firstNoteSeconds = "first_note_seconds"
  case firstNotes = "first_notes"
  case firstNote = "first_note_hours"
  /// What a month asks (R8.5).
  case targetEffective = "target_effective"
  case targetNew = "target_new"
  case targetVisits = "target_visits"
  case targetSigned = "target_signed"
  case targetAmount = "target_amount"
  /// Holdings that came to a stage or beyond it, that went on, that are in it now, and that ended there (R6.6); the share
  /// that went on, and the days until they did.
  case reached
  case wentOn = "went_on"
  case share
  case staying
  case ended
  case moves
  case stageSeconds = "stage_seconds"
  case stageDays = "stage_days"
  /// Next contacts of a day, those kept on it, kept later, and not at all; the share that was kept on its day; what was
  /// still planned with a customer when it left (R11.8).
  case planned, kept, late, missed
  case keptShare = "kept_share"
  case lapsed
  /// Customers that were silent for so many days (R11.8).
  case silent14 = "silent_14"
  case silent30 = "silent_30"
  case silent60 = "silent_60"
  case silent90 = "silent_90"
  case silent

  package enum Form: Sendable {
    case count, money, percent
    /// Tenths of a day or an hour.
    case tenths
  }

  package var form: Form {
    switch self {
    case .amount, .targetAmount: .money
    case .share, .keptShare: .percent
    case .firstNote, .stageDays: .tenths
    default: .count
    }
  }

  /// What it is reckoned from, where it is no count: sums of it are reckoned anew, and not added.
  fileprivate var ratio: (of: ReportFigure, to: ReportFigure, times: Int, per: Int)? {
    switch self {
    case .share: (.wentOn, .reached, 100, 1)
    case .keptShare: (.kept, .planned, 100, 1)
    case .firstNote: (.firstNoteSeconds, .firstNotes, 10, 3_600)
    case .stageDays: (.stageSeconds, .moves, 10, 86_400)
    default: nil
    }
  }

  /// What a month asks of it; nil of what has no targets.
  package var target: ReportFigure? {
    switch self {
    case .effective: .targetEffective
    case .new: .targetNew
    case .visits: .targetVisits
    case .signed: .targetSigned
    case .amount: .targetAmount
    default: nil
    }
  }

  /// Those that have targets.
  package static let targeted: [ReportFigure] = [.effective, .new, .visits, .signed, .amount]

  /// Whether customers stand behind it: a mean and a target have none of their own.
  package var hasRows: Bool {
    ratio == nil && !ReportFigure.targeted.contains { $0.target == self }
  }

  /// At least so many days of silence.
  package static let silences: [(figure: ReportFigure, days: ClosedRange<Int>)] = [
    (.silent14, 14...29), (.silent30, 30...59), (.silent60, 60...89), (.silent90, 90...36_500),
  ]

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

  /// As it is shown; nil where there is nothing to reckon it from.
  package func value(_ figure: ReportFigure) -> Int? {
    guard let ratio = figure.ratio else { return self[figure] }
    let whole = self[ratio.to] * ratio.per
    return whole == 0 ? nil : (self[ratio.of] * ratio.times + whole / 2) / whole
  }

  package static func += (sum: inout ReportFigures, more: ReportFigures) {
    sum.counts.merge(more.counts, uniquingKeysWith: +)
  }
}
