import Domain
import Storage

/// Takes one's own last note back within a minute (R6.5): the clocks are reckoned without it, the note stays readable.
package struct TakeBackNote {
  let customer: CustomerID
  let note: NoteID

  package init(_ note: NoteID, on customer: CustomerID) {
    self.note = note
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(on: customer, at: now) { store, customer in
      _ = try Allowance(house).require(actor, .note)
      guard customer.holder == actor, let opportunity = try store.opportunities.open(of: customer.id) else {
        throw try house.notHeld(customer.id, by: actor)
      }
      let policy = try house.rules.policy(opportunity.policy)
      let notes = try store.notes.renewals(of: opportunity.id)
      guard let last = notes.last, last.note == note, last.author == actor, now < last.at + policy.undoSeconds
      else {
        throw Refusal.tooLateToUndo
      }
      try store.notes.takeBack(note, at: now)
      try reckonWithout(last, notes.dropLast(), opportunity, customer, at: now, in: house)
      try house.record(
        .note, on: customer.id, by: actor, at: now, EventDetail(["taken_back": String(note.value)]))
    }
  }

  private func reckonWithout(
    _ taken: NoteRenewal, _ left: ArraySlice<NoteRenewal>, _ opportunity: Opportunity, _ customer: Customer,
    at now: Instant, in house: House
  ) throws {
    var opportunity = opportunity
    opportunity.lastNote = left.last { $0.renewals.contains(.note) }.map { .init(note: $0.note, at: $0.at) }
    opportunity.lastVisit = left.last { $0.renewals.contains(.visit) }.map { .init(note: $0.note, at: $0.at) }
    opportunity.triesInRow = left.last?.triesInRow ?? 0
    try house.store.opportunities.renew(opportunity)
    try house.store.customers.takeBack(taken, left: left.last, of: customer)
    // R6.5: refused where the effective due would then lie in the past.
    if let standing = try ClockKeeper(house).place(opportunity), standing.effectiveDue <= now {
      throw Refusal.tooLateToUndo
    }
  }
}
