import Glibc
import XCTest

@testable import TerminalKit

final class LoopPartsTests: XCTestCase {
  func testTheFirstFrameAfterQuietIsDrawnAtOnce() {
    var pacer = FramePacer()
    XCTAssertNil(pacer.due(at: 0))
    pacer.change(at: 100)
    XCTAssertEqual(pacer.due(at: 100), 100)
    pacer.drawn(at: 100)
    pacer.change(at: 120)
    XCTAssertEqual(pacer.due(at: 120), 120)
  }

  func testAFloodGetsOneFrameIn33Milliseconds() {
    var pacer = FramePacer()
    var frames = 0
    for now in 0..<1_000 {
      pacer.change(at: now)
      guard pacer.due(at: now) == now else { continue }
      pacer.drawn(at: now)
      frames += 1
    }
    XCTAssertLessThanOrEqual(frames, 1_000 / FramePacer.interval + 1 + FramePacer.credit)
    XCTAssertGreaterThan(frames, 25)
  }

  func testTimersFireOnceInTheirOrder() {
    var timers = Timers()
    timers.set("b", at: 20)
    timers.set("a", at: 30)
    timers.set("a", at: 10)
    timers.set("c", at: 40)
    XCTAssertEqual(timers.next, 10)
    XCTAssertEqual(timers.takeDue(at: 20), ["a", "b"])
    XCTAssertEqual(timers.takeDue(at: 20), [])
    timers.cancel("c")
    XCTAssertNil(timers.next)
  }

  func testSignalsAreNotedAndHandlersPutBack() throws {
    let pipe = try WakePipe()
    let signals = Signals(waking: pipe)
    raise(SIGWINCH)
    raise(SIGINT)
    XCTAssertEqual(signals.collect(), [.resized, .interrupt])
    XCTAssertEqual(signals.collect(), [])
    signals.restore()
    raise(SIGWINCH)
    XCTAssertEqual(signals.collect(), [])
  }
}
