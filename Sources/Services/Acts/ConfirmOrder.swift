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
    try house.write(on: order, .keepOrders, by: actor, at: now) { store, order, customer in
      let today = house.rules.calendar.day(of: now)
      // R5.7: an order counts only if support judges for the holder.
      if try store.disputes.isUnprotected(customer.id) { throw Refusal.unprotected }
      if let grant = try store.applications.lapsedGrant(of: customer.id) {
        throw Refusal.wrongName(shouldBe: grant.entry.name)  // R5.8
      }
      guard day <= today else { throw Refusal.invalidField("date", .ahead) }
      guard day >= TermDays.earliest else { throw Refusal.invalidField("date", .outOfRange) }
      guard try store.orders.confirm(order.id, on: day) else { throw Refusal.wrongOrderState(order.state) }
      var detail = try house.sign(customer, by: order, at: now)
      detail.change("confirmed_on", from: nil, to: day.iso)
      try house.releasePair(of: store.customers.require(customer.id), at: now)
      let signer = try store.customers.require(customer.id).holder
      for person in Set([order.seller, signer].compactMap { $0 }).sorted() where person != actor {
        try store.alerts.add(.signed, to: person, on: customer.id, due: now, clock: "", at: now)
      }
      try house.record(.keepOrders, on: customer.id, by: actor, at: now, detail)
    }
  }
}
