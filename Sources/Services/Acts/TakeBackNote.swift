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
      let notes = try store.notes.renewals(of: opportunity)
      guard let last = notes.last, last.note == note, last.author == actor, now < last.at + policy.undoSeconds
      else {
        throw Refusal.tooLateToUndo
      }
      try store.notes.takeBack(note, at: now)
      try unmark(last, policy, customer.id, in: store)
      try store.customers.takeBack(last, isOnlyOne: notes.count == 1, of: customer.id)
      try reckon(opportunity, with: notes.dropLast(), at: now, in: house)
      try house.record(
        .note, on: customer.id, by: actor, at: now, EventDetail(["taken_back": String(note.value)]))
    }
  }

  private func unmark(_ note: NoteRenewal, _ policy: Policy, _ customer: CustomerID, in store: Store) throws {
    guard let number = note.number, let before = note.markBefore,
      let mark = note.outcome.flatMap({ policy.notes.outcome($0) })?.marksNumber
    else { return }
    try store.numbers.unmark(number, of: customer, from: mark, to: before)
  }

  /// The clocks as the notes that are left make them.
  private func reckon(
    _ opportunity: Opportunity, with notes: ArraySlice<NoteRenewal>, at now: Instant, in house: House
  ) throws {
    var opportunity = opportunity
    opportunity.lastNote = notes.last { $0.renewals.contains(.note) }.map { .init(note: $0.note, at: $0.at) }
    opportunity.lastVisit = notes.last { $0.renewals.contains(.visit) }.map {
      .init(note: $0.note, at: $0.at)
    }
    opportunity.triesInRow = notes.last?.triesInRow ?? 0
    try house.store.opportunities.renew(opportunity)
    let keeper = ClockKeeper(house)
    if let standing = try keeper.place(opportunity), try keeper.isOver(standing, at: now) {
      throw Refusal.duePassed(due: standing.effectiveDue)
    }
  }
}
