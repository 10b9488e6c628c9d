import Glibc
import XCTest

@testable import Curses

final class FrameOutputTests: XCTestCase {
  private var ends: [Int32] = [0, 0]

  override func setUp() {
    XCTAssertEqual(pipe(&ends), 0)
  }

  override func tearDown() {
    for end in ends { Glibc.close(end) }
  }

  /// Whoever draws may write as often as he likes, past ncurses or through it.
  func testAFrameIsSentInOnePieceAtItsEnd() {
    let frame = FrameOutput(descriptor: ends[1])
    for text in ["one", "another, shorter", ""] {
      frame.gather {
        frame.write(Array(text.utf8))
        XCTAssertEqual(Glibc.write(self.ends[1], ";", 1), 1)
        XCTAssertNil(sent(), "nothing before the frame is whole")
      }
      XCTAssertEqual(sent(), text + ";")
    }
  }

  func testWhatIsNoFrameIsSentAtOnce() {
    let frame = FrameOutput(descriptor: ends[1])
    frame.gather {}
    XCTAssertNil(sent())
    frame.write([7])
    XCTAssertEqual(sent(), "\u{7}")
  }

  /// What one read finds; nil for nothing.
  private func sent() -> String? {
    var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 0) == 1 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(ends[0], &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
