import Domain
import Storage

/// A colleague is to help with a customer (合作, R3.8): the manager approves who is in the register.
struct CooperationRequests: RequestRule {
  func yes(_ asked: AskedRequest, in unit: MomentUnit) throws -> RequestFact? {
    asked.person.map { RequestFact("helper", .text($0.name)) }
  }

  func facts(_ asked: AskedRequest, in unit: MomentUnit) throws -> [RequestFact] {
    guard let helper = asked.person else { return [] }
    return [
      RequestFact("helper", .text("\(helper.name)(\(helper.department))")),
      RequestFact("helps_with", .count(try unit.store.cooperations.list(helping: helper.id).count)),
    ] + (try unit.factsOfHolding(asked))
  }

  func grant(_ asked: AskedRequest, in unit: WritingUnit) throws {
    let opportunity = try asked.requireOpportunity(in: unit)
    guard let helper = asked.person else { throw asked.settled }
    try unit.register(try unit.person(helper.id), with: opportunity, reason: asked.reason)
  }
}
