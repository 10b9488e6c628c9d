import Domain
import Storage

/// A manager voids an order, with a reason; it stays readable (R2.4). Where it was the only confirmed one, the customer
/// is no signed one any more.
package struct VoidOrder {
  let order: OrderID
  let reason: String

  package init(_ order: OrderID, reason: String) {
    self.order = order
    self.reason = PlainText.inOneLine(reason)
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    if reason.isEmpty { throw Refusal.invalidField("reason", .missing) }
    try NoteCheck.require(line: reason, "reason")
    try house.write(as: actor, .voidOrder, on: order, at: now) { unit, order, customer in
      if order.isVoid { throw Refusal.wrongOrderState(.void) }
      try unit.store.orders.void(order.id, reason: reason, at: now)
      unit.event.add(["order": String(order.id.value), "reason": reason])
      unit.event.change("order_state", from: order.state(at: now).rawValue, to: OrderState.void.rawValue)
      try unit.endHold(of: customer)
      try unit.unsign(customer)
    }
  }
}

extension WritingUnit {
  /// R4.19: where no other order waits, the hold of one that is void ends with the next desk day.
  fileprivate func endHold(of customer: Customer) throws {
    guard var opportunity = try store.opportunities.open(of: customer.id),
      let held = opportunity.orderedUntil,
      try waitingOrder(of: customer) == nil
    else { return }
    opportunity.orderedUntil = min(held, rules.calendar.endOfNextDeskDay(after: now))
    try store.opportunities.putOff(opportunity)
    try ClockKeeper(self).place(opportunity)
  }
}
