import Domain
import Storage

/// How a customer is set aside (R2.4): void for good, or deactivated until somebody takes it up again.
package enum Aside: String, Sendable {
  case void
  case inactive = "deactivate"

  fileprivate var act: Act { self == .void ? .void : .deactivate }
  fileprivate var state: CustomerState { self == .void ? .void : .inactive }
  fileprivate var end: EndReason { self == .void ? .voided : .deactivated }
  fileprivate var alert: AlertKind { self == .void ? .voided : .deactivated }
}

/// A manager sets a customer aside, with a reason (作废, 停用; R2.4): nobody holds, picks or counts it, and no clock runs
/// (R4.10). What happened to it stays readable.
package struct SetAsideCustomer {
  let customer: CustomerID
  let aside: Aside
  let reason: String

  package init(_ customer: CustomerID, as aside: Aside, reason: String) {
    self.customer = customer
    self.aside = aside
    self.reason = reason
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, aside.act, on: customer, at: now) { unit, customer in
      try NoteCheck.requireReason(reason)
      try unit.setAside(customer, as: aside, reason: reason)
      guard let holder = customer.holder, holder != actor else { return }
      try unit.store.alerts.add(
        aside.alert, to: holder, on: customer.id, due: now, clock: "", next: customer.next, remark: reason,
        at: now)
    }
  }
}

/// Asks the manager to make a customer void (R8.4).
package struct AskVoid {
  let customer: CustomerID
  let reason: String

  package init(_ customer: CustomerID, reason: String) {
    self.customer = customer
    self.reason = reason
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Asked {
    try house.write(as: actor, .askVoid, on: customer, at: now) { unit, customer in
      let opportunity = try unit.requireHolding(of: customer)
      try NoteCheck.requireReason(reason)
      try unit.requireReleasable(customer)
      var request = NewRequest(.void, on: opportunity)
      request.reason = reason
      return try unit.ask(request, on: opportunity)
    }
  }
}

/// Takes a deactivated customer up again: it is in the sea (R2.4).
package struct ReactivateCustomer {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .reactivate, on: customer, at: now) { unit, customer in
      guard customer.state == .inactive else { throw Refusal.wrongState(customer.state) }
      try unit.store.customers.open(customer.id, at: now)
      unit.event.change("state", from: customer.state.rawValue, to: CustomerState.unassigned.rawValue)
    }
  }
}

extension WritingUnit {
  func setAside(_ customer: Customer, as aside: Aside, reason: String) throws {
    if [aside.state, .void].contains(customer.state) { throw Refusal.wrongState(customer.state) }
    try requireReleasable(customer)
    if aside == .void {
      // Its pair and its collisions are those of a customer; this is none.
      if let pair = customer.pair { try store.customers.pair(customer.id, pair, false) }
      try store.disputes.settle(of: customer.id, by: try person.id, at: now)
    }
    try retire(customer, into: aside.state, because: aside.end, by: aside.act, ["text": reason])
  }

  /// Ends what is held of a customer, and puts it where nobody picks it.
  ///
  /// - Parameter opening: when it is in the sea again; nil for never.
  func retire(
    _ customer: Customer, into state: CustomerState, because reason: EndReason, by act: Act,
    _ facts: KeyValuePairs<String, String?>, opensAt opening: Instant? = nil
  ) throws {
    let detail = try givenUp(customer, facts, into: state)
    if let opportunity = try store.opportunities.open(of: customer.id) {
      try store.opportunities.end(opportunity, reason: reason, at: now, releasedBy: nil)
      try closeWhatHangs(on: opportunity)
    } else {
      try endTakeBacks(of: customer.id, gone: nil)
    }
    try store.customers.retire(customer.id, into: state, opensAt: opening)
    try record(act, on: customer.id, detail)
  }
}
