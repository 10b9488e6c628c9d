import Services

/// What is said of a handover, with the names it has room for.
struct HandoverWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  func back(_ outcome: HandoverOutcome) -> String { said("report.handover.back", outcome) }

  /// `交给 江立秋 87 家; 2 家没动: 常熟白鹭 库满了`
  func said(_ key: String, _ outcome: HandoverOutcome, _ more: [String: String] = [:]) -> String {
    let facts = more.merging(["count": String(outcome.moved.count)]) { known, _ in known }
    if outcome.left.isEmpty { return context.words(key, facts) }
    return Refusals(outcome.left.map { ($0.name, $0.reason) }).fitted(context) { reasons in
      context.words("\(key).some", facts.merging(["left": String(outcome.left.count), "reasons": reasons]) { $1 })
    }
  }
}
