/// What comes next with a customer (R6.1): an appointment is agreed with it, a callback is ours.
package struct NextContact: Sendable, Equatable {
  package let at: Instant
  package let isAgreed: Bool

  package init(at: Instant, isAgreed: Bool) {
    self.at = at
    self.isAgreed = isAgreed
  }
}

extension NoteEntry {
  /// The one open next contact after this note: what it says, else what there was and still lies ahead.
  ///
  /// - Parameter rule: what the policy says of the outcome.
  package func nextContact(after existing: NextContact?, _ rule: OutcomeRule?, at now: Instant)
    -> NextContact?
  {
    // R6.3: nobody is to call any more.
    if rule?.marksNumber == .doNotCall { return nil }
    if callsOffNextContact { return nil }
    let promised = existing.flatMap { $0.at > now ? $0 : nil }
    // Only a person moves what was agreed: what a quick outcome brings is a suggestion.
    if let promised, promised.isAgreed, rule?.isQuick == true { return promised }
    return nextContact.map { NextContact(at: $0, isAgreed: outcome == .appointment) } ?? promised
  }
}
