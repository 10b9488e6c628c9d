import Domain
import Storage

/// Announces customers that enter their renewal to their team, once a term (R9.1): to the renewal departments, or where
/// the house has none to the managers above the holder; and to the holder. Where the policy says so it gives them to a
/// renewal department, each to whoever has the fewest there (R9.3).
struct AnnounceRenewals {
  private static let chunk = 100

  let house: House

  /// - Parameter keepGoing: asked before each further chunk, false once the lease is lost.
  func perform(at now: Instant, keepGoing: () throws -> Bool) throws {
    var isFirst = true
    while try house.read(as: .engine, at: now, { try !$0.store.orders.renewing(at: now, limit: 1).isEmpty }) {
      guard try isFirst || keepGoing() else { return }
      isFirst = false
      try house.write(as: .engine, .keepOrders, leaving: .changes, at: now) { unit in
        var team = try RenewalTeam(unit)
        for entering in try unit.store.orders.renewing(at: now, limit: AnnounceRenewals.chunk) {
          try unit.store.orders.markAnnounced(entering)
          try announce(entering, to: &team, in: unit)
        }
      }
    }
  }

  /// An account that was typed in when its renewal was over already is nobody's news.
  private func announce(_ entering: EnteringRenewal, to team: inout RenewalTeam, in unit: WritingUnit) throws
  {
    guard unit.rules.calendar.day(of: unit.now) <= entering.expiresOn else { return }
    let customer = try unit.store.customers.require(entering.customer)
    let receiver = try pass(customer, entering, to: &team, in: unit)
    let told =
      try receiver.map { try team.told(passing: customer.holder, to: $0) }
      ?? team.members(for: customer.holder)
    let end = unit.rules.calendar.end(of: entering.expiresOn)
    for person in told {
      try unit.store.alerts.add(
        .enteringRenewal, to: person, on: entering.customer, due: end, clock: "", at: unit.now)
    }
    try unit.record(
      .keepOrders, on: entering.customer,
      EventDetail([
        "order": String(entering.order.value), "renewal_until": entering.expiresOn.iso,
        "holder": receiver?.name,
      ]))
  }

  /// R9.3: house accounts by hand only, and none whose renewal order is confirmed. Who can't be given is announced, as
  /// where nobody is.
  ///
  /// - Returns: who has it now; nil where it stays.
  private func pass(
    _ customer: Customer, _ entering: EnteringRenewal, to team: inout RenewalTeam, in unit: WritingUnit
  ) throws -> Person? {
    guard let holder = customer.holder, !customer.isHouseAccount, customer.state == .signed,
      try unit.rules.policy(unit.person(holder).policy).signed.renewal == .evenly,
      try unit.rules.departmentKind(of: unit.person(holder)) != .renewal,
      try !unit.store.orders.isRenewed(customer.id, beside: entering.order, after: entering.opensOn),
      let receiver = team.next
    else { return nil }
    do {
      try unit.store.connection.savepoint { try unit.handOver(customer, to: receiver) }
    } catch is Refusal {
      return nil
    }
    team.took(receiver)
    return receiver
  }
}
