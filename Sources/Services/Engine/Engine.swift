import Domain
import Glibc
import Storage

/// The rule engine of one process (R4.11): it acts only while it holds the lease in the base.
package struct Engine {
  /// How long a lease holds: with a tick's time another process takes over within a minute of a death, whatever it is.
  package static let leaseSeconds: Int64 = 40
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
    guard try takeLease(wallClock) else { return nil }
    let reading = ClockReading.current(at: now, wallClock: wallClock)
    // R4.13: by a clock that can't be right no rule comes into force, nobody is warned, no request lapses.
    if try trusts(reading) { try ReckonRules(house: house).perform(at: now) { try takeLease(wallClock) } }
    let isOff = try InspectFuse(house: house).perform(reading)
    var report = TickReport()
    // A clock that is not trusted must not become the measure of the next.
    if try trusts(reading) {
      report = try SweepDeadlines(isReleasing: !isOff).perform(at: now, in: house) {
        try takeLease(wallClock)
      }
      try AskLevels(house: house).perform(at: now) { try takeLease(wallClock) }
      try AnnounceRenewals(house: house).perform(at: now) { try takeLease(wallClock) }
      try RemindOfOrders(house: house).perform(at: now)
      try TellLeftBehind(house: house).perform(at: now)
      try AskForecast(house: house).perform(at: now)
      try CloseEvening(house: house).perform(at: now)
      try house.write(as: .engine, .engine, leaving: .nothing, at: now) { unit in
        try unit.store.fuses.record(reading)
        try unit.store.fuses.raise(to: now, ahead: unit.rules.fuse.ahead)
      }
    }
    try ReckonNameKeys(house: house).perform(at: now)
    report.fuse = try house.read(as: .engine, at: now) { try $0.store.fuses.blown() }
    try house.checkpoint()
    return report
  }

  private func trusts(_ reading: ClockReading) throws -> Bool {
    try house.read(as: .engine, at: reading.at) { try FuseBox($0).trusts(reading) }
  }

  /// Moves the log into the file, as the keeper does after each tick, and lets others be the engine again.
  func checkpoint(wallClock: Instant) throws {
    guard try takeLease(wallClock) else { return }
    try house.checkpoint()
    try giveBackLease(wallClock)
  }

  /// The living process that holds the lease.
  static func livingHolder(_ wallClock: Instant, in unit: ReadingUnit) throws -> String? {
    guard let held = try unit.store.leases.holder(of: leaseName), held.until > wallClock,
      ProcessIdentity(held.holder).isAlive
    else { return nil }
    return held.holder
  }

  /// Somebody else's lease is only read, so that two hundred sessions don't write every tick.
  private func takeLease(_ wallClock: Instant) throws -> Bool {
    let held = try house.read(as: .engine, at: wallClock) { try $0.store.leases.holder(of: Engine.leaseName) }
    if let held, held.holder != holder.text, held.until > wallClock, ProcessIdentity(held.holder).isAlive {
      return false
    }
    return try house.write(as: .engine, .engine, leaving: .nothing, at: wallClock) { unit in
      // Another process may have been quicker; the one that was looked at above no longer counts.
      try unit.store.leases.take(
        Engine.leaseName, by: holder.text, from: held?.holder, until: wallClock + Engine.leaseSeconds)
    }
  }

  package func giveBackLease() throws {
    try giveBackLease(.onTheWall)
  }

  private func giveBackLease(_ wallClock: Instant) throws {
    _ = try house.write(as: .engine, .engine, leaving: .nothing, at: wallClock) {
      try $0.store.leases.giveBack(Engine.leaseName, by: holder.text)
    }
  }

  /// When to look next: after a tick's time, at the next due moment, or when the forecast is to be made.
  package func nextLook(after now: Instant) throws -> Instant {
    let regular = now + Engine.tickSeconds
    let wake = try house.read(as: .engine, at: now) { try $0.store.opportunities.nextWake(after: now) }
    let hours = [
      AskForecast(house: house).nextMoment(after: now), try CloseEvening(house: house).nextMoment(after: now),
    ]
    return hours.compactMap { $0 }.reduce(min(regular, wake ?? regular), min)
  }
}

extension Instant {
  /// By the clock of the host.
  static var onTheWall: Instant { Instant(seconds: Int64(time(nil))) }
}
