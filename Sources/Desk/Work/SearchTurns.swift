import Services
import Synchronization

/// Which search is the latest. A new one calls off the one that runs, and those that still wait are never begun: so
/// typing waits for no search.
final class SearchTurns: Sendable {
  private let latest = Mutex<[Search.Kind: Interrupter]>([:])

  /// What calls this search off: a new one calls off the one before; its next page and its count belong to it.
  func turn(of search: Search) -> Interrupter {
    latest.withLock { latest in
      if let running = latest[search.kind], !search.isNew { return running }
      latest[search.kind]?.interrupt()
      let turn = Interrupter()
      latest[search.kind] = turn
      return turn
    }
  }
}
