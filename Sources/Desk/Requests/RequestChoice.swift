import Services

/// What can be asked for with `r` (R8.4), each with its digit, which is the same everywhere.
enum RequestChoice: Int, Sendable {
  case `extension` = 1
  case lost = 2
  case cooperation = 3
  case void = 4
  /// Not asked of anybody: a company and a person that may be the same buyer (R3.10).
  case pair = 6
  case takeBack = 7
  /// Not asked of anybody above, but brought in for a clerk or manager to confirm (R8.7).
  case order

  /// What can be asked for one's own: more time only where a clock runs.
  static func own(hasClock: Bool) -> [RequestChoice] {
    (hasClock ? [.extension] : []) + [.lost, .cooperation, .void, .pair, .order]
  }

  /// The key of its name.
  var title: String {
    switch self {
    case .extension: "request.extension"
    case .lost: "request.lost"
    case .cooperation: "request.coop"
    case .void: "request.void"
    case .pair: "request.pair"
    case .takeBack: "request.take_back"
    case .order: "request.order"
    }
  }

  func effects(for subject: Subject, _ context: Context) -> [Effect] {
    switch self {
    case .extension: [.open(ExtensionPane(subject))]
    case .lost: [.showPrefix(.lost(subject))]
    case .cooperation: [.open(AskPane(.cooperation(subject)))]
    case .void: [.open(AskPane(.void(subject)))]
    case .pair: [.open(LinePane(.pair(subject)))]
    case .takeBack: [.run(AskBackErrand(subject: subject))]
    case .order: [.open(OrderPane(subject))]
    }
  }
}
