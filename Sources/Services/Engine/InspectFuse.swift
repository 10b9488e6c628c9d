import Domain
import Storage

/// The engine's look at the fuse, before it releases anything (R4.13): blows it, or mends one that a wrong clock had
/// blown and that is right again, or whose releases were all renewed meanwhile.
struct InspectFuse {
  let house: House

  /// True where releases are off.
  func perform(_ reading: ClockReading) throws -> Bool {
    let seen = try house.read(as: .engine, at: reading.at) { try Look(reading, in: $0) }
    if !seen.isToMend && seen.cause == nil { return seen.isOff }
    return try house.write(as: .engine, .fuse, leaving: .changes, at: reading.at) { unit in
      let found = try Look(reading, in: unit)
      if found.isToMend { try unit.mendFuse() }
      if let cause = found.cause { try unit.blowFuse(cause) }
      return found.isOff
    }
  }

  /// What is to be done about the fuse.
  private struct Look {
    var isToMend = false
    /// Why it blows now.
    var cause: FuseCause?
    var isOff = true

    init(_ reading: ClockReading, in unit: MomentUnit) throws {
      let fuseBox = FuseBox(unit)
      let distrust = try fuseBox.distrust(of: reading)
      let over = try unit.store.fuses.over(at: reading.at)
      if let blown = try unit.store.fuses.blown() {
        guard distrust == nil, blown.cause != .tooMany || over.isEmpty else { return }
        isToMend = true
      }
      cause = try distrust ?? (fuseBox.isTooMuch(over) ? .tooMany : nil)
      isOff = cause != nil
    }
  }
}

extension WritingUnit {
  fileprivate func blowFuse(_ cause: FuseCause) throws {
    try store.fuses.blow(BlownFuse(cause: cause, at: now, lastTick: try store.fuses.lastReading()?.at))
    isReleasingOff = nil
    try record(.fuse, on: nil, EventDetail(["blown": cause.rawValue]))
  }

  func mendFuse() throws {
    try store.fuses.mend()
    try store.fuses.restart(at: now)
    isReleasingOff = nil
    try record(.fuse, on: nil, EventDetail(["mended": "true"]))
  }
}
