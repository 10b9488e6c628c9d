import Domain
import Storage

/// Takes back the last act of a person that can be: a pick, a release, a swap or a note, within a minute, and only
/// while nobody else acted on it since (R3.3, R3.5, R6.5); or a handover, with every customer that stands as it left it (R2.6).
package struct UndoLast {
  package init() {}

  package struct Undone: Sendable {
    package let act: Act
    package let customer: CustomerID
    /// What came of a handover that was taken back.
    package var handover: HandoverOutcome?
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Undone {
    guard let last = try house.readWithoutRight(for: actor, { try $0.lastUndoable() }) else {
      throw Refusal.tooLateToUndo
    }
    if case .handover(let id) = last.what {
      let outcome = try TakeBackHandover(id).perform(by: actor, at: now, in: house)
      return Undone(act: .transfer, customer: last.customer, handover: outcome)
    }
    try house.write(
      as: actor, last.act, on: last.customer, beyondReach: .leftToTheAct, at: now,
      // Somebody may have acted between the two transactions.
      provided: { if try $0.lastUndoable()?.event != last.event { throw Refusal.tooLateToUndo } }
    ) { unit, customer in
      switch last.what {
      case .release: try unit.takeBackRelease(of: customer)
      case .note(let note): try TakeBackNote(note, on: customer.id).takeBack(from: customer, in: unit)
      case .pick: try unit.takeBackPick(of: customer)
      case .swap(let released): try unit.takeBackSwap(of: customer, for: released)
      case .handover: throw Refusal.tooLateToUndo
      }
    }
    return Undone(act: last.act, customer: last.customer)
  }
}

extension ReadingUnit {
  /// The last act of a person, where it can be taken back and nobody else acted on its customer since.
  fileprivate func lastUndoable() throws -> UndoableEvent? {
    guard let actor, let last = try store.events.lastUndoable(by: actor) else { return nil }
    // Of a handover each customer is looked at by itself.
    if case .handover = last.what { return last }
    guard try !store.events.hasOthers(since: last.event, on: last.customer, than: actor)
    else { return nil }
    return last
  }
}

/// Takes a pick back: the customer is in the sea as it was before, and the pick counts for nothing unless a number of it
/// was seen (R3.3, R3.7).
package struct UndoPick {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .pick, on: customer, at: now) { try $0.takeBackPick(of: $1) }
  }
}

/// Takes a swap back: both customers are where they were.
package struct UndoSwap {
  let picked: CustomerID
  let released: CustomerID

  package init(picked: CustomerID, released: CustomerID) {
    self.picked = picked
    self.released = released
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .swap, on: picked, at: now) { try $0.takeBackSwap(of: $1, for: released) }
  }
}

extension WritingUnit {
  fileprivate func takeBackPick(of customer: Customer) throws {
    guard customer.holder == actor, customer.state != .signed,
      let opportunity = try store.opportunities.open(of: customer.id),
      try isPickUndoable(opportunity), try store.notes.renewals(of: opportunity).isEmpty
    else { throw Refusal.tooLateToUndo }
    try store.opportunities.takeBackStart(of: opportunity, at: now)
    // R3.3, R8.6: what was asked and handed in with it goes with it, and nothing is spent.
    try closeWhatHangs(on: opportunity)
    try store.requests.takeBack(of: opportunity.id, at: now)
    try reopenTakeBacks(of: customer.id, endedAt: opportunity.enteredAt)
    for order in try store.orders.list(of: customer.id)
    where order.opportunity == opportunity.id && !order.isVoid {
      try store.orders.void(order.id, reason: "", at: now)
      event.add(["order": String(order.id.value)])
    }
    event.add(["undone": "true"])
  }

  fileprivate func takeBackSwap(of picked: Customer, for released: CustomerID) throws {
    try takeBackPick(of: picked)
    try takeBackRelease(of: store.customers.require(released))
  }
}
