import Glibc
import Synchronization

/// The signals the loop answers. A handler notes which came and writes one byte; all else happens in the loop.
package final class Signals {
  package enum Signal: Int32, CaseIterable, Sendable {
    case hangUp = 1
    case interrupt = 2
    case quit = 3
    case firstOfUsers = 10
    case secondOfUsers = 12
    case alarm = 14
    case terminate = 15
    case resumed = 18
    case stop = 20
    case resized = 28

    /// What ends a process that does not care.
    package static let ending: Set<Signal> = [.quit, .firstOfUsers, .secondOfUsers, .alarm, .terminate]
  }

  private var previous: [(Signal, sigaction)] = []
  private var previousMask = sigset_t()

  /// Handlers are the process's own: while one of these lives there is no other. Whoever started it may have left
  /// signals ignored or blocked (`nohup`, a shell's `&`): on this thread they arrive.
  package init(waking pipe: WakePipe) {
    wakeDescriptor.store(pipe.writeEnd, ordering: .sequentiallyConsistent)
    for signal in Signal.allCases { install(signal) }
    var ours = sigset_t()
    sigemptyset(&ours)
    for signal in Signal.allCases { sigaddset(&ours, signal.rawValue) }
    pthread_sigmask(SIG_UNBLOCK, &ours, &previousMask)
  }

  deinit {
    restore()
  }

  /// Puts back what was there before.
  package func restore() {
    if previous.isEmpty { return }
    pthread_sigmask(SIG_SETMASK, &previousMask, nil)
    for (signal, var action) in previous { sigaction(signal.rawValue, &action, nil) }
    previous = []
    wakeDescriptor.store(-1, ordering: .sequentiallyConsistent)
  }

  /// What came since the last call.
  package func collect() -> Set<Signal> {
    let bits = arrivedSignals.exchange(0, ordering: .sequentiallyConsistent)
    return Set(Signal.allCases.filter { bits & ($0.bit) != 0 })
  }

  /// Stops the process as Ctrl-Z would have; returns when it is continued.
  package func stopProcess() {
    var standard = sigaction()
    var ours = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &standard, &ours)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &ours, nil)
    arrivedSignals.bitwiseAnd(~Signal.resumed.bit, ordering: .sequentiallyConsistent)
  }

  private func install(_ signal: Signal) {
    var action = sigaction()
    var old = sigaction()
    action.__sigaction_handler.sa_handler = noteSignal
    sigaction(signal.rawValue, &action, &old)
    previous.append((signal, old))
  }
}

extension Signals.Signal {
  fileprivate var bit: UInt64 { 1 << UInt64(rawValue) }
}

// A signal handler reaches globals only; both are atomic.
private let arrivedSignals = Atomic<UInt64>(0)
private let wakeDescriptor = Atomic<Int32>(-1)

private func noteSignal(_ number: Int32) {
  let saved = errno
  arrivedSignals.bitwiseOr(1 << UInt64(number), ordering: .sequentiallyConsistent)
  var byte: UInt8 = 0
  _ = write(wakeDescriptor.load(ordering: .sequentiallyConsistent), &byte, 1)
  errno = saved
}
