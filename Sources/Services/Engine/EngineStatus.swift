import Domain
import Storage

/// Where the engine stands (R4.11, R4.13).
package struct EngineStatus: Sendable {
  /// The process that holds the lease; nil where none does.
  package let holder: String?
  package let lastTick: Instant?
  /// The next moment at which something is to be done.
  package let nextWake: Instant?
  /// Customers it has not come to yet.
  package let waiting: Int
  package let fuse: BlownFuse?
  /// Years into which clocks run, and of which nobody knows the days off (R4.5).
  package let yearsWithoutTable: [Int]

  package static func read(
    by actor: PersonID, at now: Instant, wallClock: Instant, in house: House
  ) throws -> EngineStatus {
    try house.read { store in
      _ = try Allowance(house).require(actor, .see)
      return try EngineStatus(
        holder: Engine(house).livingHolder(wallClock), lastTick: store.fuses.lastReading()?.at,
        nextWake: store.opportunities.nextWake(after: now),
        waiting: store.opportunities.wakefulCount(at: now), fuse: store.fuses.blown(),
        yearsWithoutTable: house.rules.yearsWithoutTable(at: now))
    }
  }
}
