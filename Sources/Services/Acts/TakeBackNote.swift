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
    try house.write(as: actor, .note, on: customer, at: now) { try takeBack(from: $1, in: $0) }
  }

  func takeBack(from customer: Customer, in unit: WritingUnit) throws {
    guard try Allowance(unit).covers(.note, customer),
      let opportunity = try unit.store.opportunities.open(of: customer.id)
    else { throw try unit.notHeld(customer.id) }
    let policy = try unit.rules.policy(opportunity.policy)
    let notes = try unit.store.notes.renewals(of: opportunity)
    guard let last = notes.last, last.note == note, last.author == unit.actor,
      unit.now < last.at + policy.undoSeconds
    else { throw Refusal.tooLateToUndo }
    try unit.store.notes.takeBack(note, at: unit.now)
    try unmark(last, policy, in: unit)
    try unit.store.customers.takeBack(last, isOnlyOne: notes.count == 1, of: customer.id)
    let contact = notes.dropLast().last { !policy.notes.reachedNobody($0.outcome) }
    try unit.store.customers.setRhythm(contact?.at, of: customer.id)
    try reckon(opportunity, with: notes.dropLast(), in: unit)
    unit.event.add(["taken_back": String(note.value)])
  }

  private func unmark(_ note: NoteRenewal, _ policy: Policy, in unit: WritingUnit) throws {
    guard let number = note.number, let before = note.markBefore,
      let mark = note.outcome.flatMap({ policy.notes.outcome($0) })?.marksNumber
    else { return }
    try unit.store.numbers.unmark(number, of: customer, from: mark, to: before)
  }

  /// The clocks as the notes that are left make them.
  private func reckon(
    _ opportunity: Opportunity, with notes: ArraySlice<NoteRenewal>, in unit: WritingUnit
  ) throws {
    var opportunity = opportunity
    opportunity.lastNote = notes.last { $0.renewals.contains(.note) }.map { .init(note: $0.note, at: $0.at) }
    opportunity.lastVisit = notes.last { $0.renewals.contains(.visit) }.map {
      .init(note: $0.note, at: $0.at)
    }
    opportunity.triesInRow = notes.last?.triesInRow ?? 0
    try unit.store.opportunities.renew(opportunity)
    if let standing = try ClockKeeper(unit).place(opportunity), try Clocks(unit).isOver(standing) {
      throw Refusal.duePassed(due: standing.effectiveDue)
    }
  }
}
