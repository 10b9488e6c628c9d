/// When so much would be released, or at such a time, that something must be wrong (R4.13).
package struct FuseRules: Sendable, Equatable {
  /// Blows above both: so many releases of one due day, and such a share of all held customers, in percent.
  package let count: Int
  package let percent: Int
  /// How far the clock may stand behind the highest moment of the house, and ahead of the last tick, and how far it may have jumped against the
  /// host's own uptime; in seconds.
  package let behind: Int64
  package let ahead: Int64
  package let jump: Int64

  package init(count: Int, percent: Int, behind: Int64, ahead: Int64, jump: Int64) {
    self.count = count
    self.percent = percent
    self.behind = behind
    self.ahead = ahead
    self.jump = jump
  }

  package func isTooMuch(_ releases: Int, of held: Int) -> Bool {
    releases > count && releases * 100 > held * percent
  }

  /// Why the clock can't be trusted; nil where it can, and where there is nothing to compare with.
  ///
  /// - Parameter highest: what a tick or an act saw since the fuse was mended last, so that many small steps back are seen.
  package func distrust(
    _ now: ClockReading, after last: ClockReading?, highest: Instant? = nil
  ) -> FuseCause? {
    if let highest = highest ?? last?.at, now.at < highest - behind { return .clockBehind }
    guard let last else { return nil }
    let passed = now.at - last.at
    if passed > ahead { return .clockAhead }
    guard let uptime = now.uptime, let lastUptime = last.uptime, now.boot == last.boot else { return nil }
    return abs(passed - (uptime - lastUptime)) > jump ? .clockJumped : nil
  }
}

/// The clock as it stood at a tick: the house's time, and how long the host had been up.
package struct ClockReading: Sendable, Equatable {
  package let at: Instant
  /// Seconds since the host started; nil where the clock was set by hand (sandbox).
  package let uptime: Int64?
  /// Tells one start of the host from another.
  package let boot: String

  package init(at: Instant, uptime: Int64?, boot: String) {
    self.at = at
    self.uptime = uptime
    self.boot = boot
  }
}

package enum FuseCause: String, Sendable {
  case tooMany = "too_many"
  case clockBehind = "clock_behind"
  case clockAhead = "clock_ahead"
  case clockJumped = "clock_jumped"
}

/// The fuse has blown: nothing is due until a manager confirms.
package struct BlownFuse: Sendable, Equatable {
  package let cause: FuseCause
  package let at: Instant
  /// The last tick before, where there was one.
  package let lastTick: Instant?

  package init(cause: FuseCause, at: Instant, lastTick: Instant?) {
    self.cause = cause
    self.at = at
    self.lastTick = lastTick
  }
}
