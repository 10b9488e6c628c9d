/// An order of a customer (R8.7), with the terms for which its account was opened.
package struct Order: Sendable, Equatable {
  package let id: OrderID
  package let customer: CustomerID
  /// In whose library the customer was, or who brought the order in.
  package let seller: PersonID
  /// What the seller's department was there for when the order came in.
  package let sellerKind: DepartmentKind
  package let amount: Amount
  package let contract: ContractName
  package let submittedAt: Instant
  /// In which the seller held the customer when it was submitted; nil where he did not, and it does not count (R8.6).
  package let opportunity: OpportunityID?
  package let confirmedOn: Day?
  package let voidedAt: Instant?
  /// Until when it can be confirmed (R4.19); nil for one of before that rule.
  package let waitsUntil: Instant?
  /// The earliest first: an opening, and each renewal after it.
  package var terms: [ServiceTerm]

  package init(
    id: OrderID, customer: CustomerID, seller: PersonID, sellerKind: DepartmentKind, amount: Amount,
    contract: ContractName, submittedAt: Instant, opportunity: OpportunityID?, confirmedOn: Day?,
    voidedAt: Instant? = nil, waitsUntil: Instant? = nil, terms: [ServiceTerm] = []
  ) {
    self.id = id
    self.customer = customer
    self.seller = seller
    self.sellerKind = sellerKind
    self.amount = amount
    self.contract = contract
    self.submittedAt = submittedAt
    self.opportunity = opportunity
    self.confirmedOn = confirmedOn
    self.voidedAt = voidedAt
    self.waitsUntil = waitsUntil
    self.terms = terms
  }

  package var isVoid: Bool { voidedAt != nil }

  /// For the seller's commission (R8.6).
  package func counts(at now: Instant) -> Bool {
    opportunity != nil && ![.void, .lapsed].contains(state(at: now))
  }

  /// The term that runs on this day, or ran out last; nil while none has begun.
  package func term(on day: Day) -> ServiceTerm? {
    terms.last { $0.opensOn <= day }
  }
}

/// Where an order stands. The raw values are part of the command line's contract.
package enum OrderState: String, Sendable, CaseIterable {
  case submitted, confirmed, opened, void
  /// Nobody confirmed it in time (R4.19).
  case lapsed
}

extension Order {
  /// Whether the engine has come to it or not.
  package func state(at now: Instant) -> OrderState {
    if isVoid { return .void }
    if !terms.isEmpty { return .opened }
    if confirmedOn != nil { return .confirmed }
    return waitsUntil.map { $0 <= now } ?? false ? .lapsed : .submitted
  }
}

/// From the opening to the expiry, both days included. A renewal starts another one.
package struct ServiceTerm: Sendable, Equatable {
  package let opensOn: Day
  package let expiresOn: Day

  package init(opensOn: Day, expiresOn: Day) {
    self.opensOn = opensOn
    self.expiresOn = expiresOn
  }
}

/// Under which name a contract was made, as it was typed and as such names are compared.
package struct ContractName: Sendable, Equatable {
  package let text: String
  package let folded: String

  package init(_ text: String, folded: String) {
    self.text = text
    self.folded = folded
  }
}

extension [Order] {
  /// Without those that nobody confirmed in time: they say nothing of their customer any more (R4.19).
  package func withoutLapsed(at now: Instant) -> [Order] { filter { $0.state(at: now) != .lapsed } }
}
