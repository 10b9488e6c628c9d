import Glibc

/// The terminal as a source of bytes.
final class InputSource {
  struct Readiness {
    var hasInput = false
    var isWoken = false
    var isHungUp = false
  }

  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 16_384)
  /// The terminal is gone: nothing more will come.
  private(set) var isAtEnd = false

  /// Bytes taken in one go at most, so that a flood cannot keep the screen from being drawn.
  private static let bound = 1 << 20

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Blocks until there is input, the pipe wakes, or the time is over; without end when `timeout` is nil.
  func wait(alongside pipe: Int32, timeout: Milliseconds?) -> Readiness {
    var descriptors = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&descriptors, 2, timeout.map { Int32(min($0, 1_000_000_000)) } ?? -1)
    // Interrupted by a signal: it has written to the pipe, the next turn sees it.
    guard count >= 0 else { return Readiness(isWoken: true) }
    let events = Int32(descriptors[0].revents)
    return Readiness(
      hasInput: events & POLLIN != 0, isWoken: descriptors[1].revents != 0,
      isHungUp: events & (POLLHUP | POLLERR | POLLNVAL) != 0)
  }

  var isReady: Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) == 1 && Int32(waiting.revents) & POLLIN != 0
  }

  /// What can be read without blocking, read by read.
  func drain() -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var total = 0
    repeat {
      guard let piece = readOnce() else { break }
      pieces.append(piece)
      total += piece.count
    } while total < InputSource.bound && isReady
    return pieces
  }

  private func readOnce() -> ArraySlice<UInt8>? {
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 { return buffer[..<count] }
    if count == 0 || errno != EINTR && errno != EAGAIN { isAtEnd = true }
    return nil
  }
}
