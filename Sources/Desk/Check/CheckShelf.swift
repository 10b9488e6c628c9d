import Domain
import Services

/// What the check shows, each with its digit.
enum CheckChoice: Int, FixedView {
  case entry = 1
  /// The receipts one left (R5.6).
  case receipts
  /// What one applied for (支持任务, R5.8).
  case tasks
  /// What support has to answer.
  case queue
  /// Collisions of held customers that support has to judge (R5.7).
  case judgements

  /// The key of its name.
  var title: String {
    switch self {
    case .entry: "check.view.entry"
    case .receipts: "check.view.receipts"
    case .tasks: "check.view.tasks"
    case .queue: "check.view.queue"
    case .judgements: "check.view.judgements"
    }
  }

  /// The key of what is said when it is empty.
  var empty: String {
    switch self {
    case .entry, .receipts: "check.empty.receipts"
    case .tasks: "check.empty.tasks"
    case .queue: "check.empty.queue"
    case .judgements: "check.empty.judgements"
    }
  }

  /// What somebody may look at.
  static func all(_ context: Context) -> [CheckChoice] {
    allCases.filter { choice in
      switch choice {
      case .entry, .receipts: true
      case .tasks: context.session.allows(.apply)
      case .queue: context.session.allows(.answerApplication)
      case .judgements: context.session.allows(.judge)
      }
    }
  }
}

/// A line of a list of the check: the receipt of one, what somebody applied for after one, or what support has to judge.
struct CheckItem: Sendable {
  let code: ReceiptCode?
  let receipt: KeptReceipt?
  let application: Application?
  let dispute: Dispute?

  init(_ receipt: KeptReceipt) {
    code = receipt.code
    self.receipt = receipt
    application = nil
    dispute = nil
  }

  init(_ application: Application) {
    code = ReceiptCode(application.receipt)
    receipt = nil
    self.application = application
    dispute = nil
  }

  init(_ dispute: Dispute) {
    code = dispute.receipt.flatMap { ReceiptCode($0) }
    receipt = nil
    application = nil
    self.dispute = dispute
  }
}
