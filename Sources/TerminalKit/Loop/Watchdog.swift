import Glibc

/// Ends the process when leaving takes too long. Once armed it stays armed: nothing but the exit follows.
package enum Watchdog {
  /// Longer than anybody waits for a base that another process holds.
  package static let seconds: UInt32 = 12

  package static func arm() {
    signal(SIGALRM, SIG_DFL)
    alarm(seconds)
  }
}
