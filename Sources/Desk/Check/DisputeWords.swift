import Domain
import TerminalKit

/// A collision that waits for support (R5.7) in words.
struct DisputeWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  var columns: [Column] {
    let words = context.words
    let names = ["library.head.customer", "check.head.twin"].map {
      Column(words[$0], minimum: 12, ideal: 24, shrinkPriority: 1, stretches: true)
    }
    let holders = ["check.head.holder", "check.head.twin_holder"].map {
      Column(words[$0], minimum: 11, ideal: 13, shrinkPriority: 2)
    }
    return [
      names[0], holders[0], names[1], holders[1],
      Column(words["check.head.judge_by"], ideal: words.language == .chinese ? 11 : 14, isEssential: true),
    ]
  }

  func cells(_ dispute: Dispute) -> [String] {
    [
      dispute.customerName, who(dispute.holder), dispute.twinName, who(dispute.twinHolder),
      context.wording.due(dispute.judgeBy, at: context.now),
    ]
  }

  /// Both sides whole, and what they have in common.
  func lines(_ dispute: Dispute) -> [String] {
    [
      "\(dispute.customer.code) \(dispute.customerName)  \(who(dispute.holder))",
      "\(dispute.twin.code) \(dispute.twinName)  \(who(dispute.twinHolder))",
      "\(context.words["check.dispute.matched"]) \(dispute.matched)  \(record(dispute))",
    ]
  }

  /// `11-26 14:32 起, 回执 C1126-0417`
  func record(_ dispute: Dispute) -> String {
    context.words(
      "check.dispute.record",
      [
        "time": context.wording.short(dispute.openedAt, at: context.now),
        "receipt": dispute.receipt ?? "-",
      ])
  }

  private func who(_ holder: Refusal.Holder?) -> String {
    holder.map { "\($0.department) \($0.name)" } ?? context.words["sea"]
  }
}
