import Domain
import Storage

/// Sets the one open next contact of an opportunity (R6.1), or drops it. It moves no clock.
package struct PlanContact {
  let customer: CustomerID
  let nextContact: Instant?
  let isAgreed: Bool?
  let purpose: String?
  private var isTakenBack = false

  /// What is nil is as it was: an appointment that is moved stays one, for the same.
  package init(
    _ nextContact: Instant?, isAgreed: Bool? = nil, purpose: String? = nil, with customer: CustomerID
  ) {
    self.nextContact = nextContact
    self.isAgreed = isAgreed
    self.purpose = purpose.map(PlainText.inOneLine)
    self.customer = customer
  }

  /// Back to what stood there before, be it over by now.
  package static func back(to before: NextContact?, with customer: CustomerID) -> PlanContact {
    var plan = PlanContact(
      before?.at, isAgreed: before?.isAgreed, purpose: before?.purpose ?? "", with: customer)
    plan.isTakenBack = true
    return plan
  }

  /// What is planned now, what was before, and by when the customer flows back; nil where no clock runs.
  package struct Planned: Sendable {
    package let next: NextContact?
    package let before: NextContact?
    package let due: Instant?
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Planned {
    try house.write(as: actor, .plan, on: customer, at: now) { unit, customer in
      if !isTakenBack, let nextContact, nextContact <= now { throw Refusal.invalidField("next", .past) }
      try NoteCheck.require(purpose: purpose ?? "")
      let before = customer.next
      let next = nextContact.map {
        NextContact(
          at: $0, isAgreed: isAgreed ?? before?.isAgreed ?? false, purpose: purpose ?? before?.purpose ?? "")
      }
      try unit.store.customers.plan(next, with: customer.id)
      unit.event.change(
        "next_contact", from: customer.nextContact.map(unit.rules.calendar.iso8601),
        to: nextContact.map(unit.rules.calendar.iso8601))
      unit.event.change("purpose", from: before?.purpose ?? "", to: next?.purpose ?? "")
      let clocks = Clocks(unit)
      let due = try unit.store.opportunities.open(of: customer.id).flatMap { try clocks.expected($0) }?
        .effectiveDue
      return Planned(next: next, before: before, due: due)
    }
  }
}
