import Domain
import Glibc

extension Wording {
  /// Why the site's command did not dial, and what to do, in one line.
  package func text(of failure: DialFailure) -> String {
    words("dial.failed", ["reason": reason(of: failure)])
  }

  private func reason(of failure: DialFailure) -> String {
    switch failure {
    case .missing(let path): words("dial.failed.missing", ["path": path])
    case .notRunnable(let path): words("dial.failed.not_runnable", ["path": path])
    case .status(let status): words("dial.failed.status", ["status": String(status)])
    case .signal(let signal): words("dial.failed.signal", ["signal": String(signal)])
    case .system(let code): String(cString: strerror(code))
    }
  }
}
