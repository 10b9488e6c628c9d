import Domain
import TerminalKit

/// A key that waits for a digit: row 2 shows what the digits mean.
enum Prefix: Sendable {
  /// `g`: where to.
  case go
  /// `X`: why these customers are given up (W18).
  case release([Subject])
  /// `o`: by which column; the keys of their names.
  case order([String])

  func choices(_ context: Context) -> [Choice] {
    switch self {
    case .go: PaneID.allCases.map { Choice("\($0.rawValue)\(context.words[$0.title])") }
    case .release:
      Prefix.reasons(context.policy).enumerated().map { index, reason in
        Choice("\(index + 1)\(context.wording.title(reason.title))")
      }
    case .order(let titles):
      titles.enumerated().map { Choice("\($0 + 1)\(context.words[$1])") }
    }
  }

  func advice(_ context: Context) -> String {
    switch self {
    case .go: return context.words["prefix.go"]
    case .order: return context.words["prefix.order"]
    case .release(let subjects):
      guard let first = subjects.first, subjects.count > 1 else { return context.words["prefix.release"] }
      return context.words(
        "prefix.release.many", ["count": String(subjects.count), "customer": first.name])
    }
  }

  /// What the digit does; nil where none wears it.
  func effects(of digit: Int, _ context: Context) -> [Effect]? {
    switch self {
    case .go: return PaneID(rawValue: digit).map { [.goTo($0)] }
    case .release(let subjects):
      let reasons = Prefix.reasons(context.policy)
      guard (1...reasons.count).contains(digit) else { return nil }
      return [.act(.release(subjects, reasons[digit - 1].reason)), .outside(.discardTypeAhead)]
    case .order(let titles): return titles.indices.contains(digit - 1) ? [.sort(digit)] : nil
    }
  }

  private static func reasons(_ policy: Policy) -> [(reason: ReleaseReason, title: Title)] {
    ReleaseReason.allCases.compactMap { reason in policy.releaseReasons[reason].map { (reason, $0) } }
  }
}
