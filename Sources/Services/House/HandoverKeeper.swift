import Domain
import Storage

/// Moves one customer in a handover, whole or not at all, and with it the other one of a pair (R3.10).
struct HandoverKeeper {
  private let unit: WritingUnit
  private let handover: HandoverID
  private let parties: HandoverParties

  init(_ unit: WritingUnit, _ handover: HandoverID, _ parties: HandoverParties) {
    self.unit = unit
    self.handover = handover
    self.parties = parties
  }

  /// One that is about to go, as it stands.
  private struct Leaving {
    let customer: Customer
    /// Nil where it is in the sea.
    let former: Opportunity?
    let places: [(day: Day, source: ListSource)]
  }

  /// - Parameters:
  ///   - receiver: nil for the sea.
  ///   - isEach: whether both are told of each customer by its name.
  /// - Returns: what went.
  @discardableResult
  func hand(
    _ customer: Customer, to receiver: Person?, tellingEach isEach: Bool
  ) throws -> [Customer] {
    if let receiver, customer.holder == receiver.id { throw Refusal.sameHolder }
    let today = unit.rules.calendar.day(of: unit.now)
    let leaving = try ([customer] + unit.pairHeldAlike(customer)).map { customer in
      let former = try unit.store.opportunities.open(of: customer.id)
      return Leaving(
        customer: customer, former: former,
        places: try former.map { try unit.store.dayLists.places(of: $0, from: today) } ?? [])
    }
    if let receiver {
      // R3.9: where it was asked to be given up as lost, that is the answer.
      if parties.giver == nil { for one in leaving { try unit.answerLost(of: one.customer) } }
      for one in leaving where one.former != nil { try end(one) }
      for one in leaving { try give(one, to: receiver) }
    } else {
      for one in leaving { try unit.requireReleasable(one.customer) }
      for one in leaving { try giveToSea(one) }
    }
    for one in leaving { try tell(one, receiver, isEach: isEach) }
    return leaving.map(\.customer)
  }

  private func end(_ one: Leaving) throws {
    guard let former = one.former else { return }
    try unit.end(former, of: one.customer, .transferred)
  }

  /// The clocks start anew (R2.6); what is planned, listed and applied for goes with it (R4.17).
  private func give(_ one: Leaving, to receiver: Person) throws {
    let (customer, calendar) = (one.customer, unit.rules.calendar)
    let opportunity = try unit.take(in: customer, for: receiver, wayIn: .transferred)
    if let next = customer.next { try unit.store.customers.plan(next, with: customer.id) }
    for place in one.places { try list(customer.id, of: receiver, place) }
    if let former = one.former {
      for application in try unit.store.handovers.grants(of: customer.id, to: former.holder, at: unit.now) {
        try unit.store.handovers.move(application, to: receiver, in: handover, at: unit.now)
      }
    }
    var detail = unit.taken(by: receiver, ["handover": String(handover.value)])
    detail.change("next_contact", from: nil, to: (customer.next?.at).map(calendar.iso8601))
    try unit.record(.transfer, on: customer.id, detail)
    try keep(one, opportunity)
  }

  /// On the list of the same day, at its end; one of today where he has any.
  private func list(_ customer: CustomerID, of receiver: Person, _ place: (day: Day, source: ListSource))
    throws
  {
    let (lists, today) = (unit.store.dayLists, unit.rules.calendar.day(of: unit.now))
    let found =
      place.day == today
      ? try lists.find(of: receiver.id, on: place.day)
      : try lists.begin(of: receiver.id, on: place.day, today: today)
    guard let found else { return }
    try lists.add(
      customer, to: found.id, source: place.source, isNew: false,
      isLater: found.status == .passed || place.day == today)
    try lists.touch(found.id)
  }

  private func giveToSea(_ one: Leaving) throws {
    guard let former = one.former else { throw Refusal.notHeld }
    let detail = try unit.givenUp(
      one.customer, ["reason": EndReason.handedOver.code, "handover": String(handover.value)])
    try unit.store.opportunities.end(former, reason: .handedOver, at: unit.now, releasedBy: unit.actor)
    try unit.closeWhatHangs(on: former)  // R4.17
    try unit.record(.release, on: one.customer.id, detail)
    try keep(one, nil)
  }

  private func keep(_ one: Leaving, _ opportunity: Opportunity?) throws {
    try unit.store.handovers.add(
      HandedCustomer(
        customer: one.customer.id, former: one.former?.id, opportunity: opportunity?.id,
        state: one.customer.state, event: try unit.store.events.newest()), to: handover)
  }

  private func tell(_ one: Leaving, _ receiver: Person?, isEach: Bool) throws {
    let told = [
      (AlertKind.transferred, one.former?.holder, parties.destination),
      (.received, receiver?.id, parties.giver?.name ?? ""),
    ]
    for case (let kind, let person?, let remark) in told {
      if isEach {
        // R4.17: to the sea what was planned is closed; else it goes with its customer.
        let closed = receiver == nil ? one.customer.next : nil
        try unit.store.alerts.add(
          kind, to: person, on: one.customer.id, due: unit.now, clock: "", next: closed, of: handover,
          at: unit.now)
      } else {
        try unit.store.alerts.add(kind, to: person, count: 1, of: handover, remark: remark, at: unit.now)
      }
    }
  }
}
