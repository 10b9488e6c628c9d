import Domain
import Storage

/// What the house knows of a name and of numbers, as anybody may be told (R5.4). A look leaves no receipt, and reserves
/// nothing.
package struct CollisionLook: Sendable {
  package let terms: CollisionTerms
  /// What counts before mere parts of names, and the worst first.
  package let hits: [CollisionHit]
  /// There are more than are given.
  package let hasMore: Bool

  /// Of all that counts (R5.5).
  package var verdict: Verdict { hits.verdict }

  /// Reads alone: what somebody types next may call it off (`House.interruptible`).
  package static func read(
    _ query: CollisionQuery, by actor: PersonID, at now: Instant, in house: House
  ) throws -> CollisionLook {
    let terms = CollisionTerms(query, house.rules.tables)
    return try house.read(as: actor, .check, at: now) { unit in
      let (hits, hasMore) = try CollisionCheck(unit, for: actor).findings(terms, withParts: true)
      return CollisionLook(terms: terms, hits: hits, hasMore: hasMore)
    }
  }
}
