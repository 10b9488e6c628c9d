import Glibc

/// SIGTERM and SIGINT, waited for instead of being broken off by.
struct StopSignal {
  private var signals = sigset_t()

  init() {
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGHUP)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits so many seconds for the request to stop.
  func isRequested(within seconds: Int64) -> Bool {
    var signals = signals
    var limit = timespec(tv_sec: Int(seconds), tv_nsec: 0)
    return sigtimedwait(&signals, nil, &limit) > 0
  }

  /// What a service manager is to read at once.
  static func flushOutput() {
    fflush(nil)
  }

  static func complain(_ line: String) {
    _ = line.utf8CString.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
  }
}
