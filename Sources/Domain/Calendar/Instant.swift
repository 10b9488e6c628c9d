/// A moment, in whole seconds of UTC since 1970. Nothing in the business is finer than a second.
package struct Instant: Hashable, Comparable, Sendable {
  package let seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  package static func < (one: Instant, other: Instant) -> Bool {
    one.seconds < other.seconds
  }

  package static func + (moment: Instant, seconds: Int64) -> Instant {
    Instant(seconds: moment.seconds + seconds)
  }

  package static func - (moment: Instant, seconds: Int64) -> Instant {
    Instant(seconds: moment.seconds - seconds)
  }

  /// Seconds from the other moment to this one.
  package static func - (later: Instant, earlier: Instant) -> Int64 {
    later.seconds - earlier.seconds
  }
}
