import Domain
import Storage

/// Says of each customer found what who asks may do about it (R5.5), looking beyond his rights (R5.4).
struct CollisionJudge {
  private let unit: MomentUnit
  private let person: Person
  private let gate: Gate

  init(_ unit: MomentUnit, for person: Person) throws {
    self.unit = unit
    self.person = person
    gate = try Gate(unit, for: person)
  }

  func hit(_ id: CustomerID, _ matches: [Match]) throws -> CollisionHit? {
    guard let stored = try unit.store.customers.find(id) else { return nil }
    let (customer, since) = try asItStands(stored)
    var facts = HitFacts(matches, state: customer.state)
    facts.isBlocked = try unit.store.customers.isBlocked(id)
    facts.isOwn = customer.holder == person.id
    facts.since = since
    if customer.state == .unassigned { try addSeaFacts(of: customer, to: &facts) }
    if customer.holder != nil && !facts.isOwn {
      facts.isUnprotected = try unit.isUnprotected(id)
      facts.axis = try unit.axisVerdict(on: customer, for: person)
    }
    let (verdict, reason) = facts.verdict
    return CollisionHit(
      customer: id, name: customer.name,
      holder: try customer.holder.flatMap { try unit.store.people.holder($0) },
      state: customer.state, matches: matches, verdict: verdict, reason: reason)
  }

  /// R4.6: what is over is in the sea, though the engine may not have come to it yet.
  private func asItStands(_ stored: Customer) throws -> (Customer, since: Instant?) {
    guard stored.holder != nil, let open = try unit.store.opportunities.open(of: stored.id) else {
      return (stored, stored.releasedAt)
    }
    let clocks = Clocks(unit)
    guard let standing = try clocks.expected(open), try clocks.isOver(standing) else {
      return (stored, open.enteredAt)
    }
    return (stored.flowedBack(at: standing.effectiveDue), standing.effectiveDue)
  }

  /// What would refuse a pick is what the check says (R3.2).
  private func addSeaFacts(of customer: Customer, to facts: inout HitFacts) throws {
    for requirement in [Requirement.inSea, .coolDown, .callable] {
      switch try gate.refusal(requirement, of: customer) {
      case .undoPending(let releaser, let until): facts.undoPending = (releaser, until)
      case .coolingDown(let until): facts.coolsDownUntil = until
      case .noCallableNumber: facts.isCallable = false
      default: break
      }
    }
  }
}
