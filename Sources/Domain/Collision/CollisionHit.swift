/// What the check found: a customer of the house, a name somebody applied for, or one on the list of the blocked. It
/// tells no more than everybody may know (R5.4).
package struct CollisionHit: Sendable, Hashable {
  /// Nil for a name that no customer has.
  package let customer: CustomerID?
  package let name: String
  package let holder: Refusal.Holder?
  package let state: CustomerState
  package let matches: [Match]
  package let verdict: Verdict
  package let reason: VerdictReason

  package init(
    customer: CustomerID?, name: String, holder: Refusal.Holder?, state: CustomerState, matches: [Match],
    verdict: Verdict, reason: VerdictReason
  ) {
    self.customer = customer
    self.name = name
    self.holder = holder
    self.state = state
    self.matches = matches
    self.verdict = verdict
    self.reason = reason
  }

  /// Whether it keeps a new customer out: a mere part of a name does not.
  package var counts: Bool { matches.contains(where: \.counts) }

  /// Each way once, in the order in which the ways are named.
  package var matchedBy: [MatchedBy] {
    MatchedBy.allCases.filter { way in matches.contains { $0.by == way } }
  }

  /// The first thing that is the same: what is told where there is room for one.
  package var matched: String { matches.first?.text ?? name }
}

extension [CollisionHit] {
  /// What counts before what does not, the worst first, the oldest customer first.
  package var bySeverity: [CollisionHit] {
    sorted { one, other in
      if one.counts != other.counts { return one.counts }
      if one.verdict != other.verdict { return other.verdict.severity < one.verdict.severity }
      return (one.customer?.value ?? 0) < (other.customer?.value ?? 0)
    }
  }

  /// Of the whole of what was searched: the worst of what counts (R5.5).
  package var verdict: Verdict {
    filter(\.counts).map(\.verdict).max { $0.severity < $1.severity } ?? .mayEnter
  }
}
