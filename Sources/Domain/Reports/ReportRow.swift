/// One row behind a figure of a report: a customer, whose it was, when, and what.
package struct ReportRow: Sendable, Equatable {
  package enum What: Sendable, Equatable {
    case outcome(Outcome)
    case wayIn(WayIn)
    /// As scripts read the reason.
    case end(String)
    case amount(Amount)
    case stage(Int)
    case level(String)
    /// A plan, and when it was done.
    case done(Instant)
    case missed
  }

  package let customer: CustomerID
  package let name: String
  package let person: PersonID
  package let at: Instant
  package let what: What

  package init(customer: CustomerID, name: String, person: PersonID, at: Instant, what: What) {
    (self.customer, self.name, self.person, self.at, self.what) = (customer, name, person, at, what)
  }
}
