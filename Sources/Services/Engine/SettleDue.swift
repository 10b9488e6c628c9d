import Domain
import Storage

/// Ends what is over at this moment, before somebody looks at the sea or at what left him (R4.6): the moment counts, not
/// the engine's. What the fuse holds back, or would, is left to the engine (R4.13).
package struct SettleDue {
  package init() {}

  package func perform(at now: Instant, in house: House) throws {
    guard try house.read(as: .engine, at: now, { try !over(in: $0).isEmpty }) else { return }
    try house.write(as: .engine, .flowBack, leaving: .changes, at: now) { unit in
      for customer in try over(in: unit) { try ClockKeeper(unit).settle(customer) }
    }
  }

  private func over(in unit: MomentUnit) throws -> [CustomerID] {
    let moments = try unit.store.fuses.over(at: unit.now)
    if moments.isEmpty { return [] }
    let fuseBox = FuseBox(unit)
    guard try !fuseBox.isOff(), try !fuseBox.isTooMuch(moments) else { return [] }
    return try Set(moments.flatMap(\.counts).map(\.holder.id)).sorted().flatMap {
      try unit.store.fuses.over(of: $0, at: unit.now)
    }
  }
}
