import Domain
import Services
import Synchronization

/// Which search is the latest. A new one calls off the one that runs, and those that still wait are never begun: so
/// typing waits for no search.
final class SearchTurns: Sendable {
  struct Turn: Sendable {
    fileprivate let number: Int
  }

  private struct State {
    var latest = 0
    /// Of the connection that searches now.
    var running: Interrupter?
  }

  private let state = Mutex(State())

  /// - Parameter isNew: what belongs to the present search, its next page or its count, calls nothing off.
  func next(isNew: Bool) -> Turn {
    state.withLock { state in
      if isNew {
        state.latest += 1
        // Under the lock: what is called off is a search, and no query that came after it.
        state.running?.interrupt()
      }
      return Turn(number: state.latest)
    }
  }

  /// Runs a search in its turn, anything else as it is.
  func run<Result>(_ turn: Turn?, on house: House, _ body: () throws -> Result) throws -> Result {
    guard let turn else { return try body() }
    let isLatest = state.withLock { state in
      if state.latest == turn.number { state.running = house.interrupter }
      return state.latest == turn.number
    }
    guard isLatest else { throw DatabaseFailure.interrupted }
    defer { state.withLock { $0.running = nil } }
    return try body()
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
