import Domain
import Storage

/// Keeps the log of a long import from growing without bound: every few chunks it is the keeper for a moment, where
/// nobody else is. In between the engine may tick. Nobody can write while the log is moved, so it is moved while it is
/// short.
struct ImportKeeper {
  private static let chunksAlone = 50
  private static let chunksBesideOthers = 4

  private let engine: Engine
  private var chunksSince = 0

  init(house: House) {
    engine = Engine(house)
  }

  mutating func tend(at wallClock: Instant, isAlone: Bool = false) throws {
    chunksSince += 1
    let wanted = isAlone ? ImportKeeper.chunksAlone : ImportKeeper.chunksBesideOthers
    guard chunksSince >= wanted else { return }
    chunksSince = 0
    try engine.checkpoint(wallClock: wallClock)
  }
}
