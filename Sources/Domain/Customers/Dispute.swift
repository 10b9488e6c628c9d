/// How support judges a collision (R5.7). The raw values are part of the command line's contract.
package enum Judgement: String, Sendable, CaseIterable {
  /// For the holder: two customers, and his is protected again.
  case keep
  /// Against him: one customer, merged with the other.
  case merge
  /// Against him: it goes to the holder of the other.
  case handOver = "hand_over"
}

/// A collision that came about while a customer was held: it is unprotected until support has judged (R5.7).
package struct Dispute: Sendable {
  package let id: DisputeID
  package let customer: CustomerID
  package let customerName: String
  package let holder: Refusal.Holder?
  /// The other customer.
  package let twin: CustomerID
  package let twinName: String
  package let twinHolder: Refusal.Holder?
  /// The name or number that is the same.
  package let matched: String
  /// The receipt of the check that found it (R5.6).
  package let receipt: String?
  package let openedAt: Instant
  package let judgeBy: Instant

  package init(
    id: DisputeID, customer: CustomerID, customerName: String, holder: Refusal.Holder?, twin: CustomerID,
    twinName: String, twinHolder: Refusal.Holder?, matched: String, receipt: String?, openedAt: Instant,
    judgeBy: Instant
  ) {
    self.id = id
    self.customer = customer
    self.customerName = customerName
    self.holder = holder
    self.twin = twin
    self.twinName = twinName
    self.twinHolder = twinHolder
    self.matched = matched
    self.receipt = receipt
    self.openedAt = openedAt
    self.judgeBy = judgeBy
  }
}
