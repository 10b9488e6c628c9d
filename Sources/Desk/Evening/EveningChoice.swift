import Services

/// The views of the evening, each with its digit.
enum EveningChoice: Int, FixedView {
  case all = 1
  case waiting, whole, short, open
  /// The evening before, as it ended.
  case yesterday
  /// The last evenings, a line each.
  case trend

  /// The key of its name.
  var title: String {
    switch self {
    case .all: "evening.view.all"
    case .waiting: "evening.view.waiting"
    case .whole: "evening.view.whole"
    case .short: "evening.view.short"
    case .open: "evening.view.open"
    case .yesterday: "evening.view.yesterday"
    case .trend: "evening.view.trend"
    }
  }

  /// The key of what is said when it is empty.
  var empty: String {
    switch self {
    case .all: "evening.empty.all"
    case .waiting: "evening.empty.waiting"
    case .whole: "evening.empty.whole"
    case .short: "evening.empty.short"
    case .open: "evening.empty.open"
    case .yesterday, .trend: "list.loading"
    }
  }

  /// Whether it shows lists that can still be answered.
  var isOfToday: Bool { self != .yesterday && self != .trend }

  func contains(_ line: EveningLine) -> Bool {
    switch self {
    case .all, .yesterday: true
    case .trend: false
    case .waiting: line.status == .submitted
    case .whole: line.isWhole
    case .short: line.shortfalls > 0
    case .open: line.status == .notSubmitted
    }
  }
}
