import Domain
import Storage

/// More time with a customer (延期, R4.8): up to some days by the manager, more by the director. Either way it ends no
/// sooner than the answer.
struct ExtensionRequests: RequestRule {
  func mayGrant(_ asked: AskedRequest, _ judge: Person, in unit: ReadingUnit) throws -> Bool {
    if judge.roles.contains(.director) { return true }
    let policy = try asked.customer.flatMap { try unit.store.opportunities.open(of: $0)?.policy }
    guard let policy = try policy.map(unit.rules.policy) else { return true }
    return asked.days <= policy.extensions.managerDays
  }

  func yes(_ asked: AskedRequest, in unit: MomentUnit) throws -> RequestFact? {
    guard let opportunity = try asked.opportunity(in: unit) else { return nil }
    let due = try unit.rules.policy(opportunity.policy).due(
      of: opportunity, extendedBy: asked.days, in: unit.rules.calendar)
    return due.map { RequestFact("due_if_granted", .due($0)) }
  }

  func facts(_ asked: AskedRequest, in unit: MomentUnit) throws -> [RequestFact] {
    try unit.factsOfHolding(asked)
  }

  /// The original due and so many days, at the same hour.
  func grant(_ asked: AskedRequest, in unit: WritingUnit) throws {
    let opportunity = try asked.requireOpportunity(in: unit)
    let policy = try unit.rules.policy(opportunity.policy)
    try end(policy.extending(opportunity, by: asked.days, in: unit.rules.calendar), in: unit)
  }

  func refuse(_ asked: AskedRequest, in unit: WritingUnit) throws {
    try end(try asked.requireOpportunity(in: unit), in: unit)
  }

  private func end(_ opportunity: Opportunity, in unit: WritingUnit) throws {
    var answered = opportunity
    answered.askedUntil = unit.now
    try unit.store.opportunities.putOff(answered)
    try ClockKeeper(unit).place(answered)
  }
}
