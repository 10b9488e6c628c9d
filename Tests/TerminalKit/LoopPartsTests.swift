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

  /// Something every millisecond for a second. How many frames came of it.
  private func frames(ofKeys isKey: Bool) -> Int {
    var pacer = FramePacer()
    return (0..<1_000).count { now in
      pacer.change(at: now, isKey: isKey)
      guard pacer.due(at: now) == now else { return false }
      pacer.drawn(at: now)
      return true
    }
  }

  func testAFloodOfKeysGetsOneFrameIn33Milliseconds() {
    let frames = frames(ofKeys: true)
    XCTAssertLessThanOrEqual(frames, 1_000 / FramePacer.interval + 1 + FramePacer.credit)
    XCTAssertGreaterThan(frames, 25)
  }

  func testAFloodOfAnswersGetsOneFrameIn8Milliseconds() {
    let frames = frames(ofKeys: false)
    XCTAssertLessThanOrEqual(frames, 1_000 / FramePacer.pause + 1 + FramePacer.credit)
    XCTAssertGreaterThan(frames, 100)
  }

  /// However many answers of other threads come meanwhile.
  func testAKeyIsDrawnAtOnceBetweenAnswers() {
    var pacer = FramePacer()
    for now in 0..<500 {
      let isKey = now % 50 == 49
      pacer.change(at: now, isKey: isKey)
      if isKey { XCTAssertEqual(pacer.due(at: now), now) }
      if pacer.due(at: now) == now { pacer.drawn(at: now) }
    }
  }

  /// What a flood of keys asked for is not kept waiting once it is over.
  func testAFloodEndsWithItsKeys() {
    var pacer = FramePacer()
    for now in 0..<20 {
      pacer.change(at: now, isKey: true)
      if pacer.due(at: now) == now { pacer.drawn(at: now) }
    }
    pacer.change(at: 21)
    XCTAssertEqual(pacer.due(at: 21), 2 + FramePacer.interval, "its last key is not over yet")
    XCTAssertEqual(pacer.due(at: 19 + FramePacer.interval), 19 + FramePacer.interval)
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
