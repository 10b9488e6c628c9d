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
    try house.read(as: actor, .see, at: now) { unit in
      return EngineStatus(
        holder: try Engine.livingHolder(wallClock, in: unit),
        lastTick: try unit.store.fuses.lastReading()?.at,
        nextWake: try unit.store.opportunities.nextWake(after: now),
        waiting: try unit.store.opportunities.wakefulCount(at: now), fuse: try unit.store.fuses.blown(),
        yearsWithoutTable: try unit.rules.yearsWithoutTable(at: now))
    }
  }
}
