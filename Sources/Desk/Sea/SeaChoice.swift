import Domain
import Services

/// The views of the sea, each with its digit.
enum SeaChoice: Int, CaseIterable, Sendable {
  case all = 1
  case today, keen, uncalled, ours

  /// The key of its name.
  var title: String {
    switch self {
    case .all: "sea.view.all"
    case .today: "sea.view.today"
    case .keen: "sea.view.keen"
    case .uncalled: "sea.view.uncalled"
    case .ours: "sea.view.ours"
    }
  }

  /// The key of what is said when it is empty.
  var empty: String {
    switch self {
    case .all: "sea.empty.all"
    case .today: "sea.empty.today"
    case .keen: "sea.empty.keen"
    case .uncalled: "sea.empty.uncalled"
    case .ours: "sea.empty.ours"
    }
  }

  /// What it lets through.
  func terms(_ context: Context) -> SeaTerms {
    var terms = SeaTerms()
    switch self {
    case .all: break
    case .today: terms.releasedFrom = context.calendar.start(of: context.today)
    case .keen: terms.intents = SeaChoice.keenLevels(context.policy)
    case .uncalled: terms.isUncalled = true
    case .ours: terms.isFromOwnDepartment = true
    }
    return terms
  }

  /// Whoever is beyond a first need: all levels but the two lowest.
  private static func keenLevels(_ policy: Policy) -> [String] {
    policy.intents.dropFirst(2).map(\.level)
  }
}
