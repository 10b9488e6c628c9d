import Domain
import Storage

/// A customer that is none: void for good (作废, R3.1).
struct VoidRequests: RequestRule {
  func yes(_ asked: AskedRequest, in unit: MomentUnit) throws -> RequestFact? {
    RequestFact("state", .word(CustomerState.void.rawValue, under: "state"))
  }

  func facts(_ asked: AskedRequest, in unit: MomentUnit) throws -> [RequestFact] {
    try unit.factsOfHolding(asked)
  }

  func grant(_ asked: AskedRequest, in unit: WritingUnit) throws {
    let opportunity = try asked.requireOpportunity(in: unit)
    let customer = try unit.store.customers.require(opportunity.customer)
    try unit.setAside(customer, as: .void, reason: asked.reason)
  }
}
