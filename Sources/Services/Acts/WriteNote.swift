import Domain
import Storage

/// Records a contact (R6.1). What it renews follows from the policy (R4.9); the server's time counts.
package struct WriteNote {
  let customer: CustomerID
  let entry: NoteEntry
  /// The note as typed, kept as a draft where the customer has flowed back meanwhile (R4.6).
  let draft: String?

  package init(_ entry: NoteEntry, on customer: CustomerID, draft: String? = nil) {
    var entry = entry
    entry.text = PlainText.withPlainLineEnds(entry.text)
    self.customer = customer
    self.entry = entry
    self.draft = draft
  }

  /// What came of it.
  package struct Written: Sendable {
    package let note: NoteID
    package let renewals: Renewals
    /// The effective due before and after; nil where no clock runs.
    package let dueBefore: Instant?
    package let dueAfter: Instant?
    /// The clock that rules afterwards.
    package let clock: String?
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Written {
    try house.write(on: customer, at: now, refused: { try keepDraft(in: $0, $1, by: actor, at: now) }) {
      store, customer in
      let person = try Allowance(house).require(actor, .note)
      guard customer.holder == person.id, let opportunity = try store.opportunities.open(of: customer.id)
      else {
        throw try house.notHeld(customer.id, by: person.id)
      }
      let policy = try house.rules.policy(opportunity.policy)
      try NoteCheck(policy: policy, calendar: house.rules.calendar).require(entry, opportunity, at: now)
      let recorded = try WriteNote(entry.withNumber(of: customer.id, policy, in: store), on: customer.id)
      return try recorded.write(customer, opportunity, policy, by: actor, at: now, in: house)
    }
  }

  private func write(
    _ customer: Customer, _ opportunity: Opportunity, _ policy: Policy, by actor: PersonID, at now: Instant,
    in house: House
  ) throws -> Written {
    let before = try ClockKeeper(house).standing(of: opportunity)
    let renewals = policy.notes.renewals(by: entry, triesInRow: opportunity.triesInRow)
    let tries = policy.notes.triesInRow(after: entry, before: opportunity.triesInRow)
    let note = try house.store.notes.add(
      entry, of: opportunity, by: actor, renewals: renewals, triesInRow: tries, at: now)
    let renewed = opportunity.renewed(by: note, at: now, renewals: renewals, triesInRow: tries)
    try house.store.opportunities.renew(renewed)
    let next = entry.nextContact(after: customer.nextContact, at: now)
    try recordOnCustomer(customer, policy, nextContact: next, in: house, at: now)
    let after = try ClockKeeper(house).place(renewed)
    try house.store.drafts.drop(by: actor, on: customer.id)
    try house.record(
      .note, on: customer.id, by: actor, at: now,
      detail(note, customer, nextContact: next, house.rules.calendar))
    return Written(
      note: note, renewals: renewals, dueBefore: before?.effectiveDue, dueAfter: after?.effectiveDue,
      clock: after?.ruling.clock.name)
  }

  private func recordOnCustomer(
    _ customer: Customer, _ policy: Policy, nextContact: Instant?, in house: House, at now: Instant
  ) throws {
    // R3.1: the first note turns pending into following.
    let state = customer.state == .pending ? .following : customer.state
    try house.store.customers.record(
      note: entry, of: customer.id, state: state, nextContact: nextContact, at: now)
    guard let mark = policy.notes.outcome(entry.outcome)?.marksNumber, let number = entry.number else {
      return
    }
    try house.store.numbers.mark(number, of: customer.id, as: mark)
  }

  private func detail(
    _ note: NoteID, _ customer: Customer, nextContact: Instant?, _ calendar: HouseCalendar
  ) -> EventDetail {
    var detail = EventDetail(["note": String(note.value), "outcome": entry.outcome.rawValue])
    detail.change("intent", from: customer.intent, to: entry.intent ?? customer.intent)
    detail.change("stage", from: String(customer.stage), to: String(entry.stage ?? customer.stage))
    detail.change(
      "next_contact", from: customer.nextContact.map(calendar.iso8601),
      to: nextContact.map(calendar.iso8601))
    return detail
  }

  private func keepDraft(in store: Store, _ refusal: Refusal, by actor: PersonID, at now: Instant) throws {
    guard case .flowedBack = refusal, let draft else { return }
    try store.drafts.save(draft, by: actor, on: customer, at: now)
  }
}

extension NoteEntry {
  /// The note with the number it was about: what it says of a number is said of the one that is dialled first, where
  /// none was named. A number that is not the customer's is refused.
  fileprivate func withNumber(of customer: CustomerID, _ policy: Policy, in store: Store) throws -> NoteEntry
  {
    if number == nil && (kind != .call || policy.notes.outcome(outcome)?.marksNumber == nil) { return self }
    let numbers = try store.numbers.list(of: customer)
    var entry = self
    if let number {
      guard numbers.contains(where: { $0.dialled == number }) else {
        throw Refusal.invalidField("number", .unknown)
      }
    } else {
      entry.number = numbers.first(where: \.isCallable)?.dialled
    }
    return entry
  }
}
