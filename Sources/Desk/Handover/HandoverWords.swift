import Services

/// What is said of a handover, with the names it has room for.
struct HandoverWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  func back(_ outcome: HandoverOutcome) -> String { said("report.handover.back", outcome) }

  /// `交给 江立秋 87 家; 2 家没动: 常熟白鹭: 库满了`
  func said(_ key: String, _ outcome: HandoverOutcome, to name: String = "") -> String {
    let count = String(outcome.moved.count)
    if outcome.left.isEmpty { return context.words(key, ["count": count, "name": name]) }
    let kind = outcome.moved.isEmpty ? "none" : "some"
    let said = Refusals(outcome.left.map { ($0.name, $0.reason) }).fitted(context) { reasons in
      context.words(
        "\(key).\(kind)",
        ["count": count, "name": name, "left": String(outcome.left.count), "reasons": reasons])
    }
    guard let stop = outcome.stop else { return said }
    return said + " " + context.wording.text(of: stop)
  }
}
