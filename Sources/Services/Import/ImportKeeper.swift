import Domain
import Storage

/// Keeps the log of a long import from growing without bound: every few seconds it is the keeper for a moment, where
/// nobody else is. In between the engine may tick.
struct ImportKeeper {
  private static let seconds: Int64 = 5

  private let engine: Engine
  private var last: Instant?

  init(house: House) {
    engine = Engine(house)
  }

  mutating func tend(at wallClock: Instant) throws {
    if let last, wallClock < last + ImportKeeper.seconds { return }
    last = wallClock
    try engine.checkpoint(wallClock: wallClock)
  }
}
