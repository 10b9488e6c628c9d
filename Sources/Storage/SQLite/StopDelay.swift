import Glibc
import Synchronization

/// Holds Ctrl-Z back while a transaction is under way: stopped within one, a command would keep everybody else from the
/// base until somebody continues it.
enum StopDelay {
  static func begin() {
    _ = isReady
    transactions.add(1, ordering: .sequentiallyConsistent)
  }

  static func end() {
    let left = transactions.subtract(1, ordering: .sequentiallyConsistent).newValue
    if left == 0 && isStopWanted.exchange(false, ordering: .sequentiallyConsistent) {
      kill(getpid(), SIGSTOP)
    }
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

// A signal handler reaches globals only; both are atomic.
private let transactions = Atomic<Int>(0)
private let isStopWanted = Atomic<Bool>(false)

private func stopOrWait(_: Int32) {
  if transactions.load(ordering: .sequentiallyConsistent) == 0 {
    kill(getpid(), SIGSTOP)
  } else {
    isStopWanted.store(true, ordering: .sequentiallyConsistent)
  }
}
