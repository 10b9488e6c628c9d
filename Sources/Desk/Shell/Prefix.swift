import Domain
import TerminalKit

/// A key that waits for a digit: row 2 shows what the digits mean.
enum Prefix: Sendable {
  /// `g`: where to.
  case go
  /// `X`: why these customers are given up (W18).
  case release([Subject])
  /// They are so many that a further key is asked for.
  case confirmRelease(Release)
  /// Two records become one, which can't be taken back.
  case confirmMerge(MergeErrand)
  /// `r`: what is asked for.
  case request(Subject, [RequestChoice])
  /// Why a customer is lost (R3.9).
  case lost(Subject)
  /// What becomes of a customer that is judged against its holder (R5.7).
  case judge(Dispute)
  /// `o`: by which column; the keys of their names.
  case order([String])
  /// `o` on a report: what its lines stand for, and which days it counts; the keys of their names.
  case arrange([String])

  func choices(_ context: Context) -> [Choice] {
    switch self {
    case .go: panes(context)
    case .release:
      Prefix.reasons(context.policy).enumerated().map { index, reason in
        Choice("\(index + 1)\(context.wording.title(reason.title))")
      }
    case .confirmRelease: [Choice(context.words["prefix.release.yes"])]
    case .confirmMerge: [Choice(context.words["prefix.merge.yes"])]
    case .request(_, let requests):
      requests.map { Choice("\($0.rawValue)\(context.words[$0.title])") }
    case .lost:
      LostReason.allCases.enumerated().map {
        Choice("\($0 + 1)\(context.words["lost_reason.\($1.rawValue)"])")
      }
    case .judge(let dispute):
      dispute.waysAgainst.enumerated().map {
        Choice("\($0 + 1)\(context.words["prefix.judge.\($1.rawValue)"])")
      }
    case .order(let titles), .arrange(let titles):
      titles.enumerated().map { Choice("\($0 + 1)\(context.words[$1])") }
    }
  }

  /// In short words where the whole ones do not fit the row.
  private func panes(_ context: Context) -> [Choice] {
    let whole = panes(context) { context.words[$0.title] }
    if ChoiceRow.fits(whole, beside: "", in: context.frame.size.columns) { return whole }
    return panes(context) { context.words["\($0.title).short"] }
  }

  private func panes(_ context: Context, name: (PaneID) -> String) -> [Choice] {
    PaneID.allCases.map {
      Choice("\($0.rawValue)\(name($0))", isDisabled: $0.closed(to: context.session) != nil)
    }
  }

  func advice(_ context: Context) -> String {
    switch self {
    case .go: return context.words["prefix.go"]
    case .order: return context.words["prefix.order"]
    case .arrange: return context.words["prefix.arrange"]
    case .judge(let dispute):
      return context.words("prefix.judge", ["customer": dispute.customerName.cut(to: 30)])
    case .request(let subject, _):
      return context.words("prefix.request", ["customer": subject.name])
    case .lost(let subject): return context.words("prefix.lost", ["customer": subject.name])
    case .release(let subjects):
      if subjects.count == 1 { return context.words["prefix.release"] }
      return subjects.named(in: "prefix.release.many", context)
    case .confirmRelease(let release):
      return release.subjects.named(in: "prefix.release.confirm", context)
    case .confirmMerge(let merge):
      return context.words(
        "prefix.merge", ["customer": merge.subject.name.cut(to: 24), "other": merge.other.code])
    }
  }

  /// What is done by a key that is neither the act's own nor Enter, and the key of what is said where it was another;
  /// nil where a digit is waited for.
  var asked: (effects: [Effect], otherwise: String)? {
    switch self {
    case .confirmRelease(let release): (release.effects, "message.not_released")
    case .confirmMerge(let merge): ([.run(merge)], "message.not_merged")
    default: nil
    }
  }

  /// What the digit does; nil where none wears it.
  func effects(of digit: Int, _ context: Context) -> [Effect]? {
    switch self {
    case .go: return PaneID(rawValue: digit).map { [.goTo($0)] }
    case .release(let subjects):
      let reasons = Prefix.reasons(context.policy)
      guard (1...reasons.count).contains(digit) else { return nil }
      let release = Release(subjects: subjects, reason: reasons[digit - 1].reason)
      return release.isOfMany ? [.showPrefix(.confirmRelease(release))] : release.effects
    case .confirmRelease, .confirmMerge: return nil
    case .request(let subject, let requests):
      return requests.first { $0.rawValue == digit }?.effects(for: subject, context)
    case .lost(let subject):
      let reasons = LostReason.allCases
      return reasons.indices.contains(digit - 1)
        ? [.open(AskPane(.lost(subject, reasons[digit - 1])))] : nil
    case .judge(let dispute):
      let ways = dispute.waysAgainst
      return ways.indices.contains(digit - 1)
        ? [.open(LinePane(.judge(dispute, ways[digit - 1])))] : nil
    case .order(let titles), .arrange(let titles):
      return titles.indices.contains(digit - 1) ? [.sort(digit)] : nil
    }
  }

  private static func reasons(_ policy: Policy) -> [(reason: ReleaseReason, title: Title)] {
    ReleaseReason.allCases.compactMap { reason in policy.releaseReasons[reason].map { (reason, $0) } }
  }
}

/// Customers to be given up, and why.
struct Release: Sendable {
  let subjects: [Subject]
  let reason: ReleaseReason

  /// More than one has in view at a glance.
  var isOfMany: Bool { subjects.count > 5 }

  var effects: [Effect] {
    [
      .run(overMarked: subjects.map { ReleaseErrand(subject: $0, reason: reason) }),
      .outside(.discardTypeAhead),
    ]
  }
}
