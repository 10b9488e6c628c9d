import Domain
import Storage

/// Gives a customer up to the sea (开出), with a reason. It can be undone for a while (R3.5).
package struct ReleaseCustomer {
  let customer: CustomerID
  let reason: ReleaseReason

  package init(_ customer: CustomerID, reason: ReleaseReason) {
    self.customer = customer
    self.reason = reason
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .release, on: customer, at: now) { unit, customer in
      try unit.release(customer, reason: reason)
    }
  }
}

extension WritingUnit {
  /// Ends the open opportunity by hand. Only its holder may, or a manager above him.
  func release(_ customer: Customer, reason: ReleaseReason) throws {
    guard let opportunity = try store.opportunities.open(of: customer.id),
      try Allowance(self).covers(.release, customer)
    else { throw try notHeld(customer.id) }
    try requireReleasable(customer)
    let detail = try givenUp(customer, ["reason": reason.rawValue])
    try store.opportunities.end(opportunity, reason: .released(reason), at: now, releasedBy: actor)
    try closeWhatHangs(on: opportunity)
    try record(.release, on: customer.id, detail)
  }
}

extension MomentUnit {
  /// What nobody drops into the sea: a signed customer, whose place follows from the service axis (R4.10), a house account
  /// (R3.12), and one whose order waits (R4.19).
  func requireReleasable(_ customer: Customer) throws {
    if customer.state == .signed { throw Refusal.wrongState(.signed) }
    if customer.isHouseAccount { throw Refusal.houseAccount }
    if let order = try waitingOrder(of: customer) { throw Refusal.orderWaits(until: order.waitsUntil ?? now) }
  }
}

/// Takes a release by hand back (R3.5): the same opportunity goes on, with its clocks.
package struct UndoRelease {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .release, on: customer, beyondReach: .leftToTheAct, at: now) {
      try $0.takeBackRelease(of: $1)
    }
  }
}

extension WritingUnit {
  /// The same opportunity goes on where who released it thinks again in time (R3.5).
  func takeBackRelease(of customer: Customer) throws {
    guard customer.state == .unassigned, customer.releasedBy == actor, let releasedAt = customer.releasedAt,
      let opportunity = try store.opportunities.lastEnded(of: customer.id),
      now < releasedAt + (try rules.policy(opportunity.policy)).undoSeconds
    else { throw Refusal.tooLateToUndo }
    let detail = try reopen(opportunity, of: customer, ["undone": "true"])
    try store.requests.reopen(of: opportunity.id, endedAt: releasedAt, at: now)
    try record(.release, on: customer.id, detail)
  }

  /// Puts an ended opportunity back as it was: not a way in, so no clock starts anew (R3.3). It needs room in its
  /// holder's library, and can't bring back what has fallen due meanwhile (R4.6).
  ///
  /// - Parameter known: the state it had, where that was kept.
  /// - Returns: the facts, and what changed.
  func reopen(
    _ opportunity: Opportunity, of customer: Customer, in known: CustomerState? = nil,
    _ facts: KeyValuePairs<String, String?>
  ) throws -> EventDetail {
    let state = try known ?? heldState(of: opportunity)
    if state.takesSlot { try Gate(self, for: person(opportunity.holder)).checkCapacity() }
    try store.opportunities.reopen(opportunity, state: state)
    try reopenCooperation(of: opportunity)
    reckoned.insert(customer.id)
    if let standing = try ClockKeeper(self).place(opportunity), try Clocks(self).isOver(standing) {
      throw Refusal.flowedBack(at: standing.effectiveDue)
    }
    var detail = EventDetail(facts)
    detail.change("holder", from: nil, to: try store.people.holder(opportunity.holder)?.name)
    detail.change("state", from: customer.state.rawValue, to: state.rawValue)
    return detail
  }

  /// R3.1: held, and pending until the first note.
  func heldState(of opportunity: Opportunity) throws -> CustomerState {
    try store.notes.renewals(of: opportunity).isEmpty ? .pending : .following
  }
}
