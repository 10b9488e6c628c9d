import Glibc

/// A program on a pseudo-terminal of its own, as its user would see it: in a session of its own, with the signals of a
/// fresh login, whatever those are here.
///
/// Holds a descriptor and a process; used by one thread.
package final class TerminalProgram {
  package struct Failure: Error {
    let message: String

    package init(message: String) {
      self.message = message
    }
  }

  // Of glibc's spawn.h, which Swift can't import: POSIX_SPAWN_SETSID, POSIX_SPAWN_SETSIGMASK and POSIX_SPAWN_SETSIGDEF.
  private static let (newSession, maskOfSignals, standardSignals): (Int16, Int16, Int16) = (0x80, 8, 4)

  package let process: pid_t
  private var terminal: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var hasEnded = false

  package init(
    _ program: String, _ arguments: [String], environment: [String: String], rows: UInt16, columns: UInt16
  ) throws(Failure) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw Failure(message: "no pseudo-terminal")
    }
    // The program opens its end by name, and must hold none of ours, or it would never be hung up.
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    defer { close(slave) }
    terminal = master
    let path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    process = try TerminalProgram.spawn(program, arguments, environment, on: path)
    _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if terminal >= 0 { close(terminal) }
    if hasEnded { return }
    Glibc.kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// A session of its own: the first terminal it opens is its controlling one.
  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], on terminal: String
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, newSession | maskOfSignals | standardSignals)
    let words = CStrings([program] + arguments)
    let variables = CStrings(environment.map { "\($0)=\($1)" })
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, &attributes, words.pointers, variables.pointers) == 0
    else {
      throw Failure(message: "can't run \(program)")
    }
    return process
  }

  // MARK: keys and what they bring

  /// All of them in one write, so that the program reads them at once.
  package func write(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = Glibc.write(terminal, bytes, bytes.count)
  }

  /// Whether there is something to read within so many milliseconds.
  package func wait(_ milliseconds: Int32) -> Bool {
    var watched = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, milliseconds) > 0
  }

  /// What is there to read; nothing where the program is gone.
  package func read() -> ArraySlice<UInt8> {
    buffer[..<max(0, Glibc.read(terminal, &buffer, buffer.count))]
  }

  // MARK: its end

  package func hangUp() {
    close(terminal)
    terminal = -1
  }

  package func send(_ signal: Int32) { Glibc.kill(process, signal) }

  /// Ends it as a power cut would.
  package func kill() { send(SIGKILL) }

  /// Waits until it is gone. The exit status; 128 and the signal where it was killed.
  package func finish() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    hasEnded = true
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// A vector of C strings that ends with NULL, as exec wants it.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) {
    pointers = texts.map { strdup($0) } + [nil]
  }

  deinit { for pointer in pointers { free(pointer) } }
}
