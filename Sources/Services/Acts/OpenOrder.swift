import Domain
import Storage

/// Opens the account of a confirmed order: the service axis starts (section 9).
package struct OpenOrder {
  let order: OrderID
  let days: TermDays

  package init(_ order: OrderID, _ days: TermDays) {
    self.order = order
    self.days = days
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> ServiceTerm? {
    var term: ServiceTerm?
    try house.write(on: order, .keepOrders, by: actor, at: now) { _, order, customer in
      guard order.state == .confirmed else { throw Refusal.wrongOrderState(order.state) }
      let opened = try house.add(days, to: order, at: now)
      try house.record(
        .keepOrders, on: customer.id, by: actor, at: now, opened.detail("opened_on", of: order))
      term = opened
    }
    return term
  }
}

/// Renews an order that was opened: the service axis starts anew on that day (section 9).
package struct RenewOrder {
  let order: OrderID
  let days: TermDays

  package init(_ order: OrderID, _ days: TermDays) {
    self.order = order
    self.days = days
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> ServiceTerm? {
    var term: ServiceTerm?
    try house.write(on: order, .keepOrders, by: actor, at: now) { _, order, customer in
      guard order.state == .opened, let last = order.terms.last else {
        throw Refusal.wrongOrderState(order.state)
      }
      guard days.opensOn > last.opensOn else { throw Refusal.invalidField("date", .past) }
      let renewed = try house.add(days, to: order, at: now)
      try house.record(
        .keepOrders, on: customer.id, by: actor, at: now, renewed.detail("renewed_on", of: order))
      term = renewed
    }
    return term
  }
}

extension ServiceTerm {
  fileprivate func detail(_ what: String, of order: Order) -> EventDetail {
    var detail = EventDetail(["order": String(order.id.value)])
    detail.change(what, from: order.terms.last?.opensOn.iso, to: opensOn.iso)
    detail.change("expires_on", from: order.terms.last?.expiresOn.iso, to: expiresOn.iso)
    return detail
  }
}
