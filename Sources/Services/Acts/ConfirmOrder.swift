import Domain
import Storage

/// A clerk or manager confirms an order: only now is the customer signed (R3.1, R6.3).
package struct ConfirmOrder {
  let order: OrderID
  let day: Day

  package init(_ order: OrderID, on day: Day) {
    self.order = order
    self.day = day
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .keepOrders, on: order, at: now) { unit, order, customer in
      let today = unit.rules.calendar.day(of: now)
      // R5.7: an order counts only if support judges for the holder.
      if try unit.store.disputes.isUnprotected(customer.id) { throw Refusal.unprotected }
      if let grant = try unit.store.applications.lapsedGrant(of: customer.id) {
        throw Refusal.wrongName(shouldBe: grant.entry.name)  // R5.8
      }
      guard day <= today else { throw Refusal.invalidField("date", .ahead) }
      guard day >= TermDays.earliest else { throw Refusal.invalidField("date", .outOfRange) }
      guard try unit.store.orders.confirm(order.id, on: day) else {
        throw Refusal.wrongOrderState(order.state)
      }
      try unit.sign(customer, by: order)
      unit.event.change("confirmed_on", from: nil, to: day.iso)
      try unit.releasePair(of: unit.store.customers.require(customer.id))
      let signer = try unit.store.customers.require(customer.id).holder
      for person in Set([order.seller, signer].compactMap { $0 }).sorted() where person != actor {
        try unit.store.alerts.add(.signed, to: person, on: customer.id, due: now, clock: "", at: now)
      }
    }
  }
}
