import Services
import Synchronization

/// Which search is the latest. A new one calls off the one that runs, and those that still wait are never begun: so
/// typing waits for no search.
final class SearchTurns: Sendable {
  private let latest = Mutex(Interrupter())

  /// What calls this query off: a new search calls off the one before; its next page and its count belong to it. Nil
  /// for what is no search.
  func turn(of query: Query) -> Interrupter? {
    guard query.isSearch else { return nil }
    return latest.withLock { latest in
      if query.isNewSearch {
        latest.interrupt()
        latest = Interrupter()
      }
      return latest
    }
  }
}

extension Query {
  var isNewSearch: Bool {
    if case .sea(let ask) = self { return ask.isNewSearch }
    return false
  }

  /// A page of a search, or its count.
  var isSearch: Bool {
    switch self {
    case .sea, .seaCount: true
    default: false
    }
  }
}
