import Domain
import Storage

/// A customer is lost (战败, R3.9): the manager agrees, sends it back, or gives it to another agent.
struct LostRequests: RequestRule {
  func yes(_ asked: AskedRequest, in unit: MomentUnit) throws -> RequestFact? {
    guard let opportunity = try asked.opportunity(in: unit) else { return nil }
    return RequestFact("days_to_sea", .count(try unit.rules.policy(opportunity.policy).lostDays))
  }

  func facts(_ asked: AskedRequest, in unit: MomentUnit) throws -> [RequestFact] {
    let competitor = asked.detail.isEmpty ? [] : [RequestFact("competitor", .text(asked.detail))]
    let opens = try asked.opportunity(in: unit).map { try opening(after: $0, in: unit) }
    return [RequestFact("lost_reason", .word(asked.code, under: "lost_reason"))] + competitor
      + (try unit.factsOfHolding(asked)) + [opens.map { RequestFact("opens_at", .due($0)) }].compactMap { $0 }
  }

  /// It ends the opportunity, and opens to the sea after some days (R3.1); a further account never does (R9.2).
  func grant(_ asked: AskedRequest, in unit: WritingUnit) throws {
    let opportunity = try asked.requireOpportunity(in: unit)
    let customer = try unit.store.customers.require(opportunity.customer)
    try unit.requireReleasable(customer)
    let opens = try opening(after: opportunity, in: unit)
    let text = [asked.detail, asked.reason].filter { !$0.isEmpty }.joined(separator: ": ")
    try unit.retire(
      customer, into: customer.stateInSea == .void ? .void : .lost,
      because: .lost(LostReason(rawValue: asked.code) ?? .other), by: .lost,
      ["lost_reason": asked.code, "text": text, "opens_at": unit.rules.calendar.iso8601(opens)],
      opensAt: customer.stateInSea == .void ? nil : opens)
  }

  /// To somebody who may have more luck: every clock starts anew with him (R3.3).
  func give(_ asked: AskedRequest, to receiver: Person, in unit: WritingUnit) throws {
    let opportunity = try asked.requireOpportunity(in: unit)
    try unit.handOver(try unit.store.customers.require(opportunity.customer), to: receiver)
  }

  private func opening(after opportunity: Opportunity, in unit: MomentUnit) throws -> Instant {
    let calendar = unit.rules.calendar
    return calendar.end(
      of: calendar.day(of: unit.now) + (try unit.rules.policy(opportunity.policy)).lostDays)
  }
}

extension WritingUnit {
  /// Who gives a customer to somebody else answers by that who wanted to give it up.
  func answerLost(of customer: Customer) throws {
    guard let opportunity = try store.opportunities.open(of: customer.id) else { return }
    for asked in try store.requests.list(of: opportunity.id)
    where asked.kind == .lost && asked.isOpen(at: now) {
      try store.requests.answer(asked.id, with: .given, by: actor, at: now)
    }
  }
}
