import Dispatch
import Domain
import Synchronization

/// What the queues of a desk pass before each piece of work: a test holds them there, or takes the base away.
final class BaseGate: Sendable {
  private let held = DispatchGroup()
  private let failure = Mutex<DatabaseFailure?>(nil)

  func hold() { held.enter() }
  func release() { held.leave() }

  func fail(with failure: DatabaseFailure?) { self.failure.withLock { $0 = failure } }

  func pass() throws {
    held.wait()
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
