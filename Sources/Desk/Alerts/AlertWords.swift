import Services

/// What is said of an alert.
struct AlertWords {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  /// The customer, or the customers, or the list.
  func about(_ alert: Alert) -> String {
    guard let count = alert.count else {
      return alert.kind == .listReturned ? context.words["pane.tomorrow"] : alert.customerName
    }
    let key =
      switch alert.kind {
      case .eveningOpen: "alerts.count.evening"
      case .transferred, .received, .leftBehind, .moved: "alerts.customers"
      default: "alerts.count"
      }
    return context.words(key, ["count": String(count)])
  }

  /// What somebody waits for, and is told wherever he is (W29); nil for what can wait for the pane of alerts.
  func news(_ alert: Alert) -> String? {
    // On the list itself its own words say it.
    guard alert.kind.isAnswer, alert.kind != .listReturned || context.place != .tomorrow else { return nil }
    return context.words(
      alert.remark.isEmpty ? "alerts.news" : "alerts.news.remark",
      [
        "what": context.words["alerts.\(alert.kind.rawValue)"], "about": about(alert),
        "remark": alert.remark.oneLine,
      ])
  }
}

extension AlertKind {
  fileprivate var isAnswer: Bool {
    switch self {
    case .requestGranted, .requestRefused, .requestEnded, .applicationEnter, .applicationGranted,
      .applicationRefused,
      .listReturned, .takenBack, .judgedFor, .received, .told:
      true
    default: false
    }
  }
}
