import Domain
import Storage

/// Keeps the base healthy during a long import: takes the engine's lease where it is free, and then ticks and moves
/// the log into the file, which would grow without bound.
struct ImportKeeper {
  private static let seconds: Int64 = 5

  private let engine: Engine
  private let now: Instant
  private var last: Instant?

  init(house: House, now: Instant) {
    engine = Engine(house)
    self.now = now
  }

  mutating func tend(at wallClock: Instant) throws {
    if let last, wallClock < last + ImportKeeper.seconds { return }
    last = wallClock
    _ = try engine.tick(at: now, wallClock: wallClock)
  }
}
