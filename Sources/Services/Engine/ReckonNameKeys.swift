import Domain
import Glibc
import Storage

/// Reckons the keys of names in a base that was made before there were any (R5.1), in chunks: a restart goes on where
/// they stop. Until it is done the check finds the customers left by their whole names and numbers alone.
struct ReckonNameKeys {
  private static let chunk = 500
  /// A second of work or two a tick.
  private static let chunksATick = 40
  private static let pauseMicroseconds: UInt32 = 5_000

  let house: House

  func perform(at now: Instant) throws {
    for _ in 0..<ReckonNameKeys.chunksATick {
      guard try house.read(as: .engine, at: now, { try $0.store.collisions.hasUnkeyed() }) else { return }
      try house.write(as: .engine, .engine, leaving: .nothing, at: now, reckonChunk)
      usleep(ReckonNameKeys.pauseMicroseconds)
    }
  }

  private func reckonChunk(_ unit: WritingUnit) throws {
    let names = unit.rules.tables.names
    for one in try unit.store.collisions.unkeyed(limit: ReckonNameKeys.chunk) {
      let name = one.kind == .company ? CompanyName(parsing: one.name, with: names) : nil
      try unit.store.collisions.setKey(name?.key ?? "", of: one.id)
      try unit.store.customers.keepAliasKeys(name?.others.map(\.key) ?? [], of: one.id)
    }
    for name in try unit.store.collisions.unkeyedBlocked(limit: ReckonNameKeys.chunk) {
      try unit.store.collisions.setKey(CompanyName(parsing: name, with: names).key, ofBlocked: name)
    }
  }
}
