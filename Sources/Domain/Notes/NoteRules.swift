/// What counts as a note and as a visit, and what an outcome does (R4.9, R6.3).
package struct NoteRules: Sendable {
  package let outcomes: [OutcomeRule]
  package let kinds: [NoteKind: Title]
  /// A typed contact time lies at most this many days back (R4.9).
  package let contactTimeBackDays: Int
  /// From the next try on, tries in a row no longer renew (R4.9).
  package let renewingTriesInRow: Int

  package init(
    outcomes: [OutcomeRule], kinds: [NoteKind: Title], contactTimeBackDays: Int, renewingTriesInRow: Int
  ) {
    self.outcomes = outcomes
    self.kinds = kinds
    self.contactTimeBackDays = contactTimeBackDays
    self.renewingTriesInRow = renewingTriesInRow
  }

  /// With which a call is an effective one (R6.3).
  package var effectiveOutcomes: [Outcome] { outcomes.filter(\.isEffectiveCall).map(\.outcome) }

  /// Whether nobody was reached: a try, or a number that is not the customer's (R4.3).
  package func reachedNobody(_ outcome: Outcome?) -> Bool {
    guard let rule = outcome.flatMap(outcome(_:)) else { return false }
    return rule.isTry || !rule.countsAsNote
  }

  package func outcome(_ outcome: Outcome) -> OutcomeRule? {
    outcomes.first { $0.outcome == outcome }
  }
}

/// How a contact was made (R6.1). The raw values are part of the command line's contract.
package enum NoteKind: String, Sendable, CaseIterable {
  case call, visit, message, mail, other
}

/// What came of a contact (R6.3). The raw values are part of the command line's contract.
package enum Outcome: String, Sendable, CaseIterable {
  case connected, appointment, interested
  case noAnswer = "no_answer"
  case busy, refused
  case wrongNumber = "wrong_number"
  case deadNumber = "dead_number"
  case doNotCall = "do_not_call"
  case signed
}

package struct OutcomeRule: Sendable {
  package let outcome: Outcome
  package let title: Title
  /// The digit that takes it.
  package let digit: Int
  /// Whether a note with it renews what a note renews.
  package let countsAsNote: Bool
  /// A try reached nobody: only the first few in a row renew.
  package let isTry: Bool
  /// Whether a call with it is an effective one (有效电话).
  package let isEffectiveCall: Bool
  /// Stored by its digit alone, without a text.
  package let isQuick: Bool
  /// What to put into the next contact, by how often in a row it happened; as people type it.
  package let suggestsNext: [String]
  /// What it says about the number that was called.
  package let marksNumber: NumberMark?

  /// Somebody was reached, and there is more to say than the outcome.
  package var asksForText: Bool { isEffectiveCall && !isQuick && outcome != .refused }

  package init(
    outcome: Outcome, title: Title, digit: Int, countsAsNote: Bool, isTry: Bool, isEffectiveCall: Bool,
    isQuick: Bool, suggestsNext: [String], marksNumber: NumberMark?
  ) {
    self.outcome = outcome
    self.title = title
    self.digit = digit
    self.countsAsNote = countsAsNote
    self.isTry = isTry
    self.isEffectiveCall = isEffectiveCall
    self.isQuick = isQuick
    self.suggestsNext = suggestsNext
    self.marksNumber = marksNumber
  }
}
