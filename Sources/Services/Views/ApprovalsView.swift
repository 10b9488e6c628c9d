import Domain
import Storage

/// The queue of who answers, with what there is to know of each request, and what was answered lately (R8.4).
package struct ApprovalsView: Sendable {
  package let waiting: [WaitingRequest]
  /// What support has to answer, for who may (R5.8).
  package let applications: [Application]
  /// The newest first.
  package let answered: [AskedRequest]

  /// How far back it looks, in days.
  package static let days = 14

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> ApprovalsView {
    try house.readWithoutRight(for: actor, at: now) { unit in
      let reach = try AnswerReach(unit)
      let isSupport = try unit.rules.rights.allow(.answerApplication, to: unit.person)
      if reach.isEmpty && !isSupport { throw Refusal.notAllowed(.answer) }
      let since = unit.rules.calendar.start(of: unit.rules.calendar.day(of: now) - days)
      return ApprovalsView(
        waiting: try RequestQueue.open(in: unit, reach: reach).map {
          try WaitingRequest($0, reach, in: unit)
        },
        applications: isSupport ? try unit.store.applications.open(at: now) : [],
        answered: try unit.store.requests.answered(since: since, limit: 200).filter {
          try reach.covers($0.asker.id)
        })
    }
  }
}

/// A request with what hangs on the answer.
package struct WaitingRequest: Sendable {
  package let asked: AskedRequest
  /// The clocks' due without the request; nil for what is in the sea, and where no clock runs.
  package let due: Instant?
  /// What a yes brings.
  package let yes: RequestFact?
  package let facts: [RequestFact]
  /// A yes is for somebody above its reader (R4.8).
  package let isBeyond: Bool
  /// Whether its reader may open the customer: who stands in for somebody may not see all that one sees.
  package let isCustomerSeen: Bool

  init(_ asked: AskedRequest, _ reach: AnswerReach, in unit: MomentUnit) throws {
    self.asked = asked
    yes = try asked.kind.rule.yes(asked, in: unit)
    facts = try asked.kind.rule.facts(asked, in: unit)
    isBeyond = try !reach.mayGrant(asked)
    isCustomerSeen =
      try asked.customer.map {
        try Allowance(unit).covers(.see, try unit.store.customers.require($0))
      } ?? false
    var opportunity = try asked.opportunity(in: unit)
    opportunity?.askedUntil = nil
    due = try opportunity.flatMap { try Clocks(unit).standing(of: $0)?.effectiveDue }
  }
}
