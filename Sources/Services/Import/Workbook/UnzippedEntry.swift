import Glibc

/// One entry of an archive, unpacked by the system's `unzip` and read piece by piece.
///
/// Holds a process and a pipe; used by one owner at a time. However it is let go, the process is gone then.
final class UnzippedEntry {
  private let output: Int32
  private var process: pid_t = 0
  /// Bytes that may still come: a small archive can hold gigabytes of nothing.
  private var left: Int
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private var hasCome = false

  /// The entry of this name, in whatever case, its folders parted by slashes or, as some programs write them, backslashes.
  ///
  /// - Parameter archive: an open file; `unzip` reads it as its standard input, so no name is ever taken for an
  ///   option or a pattern.
  init(_ name: String, of archive: Int32, limit: Int) throws(WorkbookError) {
    guard UnzippedEntry.isPlain(name) else { throw .damaged }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .cannotUnzip(code: errno) }
    defer { close(ends[1]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    output = ends[0]
    left = limit
    let failure = UnzippedEntry.spawn(&process, name, from: archive, into: ends[1])
    if failure != 0 {
      process = 0
      throw .cannotUnzip(code: failure)
    }
  }

  deinit {
    close(output)
    guard process > 0 else { return }
    kill(process, SIGKILL)
    _ = UnzippedEntry.wait(for: process)
  }

  /// The next piece; empty at the end, which is reached only where `unzip` found nothing wrong.
  func next() throws(WorkbookError) -> ArraySlice<UInt8> {
    let count = buffer.withUnsafeMutableBytes { buffer in
      var count = read(output, buffer.baseAddress, buffer.count)
      while count < 0 && errno == EINTR { count = read(output, buffer.baseAddress, buffer.count) }
      return count
    }
    left -= count
    if left < 0 { throw .tooLarge }
    if count > 0 { hasCome = true }
    if count <= 0 { try finish() }
    return buffer.prefix(max(0, count))
  }

  private func finish() throws(WorkbookError) {
    guard process > 0 else { return }
    let status = UnzippedEntry.wait(for: process)
    process = 0
    switch status {
    // 1 is a warning: bytes before the archive, and the like.
    case 0, 1: return
    // One of the two spellings was not found, or neither.
    case 11 where hasCome: return
    case 11: throw .noSheet
    default: throw .damaged
    }
  }

  /// Its exit status; 256 where a signal ended it.
  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 256
  }

  /// Whether `unzip` takes the name as it stands, not as a pattern.
  private static func isPlain(_ name: String) -> Bool {
    !name.hasPrefix("-") && name.utf8.allSatisfy { $0 >= 0x20 && !"*?[]\\".utf8.contains($0) }
  }

  /// 0, or the error number of the system.
  private static func spawn(
    _ process: inout pid_t, _ name: String, from archive: Int32, into output: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, archive, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // The program ignores SIGPIPE; `unzip` is to end by it when nobody reads on, and not before: a key that stops the
    // program comes to both.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    // A password, though none fits: without one it would ask for it on the terminal.
    // A backslash is escaped by another.
    let spellings = name.contains("/") ? [name, name.replacing("/", with: "\\\\")] : [name]
    let words = CWords(["unzip", "-C", "-p", "-P", "none", "/dev/stdin"] + spellings)
    let environment = CWords(["LC_ALL=C"])
    return posix_spawnp(&process, "unzip", &actions, &attributes, &words.pointers, &environment.pointers)
  }
}

/// A list of words as C takes it. Holds memory; used by one owner at a time.
private final class CWords {
  var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ words: [String]) {
    pointers = words.map { strdup($0) } + [nil]
  }

  deinit {
    for pointer in pointers { free(pointer) }
  }
}
