import Domain

/// What is asked for (R8.4). A new kind is a case here, its `RequestRule`, and its words.
package enum RequestKind: String, Sendable, CaseIterable {
  case `extension`
  case takeBack = "take_back"
  case lost, void
  /// Of everything of a person, beyond the departments of who asks (R2.6).
  case handover
  case cooperation = "coop"
}

package enum RequestState: String, Sendable {
  case open, granted, refused
  /// The customer was given to somebody else (R3.9).
  case given
  /// Nobody answered in time.
  case lapsed
  /// Its opportunity ended.
  case ended
}

/// What is to be asked, beyond who asks and when.
package struct NewRequest {
  package let kind: RequestKind
  package var customer: CustomerID?
  package var opportunity: OpportunityID?
  /// Whom it is about, beside who asks.
  package var person: PersonID?
  package var days = 0
  package var reason = ""
  /// A word of its kind: why a customer is lost.
  package var code = ""
  /// What there is to say beyond it, as its kind reads it.
  package var detail = ""

  package init(_ kind: RequestKind, on opportunity: Opportunity) {
    self.init(kind, on: opportunity.customer)
    self.opportunity = opportunity.id
  }

  package init(_ kind: RequestKind, on customer: CustomerID?) {
    self.kind = kind
    self.customer = customer
  }
}

/// A request as it stands in the base.
package struct AskedRequest: Sendable {
  package let id: RequestID
  package let kind: RequestKind
  /// Nil where it is about no one customer.
  package let customer: CustomerID?
  /// Empty where it is about none.
  package let customerName: String
  package let opportunity: OpportunityID?
  package let asker: Refusal.Holder
  /// Whom it is about, beside who asks.
  package let person: Refusal.Holder?
  package let days: Int
  package let reason: String
  /// A word of its kind: why a customer is lost.
  package let code: String
  /// What was said beyond it, as its kind reads it.
  package let detail: String
  package let askedAt: Instant
  package let expiresAt: Instant
  package let state: RequestState
  package let answeredAt: Instant?
  /// Who answered, by name; nil where nobody did.
  package let answeredBy: String?
  package let remark: String

  /// No answer in time is a refusal (R4.8), whether the engine has come to it or not.
  package func isOpen(at now: Instant) -> Bool { state == .open && now < expiresAt }

  /// What it is about: the customer, else the person.
  package var about: String { customer == nil ? person?.name ?? "" : customerName }
}
