import Domain
import Storage

extension MomentUnit {
  /// Every reason for which a held customer is without protection; none for what the sea has.
  func whyUnprotected(_ customer: CustomerID) throws -> [Unprotected] {
    [
      try store.disputes.open(of: customer).map(Unprotected.collision),
      try store.applications.lapsedGrant(of: customer, at: now).map(Unprotected.wrongName),
      try leftIncomplete(customer),
      try store.applications.openSinceLapse(of: customer, at: now).map(Unprotected.appliedFor),
    ].compactMap { $0 }
  }

  func isUnprotected(_ customer: CustomerID) throws -> Bool { try !whyUnprotected(customer).isEmpty }

  /// Whether an application or an answer of support's leaves a customer where it is (R5.8): whoever holds it protected
  /// goes on, unless the service axis lets others follow.
  func staysWithItsHolder(_ customer: Customer, against person: Person) throws -> Bool {
    guard let holder = customer.holder, holder != person.id else { return false }
    if try isUnprotected(customer.id) { return false }
    return try axisVerdict(on: customer, for: person).verdict != .mayFollow
  }
}
