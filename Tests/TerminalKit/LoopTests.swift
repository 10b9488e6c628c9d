import Glibc
import XCTest

@testable import TerminalKit

final class LoopTests: XCTestCase {
  private var screen = FakeScreen(rows: 2, columns: 20)
  private var pipe: WakePipe?
  private var ends: [Int32] = [-1, -1]

  override func setUpWithError() throws {
    XCTAssertEqual(Glibc.pipe(&ends), 0)
    pipe = try WakePipe()
    screen = FakeScreen(rows: 2, columns: 20)
  }

  override func tearDown() {
    for end in ends where end >= 0 { close(end) }
  }

  func testAQueueOfKeysCostsOneFrame() throws {
    type(String(repeating: "j", count: 200) + "q")
    let client = TestClient()
    XCTAssertEqual(try run(client), .quit)
    XCTAssertEqual(client.log.count, 201)
    XCTAssertEqual(screen.canvases.count, 1)
    XCTAssertEqual(screen.calls.last, .close)
  }

  func testAGoneTerminalMeansSaveAndLeaveWithoutDrawing() throws {
    let client = TestClient()
    type("ab")
    close(ends[1])
    ends[1] = -1
    XCTAssertEqual(try run(client), .hungUp)
    XCTAssertEqual(client.left, .hungUp)
    XCTAssertEqual(screen.calls, [.present])
    XCTAssertEqual(watchdogs, 1)
  }

  /// Principle 6: the first frame waits for nothing; the answer brings another one, and is no event.
  func testTheAnswerAboutWidthsBringsLines() throws {
    let cases: [(answer: String, frames: [Chrome])] = [
      ("\u{1B}[2;7R", [.ascii, .lines]), ("\u{1B}[2;13R", [.ascii]), ("", [.ascii]),
      ("\u{1B}[5;7R\u{1B}[2;7R", [.ascii, .lines]), ("\u{1B}[2;13R\u{1B}[2;7R", [.ascii]),
    ]
    for (answer, frames) in cases {
      screen = FakeScreen(rows: 2, columns: 20)
      screen.narrowEndColumn = 6
      let client = TestClient { event, control in
        control.skipFrame()
        if case .message = event { control.after(20, "leave") }
        if case .timer = event { control.quit() }
      }
      type(answer)
      try mailbox().post(1)
      XCTAssertEqual(try run(client), .quit)
      XCTAssertEqual(client.log, ["message 1", "timer leave"], answer.debugDescription)
      XCTAssertEqual(screen.canvases.map(\.chrome), frames, answer.debugDescription)
    }
  }

  func testALoneEscapeComesByTime() throws {
    type("\u{1B}")
    let client = TestClient { event, control in
      if case .input(.key(.escape)) = event { control.quit() }
    }
    XCTAssertEqual(try run(client), .quit)
  }

  func testTimersAndMessages() throws {
    let client = TestClient { event, control in
      switch event {
      case .input(.key("t")): control.after(5, "tick")
      case .timer("tick"): control.cancel("tick")
      case .message(3): control.quit()
      default: break
      }
    }
    type("t")
    client.onTimer = { [mailbox = try mailbox()] in for message in 1...3 { mailbox.post(message) } }
    XCTAssertEqual(try run(client), .quit)
    XCTAssertEqual(client.log, ["t", "timer tick", "message 1", "message 2", "message 3"])
  }

  func testControlZSuspendsAndComesBackWithTheNewSize() throws {
    screen.terminalSize = Size(rows: 5, columns: 40)
    type("\u{1A}q")
    let client = TestClient()
    XCTAssertEqual(try run(client), .quit)
    XCTAssertEqual(client.log, ["suspending", "resized 5x40", "resumed", "q"])
    XCTAssertEqual(screen.calls, [.present, .suspend, .resume, .remeasure, .close])
  }

  func testTypeAheadIsDroppedWhenAsked() throws {
    let client = TestClient { event, control in
      switch event {
      case .input(.key("p")):
        control.discardTypeAhead()
        control.after(1, "leave")
      case .timer: control.quit()
      default: break
      }
    }
    type("apxyz")
    XCTAssertEqual(try run(client), .quit)
    XCTAssertEqual(client.log, ["a", "p", "dropped", "timer leave"])
  }

  /// M48: a paste that the terminal does not mark is one event, though it comes in pieces.
  func testABurstIsOnePaste() throws {
    let lines = String(repeating: "q王先生说下周再谈\r", count: 300)
    type(lines + "q")
    let client = TestClient { event, control in
      if case .input(.paste) = event { control.quit() }
    }
    XCTAssertEqual(try run(client), .quit)
    XCTAssertEqual(client.log.count, 1)
    XCTAssert(client.log[0].contains("q王先生说下周再谈"))
  }

  func testAKeyKnowsWhatWasTypedSinceTheLastFrame() throws {
    var counts: [Int] = []
    let client = TestClient { event, control in
      counts.append(control.inputsSinceFrame)
      if case .input(.key("q")) = event { control.quit() }
    }
    type("abq")
    _ = try run(client)
    XCTAssertEqual(counts, [0, 1, 2])
  }

  // MARK: help

  private var watchdogs = 0
  private var box: Mailbox<Int>?

  private func mailbox() throws -> Mailbox<Int> {
    let mailbox = try box ?? Mailbox<Int>(waking: XCTUnwrap(pipe))
    box = mailbox
    return mailbox
  }

  private func run(_ client: TestClient) throws -> LeaveReason {
    let loop = EventLoop(
      client: client, screen: screen, input: ends[0], pipe: try XCTUnwrap(pipe), mailbox: try mailbox(),
      armWatchdog: { self.watchdogs += 1 })
    return loop.run()
  }

  private func type(_ text: String) {
    let bytes = Array(text.utf8)
    XCTAssertEqual(write(ends[1], bytes, bytes.count), bytes.count)
  }
}

/// Notes what it is told; quits on `q` unless told otherwise.
private final class TestClient: LoopClient {
  typealias Message = Int

  private(set) var log: [String] = []
  private(set) var left: LeaveReason?
  var onTimer: () -> Void = {}
  private let react: (LoopEvent<Int>, LoopControl) -> Void

  init(
    react: @escaping (LoopEvent<Int>, LoopControl) -> Void = { event, control in
      if case .input(.key("q")) = event { control.quit() }
    }
  ) {
    self.react = react
  }

  func handle(_ event: LoopEvent<Int>, control: LoopControl) {
    switch event {
    case .input(.key(let key)): log.append(key.label)
    case .input(let input): log.append("\(input)")
    case .timer(let timer):
      log.append("timer \(timer.name)")
      onTimer()
    case .message(let message): log.append("message \(message)")
    case .resized(let size): log.append("resized \(size.rows)x\(size.columns)")
    case .inputDropped: log.append("dropped")
    case .suspending: log.append("suspending")
    case .resumed: log.append("resumed")
    }
    react(event, control)
  }

  func draw(on canvas: inout Canvas) {
    canvas.put("\(log.count)", at: Position(row: 0, column: 0))
  }

  func leave(_ reason: LeaveReason) { left = reason }
}
