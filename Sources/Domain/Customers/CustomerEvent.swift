/// Something that was done to what is known of a customer, as its audit event says it (R2.5).
package struct CustomerEvent: Sendable {
  /// Its notes and holdings are kept for themselves.
  package static let acts: [Act] = [
    .change, .pair, .merge, .judge, .tell, .lift, .task, .lost, .void, .deactivate, .reactivate,
  ]

  package let id: Int64
  package let at: Instant
  /// Nil for the engine.
  package let who: Refusal.Holder?
  package let act: Act
  package let text: String
  /// The other customer, where it was about two.
  package let other: CustomerID?
  package let judgement: Judgement?
  /// It took back what was done before.
  package let isTakenBack: Bool
  package var changes: [FieldChange]

  package init(
    id: Int64, at: Instant, who: Refusal.Holder?, act: Act, text: String, other: CustomerID?,
    judgement: Judgement?, isTakenBack: Bool, changes: [FieldChange]
  ) {
    self.id = id
    self.at = at
    self.who = who
    self.act = act
    self.text = text
    self.other = other
    self.judgement = judgement
    self.isTakenBack = isTakenBack
    self.changes = changes
  }
}

/// A field before and after; nil where there was nothing. Numbers and contacts are named with their field:
/// `number 0512-6000 0001`, from mark to mark.
package struct FieldChange: Sendable, Equatable {
  package let field: String
  package let before: String?
  package let after: String?

  package init(field: String, before: String?, after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }
}
