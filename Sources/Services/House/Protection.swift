import Domain
import Storage

extension MomentUnit {
  /// Whether others may apply for a held customer, and no order of it counts: support has to judge a collision of it
  /// (R5.7), or its holder did not put the name right by which it was granted to him (R5.8). Once he does, late, it is
  /// protected again unless somebody has applied meanwhile. So is one of which the import left open what was not filled in
  /// in time (R5.9).
  func isUnprotected(_ customer: CustomerID) throws -> Bool {
    try store.disputes.isUnprotected(customer) || store.applications.lapsedGrant(of: customer, at: now) != nil
      || store.applications.wasAppliedForUnprotected(customer, at: now) || isLeftIncomplete(customer)
  }

  /// Whether an application or an answer of support's leaves a customer where it is (R5.8): whoever holds it protected
  /// goes on, unless the service axis lets others follow.
  func staysWithItsHolder(_ customer: Customer, against person: Person) throws -> Bool {
    guard let holder = customer.holder, holder != person.id else { return false }
    if try isUnprotected(customer.id) { return false }
    return try axisVerdict(on: customer, for: person).verdict != .mayFollow
  }
}
