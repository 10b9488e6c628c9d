import Dispatch
import Glibc
import Synchronization

/// Runs the site's command that dials (R7.3): the number is its only argument, and no shell is between.
final class Dialler: Sendable {
  private let command: String
  /// The one of the call before, where it has not ended; a new call ends it.
  private let running = Mutex<pid_t?>(nil)

  init(command: String) {
    self.command = command
  }

  /// - Parameters:
  ///   - calls: the commands that still run.
  ///   - failed: told why, from another thread, where the command can't be run or says it failed.
  func dial(_ number: String, in calls: DispatchGroup, failed: @escaping @Sendable (String) -> Void) {
    DispatchQueue.global().async(group: calls) {
      if let reason = self.run(number) { failed(reason) }
    }
  }

  /// Nil when the command went well, or another call took its place.
  private func run(_ number: String) -> String? {
    var process: pid_t = 0
    let code = running.withLock { running in
      if let before = running { kill(before, SIGTERM) }
      let code = start(number, &process)
      running = code == 0 ? process : nil
      return code
    }
    guard code == 0 else { return String(cString: strerror(code)) }
    waitForEnd(of: process)
    // It is looked at before it is reaped: until then its number is no other process's.
    let isLast = running.withLock { running in
      defer { if running == process { running = nil } }
      return running == process
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    if status == 0 || !isLast { return nil }
    return status & 0x7F == 0 ? "\(status >> 8 & 0xFF)" : String(cString: strsignal(status & 0x7F))
  }

  private func start(_ number: String, _ process: inout pid_t) -> Int32 {
    let arguments = [strdup(command), strdup(number), nil]
    defer { arguments.forEach { free($0) } }
    return Silence.with { actions in
      FreshSignals.with { posix_spawn(&process, command, actions, $0, arguments, environ) }
    }
  }

  private func waitForEnd(of process: pid_t) {
    var info = siginfo_t()
    while waitid(P_PID, id_t(process), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
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

/// The threads of a queue block every signal and the program ignores some, which a command would inherit.
private enum FreshSignals {
  // Of glibc's spawn.h, which Swift can't import: POSIX_SPAWN_SETSIGDEF and POSIX_SPAWN_SETSIGMASK.
  private static let (standardSignals, maskOfSignals): (Int16, Int16) = (4, 8)

  static func with(_ body: (UnsafePointer<posix_spawnattr_t>) -> Int32) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, standardSignals | maskOfSignals)
    return body(&attributes)
  }
}
