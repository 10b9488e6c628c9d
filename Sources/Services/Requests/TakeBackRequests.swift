import Domain
import Storage

/// A customer back that flowed back (追回, R4.18).
struct TakeBackRequests: RequestRule {
  func yes(_ asked: AskedRequest, in unit: MomentUnit) throws -> RequestFact? {
    RequestFact("due_if_granted", .due(unit.rules.calendar.endOfNextDeskDay(after: unit.now)))
  }

  func facts(_ asked: AskedRequest, in unit: MomentUnit) throws -> [RequestFact] {
    guard let customer = asked.customer,
      let last = try unit.store.opportunities.holdings(of: customer, limit: 1).first,
      let endedAt = last.endedAt
    else { return [] }
    let asker = try unit.person(asked.asker.id)
    let taken = try unit.store.opportunities.slotsTaken(by: asker.id, overAt: try FuseBox(unit).overAt)
    let capacity = try asker.capacity ?? unit.rules.policy(asker.policy).capacity
    return [
      RequestFact("held_since", .at(last.enteredAt)), RequestFact("flowed_back_at", .due(endedAt)),
      RequestFact("room", .count(max(capacity - taken, 0))),
    ]
  }

  func grant(_ asked: AskedRequest, in unit: WritingUnit) throws {
    guard let customer = asked.customer else { throw asked.settled }
    try unit.takeBack(try unit.store.customers.require(customer), answering: asked.id)
  }

  /// He is told that it is his again.
  var toldOfYes: AlertKind? { nil }
}
