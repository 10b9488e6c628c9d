import Domain
import Storage

/// The collisions that wait for support (R5.7), the longest waiting first.
package enum JudgementQueue {
  package static func read(by actor: PersonID, in house: House) throws -> [Dispute] {
    try house.read { store in
      _ = try Allowance(house).require(actor, .judge)
      return try store.disputes.open()
    }
  }
}
