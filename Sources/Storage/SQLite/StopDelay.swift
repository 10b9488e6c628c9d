import Glibc
import Synchronization

/// Holds Ctrl-Z back while a transaction is under way, a base is opened or closed, or its log is written back: stopped
/// within, a command would keep everybody else from the base until somebody continues it.
enum StopDelay {
  static func begin() {
    _ = isReady
    while true {
      let count = transactions.load(ordering: .sequentiallyConsistent)
      if count >= 0
        && transactions.compareExchange(
          expected: count, desired: count + 1, ordering: .sequentiallyConsistent
        ).exchanged
      {
        return
      }
      sched_yield()
    }
  }

  static func end() {
    let left = transactions.subtract(1, ordering: .sequentiallyConsistent).newValue
    if left == 0 && isStopWanted.load(ordering: .sequentiallyConsistent) { stopIfFree() }
  }

  /// The handler is put in place once, and only where nobody has one: the screens have their own.
  private static let isReady: Void = {
    var (action, old) = (sigaction(), sigaction())
    action.__sigaction_handler.sa_handler = stopOrWait
    action.sa_flags = SA_RESTART
    guard sigaction(SIGTSTP, nil, &old) == 0, old.__sigaction_handler.sa_handler == nil else { return }
    sigaction(SIGTSTP, &action, nil)
  }()
}

// A signal handler reaches globals only; both are atomic. It may run in a thread of its own choice: while it stops the
// process there are fewer than no transactions, and none begins.
private let transactions = Atomic<Int>(0)
private let isStopWanted = Atomic<Bool>(false)

private func stopOrWait(_: Int32) {
  isStopWanted.store(true, ordering: .sequentiallyConsistent)
  stopIfFree()
}

private func stopIfFree() {
  let (isFree, _) = transactions.compareExchange(
    expected: 0, desired: -1, ordering: .sequentiallyConsistent)
  guard isFree else { return }
  // To this thread, which goes no further; sent to the process, another thread might take it a moment later.
  if isStopWanted.exchange(false, ordering: .sequentiallyConsistent) { raise(SIGSTOP) }
  transactions.store(0, ordering: .sequentiallyConsistent)
}
