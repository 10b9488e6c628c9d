import Domain
import Storage

/// Announces customers that enter their renewal to their team, once a term (R9.1): to the renewal departments, or where
/// the house has none to the managers above the holder; and to the holder.
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
        let team = try Team(unit)
        for entering in try unit.store.orders.renewing(at: now, limit: AnnounceRenewals.chunk) {
          try unit.store.orders.markAnnounced(entering)
          try announce(entering, to: team, in: unit)
        }
      }
    }
  }

  /// An account that was typed in when its renewal was over already is nobody's news.
  private func announce(_ entering: EnteringRenewal, to team: Team, in unit: WritingUnit) throws {
    guard unit.rules.calendar.day(of: unit.now) <= entering.expiresOn else { return }
    let holder = try unit.store.customers.require(entering.customer).holder
    let end = unit.rules.calendar.end(of: entering.expiresOn)
    for person in try team.members(for: holder) {
      try unit.store.alerts.add(
        .enteringRenewal, to: person, on: entering.customer, due: end, clock: "", at: unit.now)
    }
    try unit.record(
      .keepOrders, on: entering.customer,
      EventDetail(["order": String(entering.order.value), "renewal_until": entering.expiresOn.iso]))
  }
}

/// Who wins signed customers for another term.
private struct Team {
  private let unit: ReadingUnit
  private let people: [Person]
  private let renewal: [PersonID]

  init(_ unit: ReadingUnit) throws {
    self.unit = unit
    people = try unit.store.people.all().filter(\.isActive)
    renewal = try people.filter {
      try unit.rules.departmentKind(of: $0) == .renewal && !$0.roles.isDisjoint(with: [.agent, .manager])
    }.map(\.id)
  }

  func members(for holder: PersonID?) throws -> [PersonID] {
    let team = renewal.isEmpty ? try managers(above: holder) : renewal
    return Set(team + [holder].compactMap { $0 }).sorted()
  }

  /// The managers above somebody, else the directors above him.
  private func managers(above holder: PersonID?) throws -> [PersonID] {
    guard let holder = people.first(where: { $0.id == holder }) else { return [] }
    let above = try people.filter {
      try unit.store.people.isDepartment(holder.department, under: $0.department)
    }
    let managers = above.filter { $0.roles.contains(.manager) }
    return (managers.isEmpty ? above.filter { $0.roles.contains(.director) } : managers).map(\.id)
  }
}
