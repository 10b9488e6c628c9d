import Glibc

/// Wakes a loop that blocks in `poll`, from any thread or signal handler.
package final class WakePipe: Sendable {
  package let readEnd: Int32
  package let writeEnd: Int32

  /// - Throws: `LoopError.noPipe` when the process has no descriptors left.
  package init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw LoopError.noPipe(errno: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    Glibc.close(readEnd)
    Glibc.close(writeEnd)
  }

  /// A full pipe is as good as one more byte: the reader wakes.
  package func wake() {
    var byte: UInt8 = 0
    _ = Glibc.write(writeEnd, &byte, 1)
  }

  package func drain() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while Glibc.read(readEnd, &bytes, bytes.count) > 0 {}
  }
}

package enum LoopError: Error, Equatable {
  case noPipe(errno: Int32)
}
