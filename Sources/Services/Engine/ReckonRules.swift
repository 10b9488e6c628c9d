import Domain
import Storage

/// Brings adopted versions into force when their day has come, and reckons running clocks anew by them, in chunks that
/// a restart takes up where it stopped (R4.15).
struct ReckonRules {
  private static let chunk = 500

  let house: House

  /// - Parameter keepGoing: asked before each further chunk, false once the lease is lost.
  func perform(at now: Instant, keepGoing: () throws -> Bool) throws {
    let arriving = try house.read(as: .engine, at: now) { try $0.store.ruleVersions.arriving(at: now) }
    for version in arriving {
      try house.write(as: .engine, .policies, leaving: .event, at: now) { unit in
        try unit.store.ruleVersions.bringIntoForce(version.id, at: now)
        unit.event.add(["in_force": version.name])
      }
    }
    while let (version, reckonedTo) = try unreckoned(at: now), try keepGoing() {
      try reckon(version, after: reckonedTo, at: now)
    }
  }

  private func unreckoned(at now: Instant) throws -> (version: RuleVersion, reckonedTo: CustomerID)? {
    try house.read(as: .engine, at: now) { try $0.store.ruleVersions.unreckoned() }
  }

  private func reckon(_ version: RuleVersion, after customer: CustomerID, at now: Instant) throws {
    // It is the version that leaves an event, as it comes into force.
    try house.write(as: .engine, .policies, leaving: .nothing, at: now) { unit in
      let customers = try unit.store.opportunities.heldCustomers(after: customer, limit: ReckonRules.chunk)
      for customer in customers {
        guard let opportunity = try unit.store.opportunities.open(of: customer) else { continue }
        _ = try ClockKeeper(unit).reckon(opportunity)
      }
      let last = customers.count < ReckonRules.chunk ? nil : customers.last
      try unit.store.ruleVersions.reckoned(version.id, to: last)
    }
  }
}
