import Services
import Synchronization

/// Which search is the latest. A new one calls off the one that runs, and those that still wait are never begun: so
/// typing waits for no search.
final class SearchTurns: Sendable {
  private let latest = Mutex<[SearchKind: Interrupter]>([:])

  /// What calls this query off: a new search calls off the one before; its next page and its count belong to it. Nil
  /// for what is no search.
  func turn(of query: Query) -> Interrupter? {
    guard let kind = query.searchKind else { return nil }
    return latest.withLock { latest in
      if let running = latest[kind], !query.isNewSearch { return running }
      latest[kind]?.interrupt()
      let turn = Interrupter()
      latest[kind] = turn
      return turn
    }
  }
}

/// Searches that call each other off. What one pane looks for is no matter of another.
enum SearchKind {
  case sea, check
}

extension Query {
  var isNewSearch: Bool {
    switch self {
    case .sea(let ask): ask.isNewSearch
    case .check: true
    default: false
    }
  }

  /// Of a search, its next page, or its count.
  var searchKind: SearchKind? {
    switch self {
    case .sea, .seaCount: .sea
    case .check: .check
    default: nil
    }
  }
}
