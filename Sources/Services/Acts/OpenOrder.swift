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
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> ServiceTerm {
    try house.write(as: actor, .keepOrders, on: order, at: now) { unit, order, _ in
      guard order.state(at: now) == .confirmed else { throw Refusal.wrongOrderState(order.state(at: now)) }
      let opened = try unit.add(days, to: order)
      unit.event = opened.detail("opened_on", of: order)
      return opened
    }
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
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> ServiceTerm {
    try house.write(as: actor, .keepOrders, on: order, at: now) { unit, order, _ in
      guard order.state(at: now) == .opened, let last = order.terms.last else {
        throw Refusal.wrongOrderState(order.state(at: now))
      }
      guard days.opensOn > last.opensOn else { throw Refusal.invalidField("date", .past) }
      let renewed = try unit.add(days, to: order)
      unit.event = renewed.detail("renewed_on", of: order)
      return renewed
    }
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
