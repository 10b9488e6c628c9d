import Domain
import Storage

/// Takes back the last act of a person that can be: a pick, a release, a swap or a note, within a minute, and only
/// while nobody else acted on it since (R3.3, R3.5, R6.5).
package struct UndoLast {
  package init() {}

  package struct Undone: Sendable {
    package let act: Act
    package let customer: CustomerID
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Undone {
    guard let last = try house.store.events.lastUndoable(by: actor),
      try !house.store.events.hasOthers(since: last.event, on: last.customer, than: actor)
    else { throw Refusal.tooLateToUndo }
    switch last.what {
    case .release: try UndoRelease(last.customer).perform(by: actor, at: now, in: house)
    case .note(let note): try TakeBackNote(note, on: last.customer).perform(by: actor, at: now, in: house)
    case .pick: try UndoPick(last.customer).perform(by: actor, at: now, in: house)
    case .swap(let released):
      try UndoSwap(picked: last.customer, released: released).perform(by: actor, at: now, in: house)
    }
    return Undone(act: last.act, customer: last.customer)
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
    try house.write(on: customer, at: now) { _, customer in
      _ = try Allowance(house).require(actor, .pick)
      try house.takeBackPick(of: customer, by: actor, at: now)
      try house.record(.pick, on: customer.id, by: actor, at: now, EventDetail(["undone": "true"]))
    }
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
    try house.write(on: picked, at: now) { store, picked in
      _ = try Allowance(house).require(actor, .swap)
      try house.takeBackPick(of: picked, by: actor, at: now)
      try house.takeBackRelease(of: try store.customers.require(released), by: actor, at: now)
      try house.record(.swap, on: picked.id, by: actor, at: now, EventDetail(["undone": "true"]))
    }
  }
}

extension House {
  fileprivate func takeBackPick(of customer: Customer, by actor: PersonID, at now: Instant) throws {
    guard customer.holder == actor, customer.state != .signed,
      let opportunity = try store.opportunities.open(of: customer.id),
      try isPickUndoable(opportunity, at: now), try store.notes.renewals(of: opportunity).isEmpty
    else { throw Refusal.tooLateToUndo }
    try store.opportunities.takeBackStart(of: opportunity, at: now)
  }
}
