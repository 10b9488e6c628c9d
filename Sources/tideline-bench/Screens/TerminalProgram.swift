import Glibc

/// A program on a pseudo-terminal of its own, as its user would see it.
///
/// Holds a descriptor and a process; used by one thread.
final class TerminalProgram {
  struct Failure: Error {
    let message: String
  }

  /// What came back within a stretch of time, in milliseconds since it began.
  struct Reply {
    var first: Double?
    var last: Double?
    var bytes = 0
  }

  /// POSIX_SPAWN_SETSID of glibc's spawn.h, which Swift can't import.
  private static let newSession: Int16 = 0x80

  let process: pid_t
  /// When it was started, by the stopwatch.
  let started: Double
  private var terminal: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  init(
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
    started = Stopwatch.now()
    process = try TerminalProgram.spawn(program, arguments, environment, on: path)
    _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if terminal >= 0 { close(terminal) }
    kill(process, SIGKILL)
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
    posix_spawnattr_setflags(&attributes, TerminalProgram.newSession)
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

  /// Writes keys at once and reads until nothing came for `quiet` milliseconds, or nothing at all for `patience`.
  func press(_ keys: String, quiet: Int32, patience: Int32 = 1000) -> Reply {
    drain()
    let start = Stopwatch.now()
    var bytes = Array(keys.utf8)
    write(terminal, &bytes, bytes.count)
    return read(since: start, quiet: quiet, patience: patience)
  }

  /// Reads until nothing came for `quiet` milliseconds.
  func read(since start: Double, quiet: Int32, patience: Int32) -> Reply {
    var reply = Reply()
    while true {
      guard wait(reply.first == nil ? patience : quiet) else { return reply }
      let now = Stopwatch.now() - start
      let count = Glibc.read(terminal, &buffer, buffer.count)
      if count <= 0 { return reply }
      if reply.first == nil { reply.first = now }
      reply.last = now
      reply.bytes += count
    }
  }

  /// How many bytes came within so many milliseconds.
  func listen(for milliseconds: Double) -> Int {
    let end = Stopwatch.now() + milliseconds
    var bytes = 0
    while Stopwatch.now() < end {
      guard wait(Int32(max(0, end - Stopwatch.now()))) else { break }
      let count = Glibc.read(terminal, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += count
    }
    return bytes
  }

  private func drain() {
    while wait(0), Glibc.read(terminal, &buffer, buffer.count) > 0 {}
  }

  /// Whether there is something to read within so many milliseconds.
  private func wait(_ milliseconds: Int32) -> Bool {
    var watched = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, milliseconds) > 0
  }

  // MARK: its end

  /// Hangs the line up; milliseconds until the program is gone, nil where it stays.
  func hangUp(limit: Double = 5000) -> Double? {
    close(terminal)
    terminal = -1
    let start = Stopwatch.now()
    while Stopwatch.now() - start < limit {
      var state = siginfo_t()
      waitid(P_PID, id_t(process), &state, WEXITED | WNOHANG | WNOWAIT)
      if state.si_signo == SIGCHLD { return Stopwatch.now() - start }
      usleep(100)
    }
    return nil
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
