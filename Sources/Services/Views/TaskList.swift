import Domain
import Storage

/// What somebody has to do for his customers, and helps to do for others' (R10.5).
package enum TaskList {
  /// What is due first comes first.
  ///
  /// - Parameter over: those that are over, not those that are open.
  package static func read(
    by actor: PersonID, over: Bool = false, at now: Instant, in house: House
  ) throws -> [CustomerTask] {
    try house.read(as: actor, .see, at: now) { try $0.store.tasks.list(of: actor, over: over) }
  }
}
