import CSQLite
import Domain
import Synchronization

/// Calls queries off from any thread (R5.10: each key calls off the search before): those that run, and those that have
/// yet to begin.
///
/// `sqlite3_interrupt` would not do: it is lost where it falls between two statements of a search.
package final class Interrupter: Sendable {
  private let flag = Atomic(false)

  package init() {}

  package var hasInterrupted: Bool { flag.load(ordering: .relaxed) }

  package func interrupt() { flag.store(true, ordering: .relaxed) }
}

extension Connection {
  /// How many steps of its machine SQLite goes between two looks: well under a millisecond.
  private static let stepsBetweenLooks: Int32 = 2_000

  /// Lets somebody else call off what is read here; then `interrupted` is thrown.
  package func interruptible<Result>(
    by interrupter: Interrupter, _ body: () throws -> Result
  ) throws -> Result {
    if interrupter.hasInterrupted { throw DatabaseFailure.interrupted }
    // The handler keeps no reference: the interrupter lives as long as this call.
    let context = Unmanaged.passUnretained(interrupter).toOpaque()
    sqlite3_progress_handler(
      handle, Connection.stepsBetweenLooks,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Interrupter>.fromOpaque(context).takeUnretainedValue().hasInterrupted ? 1 : 0
      }, context)
    defer { sqlite3_progress_handler(handle, 0, nil, nil) }
    return try withExtendedLifetime(interrupter) { try body() }
  }
}
