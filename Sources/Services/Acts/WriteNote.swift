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
    /// The one open next contact afterwards, which may be what was agreed before (R6.1).
    package let next: NextContact?
    /// The effective due before and after; nil where no clock runs.
    package let dueBefore: Instant?
    package let dueAfter: Instant?
    /// The clock that rules afterwards.
    package let clock: String?
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Written {
    try house.write(as: actor, .note, on: customer, at: now, refused: keepDraft) { unit, customer in
      let opportunity = try unit.requireHolding(of: customer)
      let policy = try unit.rules.policy(opportunity.policy)
      try NoteCheck(policy: policy, calendar: unit.rules.calendar).require(entry, opportunity, at: now)
      let recorded = try WriteNote(entry.withNumber(of: customer.id, policy, in: unit), on: customer.id)
      return try recorded.write(customer, opportunity, policy, in: unit)
    }
  }

  private func write(
    _ customer: Customer, _ opportunity: Opportunity, _ policy: Policy, in unit: WritingUnit
  ) throws -> Written {
    let (author, now) = (try unit.person.id, unit.now)
    let before = try Clocks(unit).standing(of: opportunity, on: customer)
    let renewals = policy.notes.renewals(by: entry, triesInRow: opportunity.triesInRow)
    let tries = policy.notes.triesInRow(after: entry, before: opportunity.triesInRow)
    let next = entry.nextContact(after: customer.next, policy.notes.outcome(entry.outcome), at: now)
    let note = try unit.store.notes.add(
      entry.saying(next), of: opportunity, by: author, renewals: renewals, triesInRow: tries,
      dueBefore: before?.effectiveDue, at: now)
    let renewed = opportunity.renewed(by: note, at: now, renewals: renewals, triesInRow: tries)
    try unit.store.opportunities.renew(renewed)
    try recordOnCustomer(customer, policy, next: next, in: unit)
    let after = try ClockKeeper(unit).place(renewed)
    try unit.store.drafts.drop(by: author, on: customer.id)
    unit.event = detail(note, customer, next, unit.rules.calendar)
    return Written(
      note: note, renewals: renewals, next: next, dueBefore: before?.effectiveDue,
      dueAfter: after?.effectiveDue,
      clock: after?.ruling.clock.name)
  }

  private func recordOnCustomer(
    _ customer: Customer, _ policy: Policy, next: NextContact?, in unit: WritingUnit
  ) throws {
    // R3.1: the first note turns pending into following.
    let state = customer.state == .pending ? .following : customer.state
    try unit.store.customers.record(
      note: entry, of: customer.id, state: state, next: next, at: unit.now)
    try keepRhythm(of: customer, policy, in: unit)
    guard let mark = policy.notes.outcome(entry.outcome)?.marksNumber, let number = entry.number else {
      return
    }
    try unit.store.numbers.mark(number, of: customer.id, as: mark)
  }

  /// R4.3: a contact starts the rhythm anew; a try without one moves what is overdue by a desk day.
  private func keepRhythm(of customer: Customer, _ policy: Policy, in unit: WritingUnit) throws {
    guard policy.notes.reachedNobody(entry.outcome) else {
      return try unit.store.customers.setRhythm(unit.now, of: customer.id)
    }
    let entered = try unit.store.opportunities.open(of: customer.id)?.enteredAt ?? unit.now
    let from = max(try unit.store.customers.rhythm(of: customer.id) ?? entered, entered)
    let (calendar, today) = (unit.rules.calendar, unit.rules.calendar.day(of: unit.now))
    let level = entry.intent ?? customer.intent
    guard let rhythm = policy.intent(level)?.rhythmDays,
      policy.daysOverdue(level, lastContact: calendar.day(of: from), on: today) != nil
    else { return }
    let moved = calendar.start(of: calendar.deskDay(after: today) - rhythm - 1)
    try unit.store.customers.setRhythm(moved, of: customer.id)
  }

  private func detail(
    _ note: NoteID, _ customer: Customer, _ next: NextContact?, _ calendar: HouseCalendar
  ) -> EventDetail {
    var detail = EventDetail(["note": String(note.value), "outcome": entry.outcome.rawValue])
    detail.change("intent", from: customer.intent, to: entry.intent ?? customer.intent)
    detail.change("stage", from: String(customer.stage), to: String(entry.stage ?? customer.stage))
    detail.change(
      "next_contact", from: customer.nextContact.map(calendar.iso8601),
      to: (next?.at).map(calendar.iso8601))
    detail.change("purpose", from: customer.next?.purpose ?? "", to: next?.purpose ?? "")
    return detail
  }

  private func keepDraft(in unit: WritingUnit, _ refusal: Refusal) throws {
    guard case .flowedBack = refusal, let draft else { return }
    try unit.store.drafts.save(draft, by: unit.person.id, on: customer, at: unit.now)
  }
}

extension NoteEntry {
  /// The note with what it set as the next contact, and nothing where it set none.
  fileprivate func saying(_ next: NextContact?) -> NoteEntry {
    var entry = self
    if nextContact != next?.at { (entry.nextContact, entry.purpose) = (nil, "") }
    return entry
  }

  /// The note with the number it was about: what it says of a number is said of the one that is dialled first, where
  /// none was named. A number that is not the customer's is refused.
  fileprivate func withNumber(of customer: CustomerID, _ policy: Policy, in unit: WritingUnit) throws
    -> NoteEntry
  {
    if number == nil && (kind != .call || policy.notes.outcome(outcome)?.marksNumber == nil) { return self }
    let numbers = try unit.store.numbers.list(of: customer)
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
