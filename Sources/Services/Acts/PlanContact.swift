import Domain
import Storage

/// Sets the one open next contact of an opportunity (R6.1), or drops it. It moves no clock.
package struct PlanContact {
  let customer: CustomerID
  let nextContact: Instant?
  let isAgreed: Bool?
  private var isTakenBack = false

  /// - Parameter isAgreed: nil where it is as it was: an appointment that is moved stays one.
  package init(_ nextContact: Instant?, isAgreed: Bool? = nil, with customer: CustomerID) {
    self.nextContact = nextContact
    self.isAgreed = isAgreed
    self.customer = customer
  }

  /// Back to what stood there before, be it over by now.
  package static func back(to before: NextContact?, with customer: CustomerID) -> PlanContact {
    var plan = PlanContact(before?.at, isAgreed: before?.isAgreed, with: customer)
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
      let isAgreed = isAgreed ?? customer.next?.isAgreed ?? false
      let next = nextContact.map { NextContact(at: $0, isAgreed: isAgreed) }
      try unit.store.customers.plan(next, with: customer.id)
      unit.event.change(
        "next_contact", from: customer.nextContact.map(unit.rules.calendar.iso8601),
        to: nextContact.map(unit.rules.calendar.iso8601))
      let clocks = Clocks(unit)
      let due = try unit.store.opportunities.open(of: customer.id).flatMap { try clocks.expected($0) }?
        .effectiveDue
      return Planned(next: next, before: customer.next, due: due)
    }
  }
}
