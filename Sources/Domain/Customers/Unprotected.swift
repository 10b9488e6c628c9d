/// Why a held customer is without protection: others may apply for it, and no order of it counts (R5.7, R5.8).
package enum Unprotected: Sendable {
  /// Support has a collision to judge.
  case collision(Dispute)
  /// Its holder did not give it in time the name by which it was granted to him.
  case wrongName(Application)
  /// What its import left open was not filled in in time (R5.9).
  case incomplete([EntryField], since: Instant)
  /// It has that name by now, but somebody applied before it had, and waits for an answer.
  case appliedFor(Application)
}
