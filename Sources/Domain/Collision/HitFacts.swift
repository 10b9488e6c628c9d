/// What is known of one hit, as far as its verdict depends on it (R5.5).
package struct HitFacts: Sendable {
  package var matches: [Match]
  package var state: CustomerState
  package var isBlocked = false
  package var appliedFor: (by: Refusal.Holder, until: Instant?)?
  package var coolsDownUntil: Day?
  package var undoPending: (by: Refusal.Holder, until: Instant)?
  package var isCallable = true
  /// Who asks holds it.
  package var isOwn = false
  /// Support has yet to judge a collision of it: meanwhile others may apply (R5.7).
  package var isUnprotected = false
  /// What the service axis says of one that somebody else holds (section 9).
  package var axis: (verdict: Verdict, segment: AxisSegment) = (.mayNotFollow, .held)
  /// Since when it is held, or in the sea.
  package var since: Instant?

  package init(_ matches: [Match], state: CustomerState) {
    self.matches = matches
    self.state = state
  }

  /// The verdict with its reason: the first that holds of those that come before its place in the house (R5.5), then that
  /// place.
  package var verdict: (Verdict, VerdictReason) {
    if isBlocked { return (.mayNotFollow, .blocked) }
    if matches.contains(where: \.isDoNotCall) { return (.mayNotFollow, .doNotCall) }
    if state == .void { return (.judge, .void) }
    if state == .inactive { return (.judge, .inactive) }
    if let appliedFor { return (.mayNotFollow, .appliedFor(by: appliedFor.by, until: appliedFor.until)) }
    if let doubt { return (.judge, .doubtful(doubt)) }
    return softened(place)
  }

  /// Of a hit that counts, and by nothing certain.
  private var doubt: Doubt? {
    matches.contains(where: \.isCertain) ? nil : matches.lazy.compactMap(\.doubt).first
  }

  private var place: (Verdict, VerdictReason) {
    if state == .lost { return (.mayNotFollow, .lost) }
    if state == .unassigned { return seaPlace }
    if isOwn { return (.mayNotFollow, .own(since: since)) }
    if isUnprotected { return (.mayFollow, .unprotected) }
    return (axis.verdict, .held(axis.segment, since: since))
  }

  private var seaPlace: (Verdict, VerdictReason) {
    if let coolsDownUntil { return (.mayNotFollow, .coolingDown(until: coolsDownUntil)) }
    if let undoPending { return (.mayNotFollow, .undoPending(by: undoPending.by, until: undoPending.until)) }
    // R6.3: it can't be picked; whoever has a number that works may ask support for it.
    if !isCallable { return (.judge, .noCallableNumber) }
    return (.mayPick, .inTheSea(since: since))
  }

  /// What shares a mere part of its name is no reason to say no (R5.1).
  private func softened(_ verdict: (Verdict, VerdictReason)) -> (Verdict, VerdictReason) {
    let isPart = !matches.contains(where: \.counts)
    return isPart && verdict.0 == .mayNotFollow ? (.judge, verdict.1) : verdict
  }
}

extension Verdict {
  /// The worse the higher: what must not be done at all comes before what support may still allow.
  package var severity: Int {
    switch self {
    case .mayEnter: 0
    case .mayPick: 1
    case .mayFollow: 2
    case .judge: 3
    case .mayNotFollow: 4
    }
  }
}
