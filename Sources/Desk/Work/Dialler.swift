import Dispatch
import Glibc

/// Runs the site's command that dials (R7.3): the number is its only argument, and no shell is between.
struct Dialler: Sendable {
  let command: String

  /// - Parameters:
  ///   - calls: the commands that still run.
  ///   - failed: told why, from another thread, where the command can't be run or says it failed.
  func dial(_ number: String, in calls: DispatchGroup, failed: @escaping @Sendable (String) -> Void) {
    DispatchQueue.global().async(group: calls) {
      if let reason = run(number) { failed(reason) }
    }
  }

  /// Nil when the command went well.
  private func run(_ number: String) -> String? {
    var process: pid_t = 0
    let arguments = [strdup(command), strdup(number), nil]
    defer { arguments.forEach { free($0) } }
    let code = Silence.with { posix_spawn(&process, command, $0, nil, arguments, environ) }
    guard code == 0 else { return String(cString: strerror(code)) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status == 0 ? nil : "\(status >> 8 & 0xFF)"
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
