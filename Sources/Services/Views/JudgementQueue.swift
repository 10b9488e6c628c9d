import Domain
import Storage

/// The collisions that wait for support (R5.7), the longest waiting first.
package enum JudgementQueue {
  package static func read(by actor: PersonID, in house: House) throws -> [Dispute] {
    try house.read(as: actor, .judge) { unit in
      return try unit.store.disputes.open()
    }
  }
}
