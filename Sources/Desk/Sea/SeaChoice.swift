import Domain
import Services

/// A view of the sea: one that everybody has, or one that somebody keeps for himself, each with its digit (R5.10).
enum SeaChoice: ViewChoice {
  case base(SeaBase)
  case kept(KeptSeaView)

  static let all = SeaChoice.base(.all)

  var digit: Int {
    switch self {
    case .base(let base): base.digit
    case .kept(let view): view.digit
    }
  }

  var base: SeaBase {
    switch self {
    case .base(let base): base
    case .kept(let view): view.base
    }
  }

  var kept: KeptSeaView? {
    if case .kept(let view) = self { return view }
    return nil
  }

  func name(_ context: Context) -> String {
    switch self {
    case .base(let base): context.words[base.title]
    case .kept(let view): view.name.cut(to: SeaChoice.mostColumns)
    }
  }

  /// A longer name would push the others out of the row.
  private static let mostColumns = 12

  /// What it lets through.
  func terms(_ context: Context) -> SeaTerms {
    let terms = base.terms(context)
    guard let kept else { return terms }
    return SeaFilter(kept.filter, context).narrowed(terms)
  }
}

extension SeaBase {
  var digit: Int { (SeaBase.allCases.firstIndex(of: self) ?? 0) + 1 }

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

  func terms(_ context: Context) -> SeaTerms {
    var terms = SeaTerms()
    switch self {
    case .all: break
    case .today: terms.releasedFrom = context.calendar.start(of: context.today)
    case .keen: terms.intents = SeaBase.keenLevels(context.policy)
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
