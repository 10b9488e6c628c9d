import Glibc
import Terminals

/// What came back within a stretch of time, in milliseconds since it began.
struct Reply {
  var first: Double?
  /// The end of the first paint: what comes more than a breath later is another, of what others did meanwhile.
  var painted: Double?
  var last: Double?
  var bytes = 0
}

/// Within a paint no write is later than so many milliseconds behind the one before.
private let breath = 3.0

/// How long a program on a terminal takes.
extension TerminalProgram {
  /// Writes keys at once and reads until nothing came for `quiet` milliseconds, or nothing at all for `patience`.
  func press(_ keys: String, quiet: Int32, patience: Int32 = 1000) -> Reply {
    drain()
    let start = Stopwatch.now()
    write(keys)
    return read(since: start, quiet: quiet, patience: patience)
  }

  /// Reads until nothing came for `quiet` milliseconds, once there are as many bytes as a picture has at least.
  func read(since start: Double, quiet: Int32, patience: Int32, atLeast least: Int = 1) -> Reply {
    var reply = Reply()
    while true {
      guard wait(reply.bytes < least ? patience : quiet) else { return reply }
      let now = Stopwatch.now() - start
      let count = read().count
      if count == 0 { return reply }
      if reply.first == nil { reply.first = now }
      if reply.painted == reply.last, now - (reply.last ?? now) < breath { reply.painted = now }
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
      let count = read().count
      if count == 0 { break }
      bytes += count
    }
    return bytes
  }

  private func drain() {
    while wait(0), !read().isEmpty {}
  }

  /// Hangs the line up; milliseconds until the program is gone, nil where it stays.
  func hangUp(limit: Double) -> Double? {
    hangUp()
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
