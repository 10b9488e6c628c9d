import Domain
import Glibc

/// The host's time.
package enum WallClock {
  package static func now() -> Instant { Instant(seconds: Int64(time(nil))) }
}
