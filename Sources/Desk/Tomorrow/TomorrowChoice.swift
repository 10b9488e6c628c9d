import Domain
import Services

/// The views of tomorrow's list, each with its digit: the list, what there is to put on it, and the sea.
enum TomorrowChoice: Int, FixedView {
  case list = 1
  case planned, rescue, uncalled, new, sea

  /// The key of its name.
  var title: String {
    switch self {
    case .list: "tomorrow.view.list"
    case .planned: "tomorrow.view.planned"
    case .rescue: "tomorrow.view.rescue"
    case .uncalled: "tomorrow.view.uncalled"
    case .new: "tomorrow.view.new"
    case .sea: "tomorrow.view.sea"
    }
  }

  /// The key of what is said when it is empty.
  var empty: String {
    switch self {
    case .list: "tomorrow.empty.list"
    case .planned: "tomorrow.empty.planned"
    case .rescue: "tomorrow.empty.rescue"
    case .uncalled: "tomorrow.empty.uncalled"
    case .new: "tomorrow.empty.new"
    case .sea: "tomorrow.empty.sea"
    }
  }

  /// What is on the list, or would fill it, from these sources.
  func rows(of view: TomorrowView) -> [TomorrowRow] {
    switch self {
    case .list: view.rows
    case .sea: []
    case .planned, .rescue, .uncalled, .new:
      (view.rows + view.candidates).filter { sources.contains($0.source) }
    }
  }

  private var sources: Set<ListSource> {
    switch self {
    case .list, .sea: []
    case .planned: [.planned]
    case .rescue: [.rescue]
    case .uncalled: [.neverCalled, .longUncalled]
    case .new: [.new]
    }
  }
}
