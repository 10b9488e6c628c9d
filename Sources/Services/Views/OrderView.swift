import Domain
import Storage

/// One order with its seller, and what it counts by (R8.6).
package struct OrderView: Sendable {
  package let order: Order
  package let customerName: String
  package let seller: Refusal.Holder
  package let recordedAt: Instant
  package let recordedBy: Refusal.Holder
  package let voidReason: String?
  /// What came in for it, the oldest first.
  package let payments: [Payment]
  /// The seller's holding of the customer by which it counts.
  package let holding: Holding?

  /// The orders of a customer, the oldest first, for who sees it whole or keeps orders.
  package static func list(of customer: CustomerID, by actor: PersonID, in house: House) throws -> [OrderView]
  {
    try house.read(as: actor, .see) { unit in
      let customer = try unit.store.customers.require(customer)
      try unit.requireOrders(of: customer)
      return try read(try unit.store.orders.list(of: customer.id), of: customer, in: unit)
    }
  }

  package var balance: Balance { Balance(of: order.amount, payments) }

  static func read(_ orders: [Order], of customer: Customer, in unit: ReadingUnit) throws -> [OrderView] {
    if orders.isEmpty { return [] }
    let holdings = try unit.store.opportunities.holdings(of: customer.id, limit: holdingsSought)
    return try orders.compactMap { order in
      guard let seller = try unit.store.people.holder(order.seller),
        let record = try unit.store.orders.record(of: order.id)
      else { return nil }
      return OrderView(
        order: order, customerName: customer.name, seller: seller, recordedAt: record.at,
        recordedBy: record.by, voidReason: record.voidReason,
        payments: try unit.store.payments.list(of: order.id),
        holding: holdings.first { $0.opportunity == order.opportunity })
    }
  }

  fileprivate static let holdingsSought = 1000
}

/// The proof of commission (R8.6): an order with the events behind it.
package struct OrderProof: Sendable {
  package let view: OrderView
  /// What happened to the customer from when the seller got it to the submission, the oldest first.
  package let events: [RecordedEvent]
  /// In whose library the customer was at that moment; nil where it was in nobody's.
  package let holder: Refusal.Holder?

  private static let eventsShown = 500

  package static func read(_ id: OrderID, by actor: PersonID, in house: House) throws -> OrderProof {
    try house.read(as: actor, .see) { unit in
      let order = try unit.order(id)
      let customer = try unit.store.customers.require(order.customer)
      try unit.requireOrders(of: customer)
      guard let view = try OrderView.read([order], of: customer, in: unit).first else {
        throw Refusal.unknownOrder(String(id.value))
      }
      let from = view.holding?.enteredAt ?? order.submittedAt
      let events = try unit.store.events.list(of: customer.id, limit: eventsShown)
        .filter { $0.at >= from && $0.at <= order.submittedAt }
      return OrderProof(
        view: view, events: events.reversed(),
        holder: try holder(of: customer.id, at: order.submittedAt, in: unit))
    }
  }
}

extension OrderProof {
  private static func holder(
    of customer: CustomerID, at moment: Instant, in unit: ReadingUnit
  ) throws -> Refusal.Holder? {
    try unit.store.opportunities.holdings(of: customer, limit: OrderView.holdingsSought)
      .first { $0.enteredAt <= moment && $0.endedAt.map { moment < $0 } ?? true }?.holder
  }
}

extension ReadingUnit {
  /// Who sees the customer whole, and who keeps its orders.
  func requireOrders(of customer: Customer) throws {
    let allowance = Allowance(self)
    if customer.holder != nil, try allowance.covers(.see, customer) { return }
    guard try allowance.covers(.keepOrders, customer) else { throw Refusal.notAllowed(.see) }
  }
}
