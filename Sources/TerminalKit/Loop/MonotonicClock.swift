import Glibc

/// Milliseconds since some moment; never set back.
package typealias Milliseconds = Int

/// The clock of the loop. It knows nothing of days: those come from elsewhere.
package enum MonotonicClock {
  package static func now() -> Milliseconds {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
