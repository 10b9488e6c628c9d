import Domain
import Storage

extension MomentUnit {
  /// An order counts only of a protected customer (R5.7, R5.8). What its seller can mend himself is said first.
  func requireProtected(_ customer: CustomerID) throws {
    var refusal: Refusal?
    for reason in try whyUnprotected(customer) {
      switch reason {
      case .wrongName(let grant): throw Refusal.wrongName(shouldBe: grant.entry.name)
      case .incomplete(let missing, _): throw Refusal.incomplete(missing)
      case .collision: refusal = .unprotected
      case .appliedFor(let application): refusal = refusal ?? .appliedForMeanwhile(application.id)
      }
    }
    if let refusal { throw refusal }
  }

  /// An order signs its customer for its seller, or where a manager or support gave the customer to somebody; never under
  /// somebody who came to it past the order (R4.19).
  func requireNoStranger(_ customer: Customer, _ order: Order) throws {
    guard let holding = try store.opportunities.open(of: customer.id), holding.holder != order.seller,
      ![.transferred, .granted].contains(holding.wayIn), holding.enteredAt > order.submittedAt,
      let holder = try store.people.holder(holding.holder)
    else { return }
    throw Refusal.held(by: holder, since: holding.enteredAt)
  }
}

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
      guard order.state(at: now) == .submitted else { throw Refusal.wrongOrderState(order.state(at: now)) }
      let today = unit.rules.calendar.day(of: now)
      try unit.requireProtected(customer.id)
      guard day <= today else { throw Refusal.invalidField("date", .ahead) }
      guard day >= TermDays.earliest else { throw Refusal.invalidField("date", .outOfRange) }
      // R8.7: never before it was handed in.
      guard day >= unit.rules.calendar.day(of: order.submittedAt) else {
        throw Refusal.invalidField("date", .beforeSubmitted)
      }
      try unit.requireNoStranger(customer, order)
      guard try unit.store.orders.confirm(order.id, on: day, at: now) else {
        throw Refusal.wrongOrderState(order.state(at: now))
      }
      try unit.sign(customer, by: order)
      try unit.store.signings.add(order.id, by: actor, at: now)
      unit.event.change("confirmed_on", from: nil, to: day.iso)
      try unit.releasePair(of: unit.store.customers.require(customer.id))
      let signer = try unit.store.customers.require(customer.id).holder
      for person in Set([order.seller, signer].compactMap { $0 }).sorted() where person != actor {
        try unit.store.alerts.add(.signed, to: person, on: customer.id, due: now, clock: "", at: now)
      }
    }
  }
}
