import Domain
import Synchronization

/// The policies that ship, by name, each read when somebody first works by it: most houses know one or two of them.
package final class PolicyShelf: Sendable {
  /// The leading one first.
  package let names: [String]
  private let read: @Sendable (String) throws -> Policy
  private let known = Mutex<[String: Policy]>([:])

  package init(_ names: [String], read: @escaping @Sendable (String) throws -> Policy) {
    self.names = names
    self.read = read
  }

  package convenience init(_ policies: [Policy]) {
    self.init(policies.map(\.name)) { name in throw DatabaseFailure.failed(reason: name) }
    known.withLock { known in for policy in policies { known[policy.name] = policy } }
  }

  /// Nil where none of this name ships.
  package func policy(_ name: String) throws -> Policy? {
    guard names.contains(name) else { return nil }
    return try known.withLock { known in
      if let policy = known[name] { return policy }
      let policy = try read(name)
      known[name] = policy
      return policy
    }
  }
}
