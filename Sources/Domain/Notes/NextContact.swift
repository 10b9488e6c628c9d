/// What comes next with a customer (R6.1): an appointment is agreed with it, a callback is ours.
package struct NextContact: Sendable, Equatable {
  package let at: Instant
  package let isAgreed: Bool
  /// A word of what it is for (R11.8); empty where nobody said.
  package let purpose: String

  package init(at: Instant, isAgreed: Bool, purpose: String = "") {
    self.at = at
    self.isAgreed = isAgreed
    self.purpose = purpose
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
    guard let nextContact else { return promised }
    // A moment left as it stood is agreed as before, and for the same.
    let same = promised.flatMap { $0.at.seconds / 60 == nextContact.seconds / 60 ? $0 : nil }
    return NextContact(
      at: nextContact, isAgreed: outcome == .appointment || same?.isAgreed == true,
      purpose: purpose.isEmpty ? same?.purpose ?? "" : purpose)
  }
}
