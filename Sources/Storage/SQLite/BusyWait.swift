import CSQLite
import Glibc

/// Waits for another process' write with random sleeps of 0.5 to 3.5 ms, up to 5 seconds.
///
/// SQLite's own handler backs off in fixed steps, so that under many writers the same ones lose again and again.
final class BusyWait {
  private static let limit: Int64 = 5_000_000_000
  private var started: Int64 = 0

  /// The handler keeps no reference: its owner must live as long as the connection.
  func install(on connection: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_busy_handler(
      connection,
      { context, tries in
        guard let context else { return 0 }
        return Unmanaged<BusyWait>.fromOpaque(context).takeUnretainedValue().wait(tries) ? 1 : 0
      }, context)
  }

  private func wait(_ tries: Int32) -> Bool {
    let now = BusyWait.monotonicNanoseconds()
    if tries == 0 { started = now }
    guard now - started < BusyWait.limit else { return false }
    usleep(UInt32.random(in: 500...3500))
    return true
  }

  private static func monotonicNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
