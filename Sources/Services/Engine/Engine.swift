import Domain
import Storage

/// The rule engine of one process (R4.11): it acts only while it holds the lease in the base.
package struct Engine {
  /// How long a lease holds: another process takes over within a minute of a death.
  package static let leaseSeconds: Int64 = 50
  /// How often the engine looks at the latest (R4.12).
  package static let tickSeconds: Int64 = 20

  private static let leaseName = "engine"

  let house: House
  let holder: ProcessIdentity

  package init(_ house: House, holder: ProcessIdentity = .current) {
    self.house = house
    self.holder = holder
  }

  /// Takes or keeps the lease, and ticks; nil where another living process has the lease.
  ///
  /// - Parameter wallClock: the host's time, which leases run by even where a sandbox' clock is set.
  package func tick(at now: Instant, wallClock: Instant) throws -> TickReport? {
    guard try takeLease(at: now, wallClock: wallClock) else { return nil }
    let report = try SweepDeadlines().perform(at: now, in: house) {
      try takeLease(at: now, wallClock: wallClock)
    }
    try house.store.connection.checkpoint()
    return report
  }

  /// Somebody else's lease is only read, so that two hundred sessions don't write every tick.
  private func takeLease(at now: Instant, wallClock: Instant) throws -> Bool {
    let held = try house.store.leases.holder(of: Engine.leaseName)
    if let held, held.holder != holder.text, held.until > wallClock, ProcessIdentity(held.holder).isAlive {
      return false
    }
    return try house.write { store in
      // Another process may have been quicker; the one that was looked at above no longer counts.
      let taken = try store.leases.take(
        Engine.leaseName, by: holder.text, from: held?.holder, until: wallClock + Engine.leaseSeconds)
      if taken { try store.settings.set(.lastTick, to: String(now.seconds)) }
      return taken
    }
  }

  package func giveBackLease() throws {
    _ = try house.write { try $0.leases.giveBack(Engine.leaseName, by: holder.text) }
  }

  /// When to look next: after a tick's time, or at the next due moment.
  package func nextLook(after now: Instant) throws -> Instant {
    let regular = now + Engine.tickSeconds
    return min(regular, try house.store.opportunities.nextWake(after: now) ?? regular)
  }
}
