import Domain
import Glibc

/// The site's command that dials (R7.3): the number is its only argument, and no shell is between.
package struct DialProgram: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  package func start(_ number: String) throws(DialFailure) -> DialProcess {
    var id: pid_t = 0
    let arguments = [strdup(path), strdup(number), nil]
    defer { arguments.forEach { free($0) } }
    let code = Silence.with { actions in
      Freshness.with { posix_spawn(&id, path, actions, $0, arguments, environ) }
    }
    switch code {
    case 0: return DialProcess(id: id)
    case ENOENT, ENOTDIR: throw .missing(path: path)
    case EACCES, ENOEXEC: throw .notRunnable(path: path)
    default: throw .system(code)
    }
  }
}

/// It has been started. Until it is reaped its number is no other process's.
package struct DialProcess: Sendable, Equatable {
  package let id: pid_t

  /// To it and to what it has started: it leads a session of its own.
  package func send(_ signal: Int32) { kill(-id, signal) }

  /// Returns when it has ended.
  package func wait() {
    var info = siginfo_t()
    while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
  }

  /// Nil where it went well.
  package func reap() -> DialFailure? {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 && errno == EINTR {}
    return DialProcess.failure(of: status)
  }

  /// Whether it ended by then; one that still runs goes on by itself.
  ///
  /// - Throws: where it ended and did not go well.
  package func hasEnded(within milliseconds: Int) throws(DialFailure) -> Bool {
    let step = 10
    for waited in stride(from: 0, through: milliseconds, by: step) {
      var status: Int32 = 0
      if waitpid(id, &status, WNOHANG) == id {
        if let failure = DialProcess.failure(of: status) { throw failure }
        return true
      }
      if waited < milliseconds { poll(nil, 0, Int32(step)) }
    }
    return false
  }

  private static func failure(of status: Int32) -> DialFailure? {
    if status == 0 { return nil }
    return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}

/// The screen is ours: what a command prints goes nowhere.
private enum Silence {
  static func with(_ body: (UnsafePointer<posix_spawn_file_actions_t>) -> Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    return body(&actions)
  }
}

/// The threads of a queue block every signal and the program ignores some, which a command would inherit; and so it
/// would the terminal, which it could write to past its standard output.
private enum Freshness {
  // Of glibc's spawn.h: POSIX_SPAWN_SETSID, which Swift can't import.
  private static let ownSession: Int16 = 128

  static func with(_ body: (UnsafePointer<posix_spawnattr_t>) -> Int32) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | ownSession)
    return body(&attributes)
  }
}
