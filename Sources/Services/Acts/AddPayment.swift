import Domain
import Storage

/// Keeps what came in for an order (R8.7), and by when the rest is promised.
package struct AddPayment {
  let order: OrderID
  let amount: Amount
  let paidOn: Day
  let restDue: Day?

  package init(_ order: OrderID, amount: Amount, paidOn: Day, restDue: Day? = nil) {
    self.order = order
    self.amount = amount
    self.paidOn = paidOn
    self.restDue = restDue
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> PaymentID {
    try house.write(as: actor, .keepOrders, on: order, at: now) { unit, order, _ in
      let state = order.state(at: now)
      if state == .void || state == .lapsed { throw Refusal.wrongOrderState(state) }
      guard amount.isPlausible else { throw Refusal.invalidField("amount", .outOfRange) }
      guard paidOn <= unit.rules.calendar.day(of: now) else { throw Refusal.invalidField("date", .ahead) }
      guard paidOn >= TermDays.earliest else { throw Refusal.invalidField("date", .outOfRange) }
      let before = Balance(of: order.amount, try unit.store.payments.list(of: order.id))
      if amount.fen > before.rest.fen { throw Refusal.overpaid(rest: before.rest) }
      if let restDue {
        if amount == before.rest { throw Refusal.invalidField("rest_due", .nothingLeft) }
        guard restDue >= paidOn else { throw Refusal.invalidField("rest_due", .past) }
        guard restDue <= paidOn + TermDays.longest else {
          throw Refusal.invalidField("rest_due", .outOfRange)
        }
      }
      let id = try unit.store.payments.add(
        amount, on: paidOn, restDue: restDue, to: order.id, by: actor, at: now)
      unit.event.add([
        "order": String(order.id.value), "payment_number": String(id.value), "amount": amount.text,
        "paid_on": paidOn.iso,
      ])
      unit.event.change("rest_due", from: before.due?.iso, to: restDue?.iso)
      return id
    }
  }
}

/// Takes back a payment that was typed in by mistake; it stays readable (R2.4).
package struct VoidPayment {
  let payment: PaymentID
  let reason: String

  package init(_ payment: PaymentID, reason: String) {
    self.payment = payment
    self.reason = PlainText.inOneLine(reason)
  }

  /// - Returns: the order it was of.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> OrderID {
    if reason.isEmpty { throw Refusal.invalidField("reason", .missing) }
    try NoteCheck.require(line: reason, "reason")
    let order = try house.readWithoutRight { try $0.store.payments.order(of: payment) }
    guard let order else { throw Refusal.unknownPayment(String(payment.value)) }
    try house.write(as: actor, .keepOrders, on: order, at: now) { unit, order, _ in
      let kept = try unit.store.payments.list(of: order.id).first { $0.id == payment }
      guard let kept, !kept.isVoid else { throw Refusal.wrongOrderState(.void) }
      try unit.store.payments.void(payment, reason: reason)
      unit.event.add([
        "order": String(order.id.value), "payment_number": String(payment.value), "reason": reason,
      ])
      unit.event.change("amount", from: kept.amount.text, to: nil)
    }
    return order
  }
}
