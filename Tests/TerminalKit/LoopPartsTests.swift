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

  /// However the process was started, its signals arrive: `nohup` and a shell's `&` leave some of them ignored.
  func testSignalsArriveThatWereIgnoredOrBlocked() throws {
    let stops = [SIGINT, SIGHUP, SIGTERM]
    var (blocked, mask) = (sigset_t(), sigset_t())
    sigemptyset(&blocked)
    for number in stops { sigaddset(&blocked, number) }
    let handlers = stops.map { number in
      var (ignored, old) = (sigaction(), sigaction())
      ignored.__sigaction_handler.sa_handler = SIG_IGN
      sigaction(number, &ignored, &old)
      return (number, old)
    }
    pthread_sigmask(SIG_BLOCK, &blocked, &mask)
    defer {
      pthread_sigmask(SIG_SETMASK, &mask, nil)
      for (number, var handler) in handlers { sigaction(number, &handler, nil) }
    }
    let signals = Signals(waking: try WakePipe())
    for number in stops { raise(number) }
    XCTAssertEqual(signals.collect(), [.interrupt, .hangUp, .terminate])
    signals.restore()
    for number in stops { raise(number) }
    XCTAssertEqual(signals.collect(), [])
  }
}
