/// Money that came in for an order (R8.7): a deposit, or the rest.
package struct Payment: Sendable, Equatable {
  package let id: PaymentID
  package let amount: Amount
  package let paidOn: Day
  /// By when the rest was promised with it; nil where nothing was said.
  package let restDue: Day?
  /// Why it counts no more; nil where it does.
  package let voidReason: String?

  package init(id: PaymentID, amount: Amount, paidOn: Day, restDue: Day?, voidReason: String? = nil) {
    self.id = id
    self.amount = amount
    self.paidOn = paidOn
    self.restDue = restDue
    self.voidReason = voidReason
  }

  package var isVoid: Bool { voidReason != nil }
}

/// What of an order is paid, what is not, and by when that was promised last.
package struct Balance: Sendable, Equatable {
  package let paid: Amount
  package let rest: Amount
  /// Nil where nothing is left, or nothing was promised.
  package let due: Day?

  /// - Parameter payments: of the order, the oldest first.
  package init(of amount: Amount, _ payments: [Payment]) {
    let counting = payments.filter { !$0.isVoid }
    paid = Amount(fen: counting.reduce(0) { $0 + $1.amount.fen })
    rest = Amount(fen: max(amount.fen - paid.fen, 0))
    due = rest.fen == 0 ? nil : counting.last { $0.restDue != nil }?.restDue
  }

  /// The day that was promised is over.
  package func isOverdue(on day: Day) -> Bool { due.map { $0 < day } ?? false }
}
