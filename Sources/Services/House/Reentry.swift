import Domain
import Storage

/// What somebody's last holding of a customer leaves to his next one (R4.1): who takes again what he held not long before
/// has its old time to sign, and whoever lost it by that may not take it for as long.
struct Reentry {
  private let unit: MomentUnit
  private let person: Person
  private let policy: Policy

  init(_ unit: MomentUnit, of person: Person) throws {
    self.unit = unit
    self.person = person
    policy = try unit.rules.policy(person.policy)
  }

  /// From when the time to sign runs; nil for from the entry.
  func signingFrom(_ customer: CustomerID) throws -> Instant? {
    try last(customer)?.opportunity.signingStart
  }

  /// From which day he may take it again; nil where he may now.
  func free(_ customer: CustomerID) throws -> Day? {
    guard let (last, free) = try last(customer) else { return nil }
    let again = Opportunity(
      id: last.id, customer: customer, holder: person.id, policy: person.policy, wayIn: .picked,
      enteredAt: unit.now, signingFrom: last.signingStart)
    let isSpent = policy.deadlines(of: again, in: unit.rules.calendar).contains {
      $0.clock.watches == .signing && $0.due <= unit.now
    }
    return isSpent ? free : nil
  }

  private func last(_ customer: CustomerID) throws -> (opportunity: Opportunity, free: Day)? {
    guard policy.reentryDays > 0, policy.clocks.contains(where: { $0.watches == .signing }),
      let last = try unit.store.opportunities.lastEnded(of: customer, by: person.id),
      let ended = try unit.store.opportunities.ends(of: customer, by: person.id).first
    else { return nil }
    let free = unit.rules.calendar.dueDay(of: ended.at) + policy.reentryDays
    return unit.rules.calendar.day(of: unit.now) < free ? (last, free) : nil
  }
}
