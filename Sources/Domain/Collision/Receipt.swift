/// What one check leaves (R5.6): who searched what, when, and what was found.
package struct Receipt: Sendable, Hashable {
  /// Nil where a check leaves none.
  package let code: ReceiptCode?
  package let at: Instant
  package let person: Refusal.Holder
  /// The act it belongs to: the check alone, an entry, a pick.
  package let act: Act
  package let name: String
  package let numbers: [String]
  package let verdict: Verdict
  package let hits: [CollisionHit]
  /// There are more than are kept here.
  package let hasMore: Bool
  /// Whoever searched has applied for it himself (R5.8). It is told, not kept.
  package let hasApplied: Bool

  package init(
    code: ReceiptCode?, at: Instant, person: Refusal.Holder, act: Act, name: String, numbers: [String],
    verdict: Verdict, hits: [CollisionHit], hasMore: Bool, hasApplied: Bool = false
  ) {
    self.code = code
    self.at = at
    self.person = person
    self.act = act
    self.name = name
    self.numbers = numbers
    self.verdict = verdict
    self.hits = hits
    self.hasMore = hasMore
    self.hasApplied = hasApplied
  }
}
