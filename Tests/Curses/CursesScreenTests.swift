import Glibc
import TerminalKit
import XCTest

@testable import Curses

final class CursesScreenTests: XCTestCase {
  func testTheTerminalIsGivenBackAsItWasFound() throws {
    let terminal = try XCTUnwrap(PseudoTerminal(rows: 24, columns: 80))
    let before = terminal.settings
    let screen = try open(terminal)
    XCTAssertEqual(terminal.settings.c_lflag & tcflag_t(ICANON | ECHO | ISIG), 0)
    screen.suspend()
    XCTAssertTrue(isSame(terminal.settings, before))
    screen.resume()
    XCTAssertEqual(terminal.settings.c_lflag & tcflag_t(ICANON | ECHO | ISIG), 0)
    screen.close()
    screen.close()
    XCTAssertTrue(isSame(terminal.settings, before))
  }

  /// Whether the tests' own surroundings have them ignored or not.
  func testSignalHandlersAreLeftAlone() throws {
    let terminal = try XCTUnwrap(PseudoTerminal(rows: 24, columns: 80))
    for handler in [SIG_DFL, SIG_IGN] {
      let numbers = [SIGINT, SIGTERM, SIGTSTP, SIGWINCH]
      var wanted = sigaction()
      wanted.__sigaction_handler.sa_handler = handler
      let before = numbers.map { exchange($0, wanted) }
      let screen = try open(terminal)
      let found = zip(numbers, before).map { exchange($0, $1) }
      screen.close()
      for (number, action) in zip(numbers, found) {
        XCTAssertEqual(address(of: action), address(of: wanted), "\(number)")
      }
    }
  }

  private func exchange(_ number: Int32, _ new: sigaction) -> sigaction {
    var (new, old) = (new, sigaction())
    sigaction(number, &new, &old)
    return old
  }

  private func address(of action: sigaction) -> Int {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
  }

  func testPasteMarksAreAskedForAndTakenBack() throws {
    let terminal = try XCTUnwrap(PseudoTerminal(rows: 24, columns: 80))
    let screen = try open(terminal)
    XCTAssertTrue(terminal.text().contains("\u{1B}[?2004h"))
    screen.suspend()
    XCTAssertTrue(terminal.text().contains("\u{1B}[?2004l"))
    screen.resume()
    XCTAssertTrue(terminal.text().contains("\u{1B}[?2004h"))
    screen.close()
    XCTAssertTrue(terminal.text().contains("\u{1B}[?2004l"))
  }

  func testWhatIsWrongIsToldBeforeNcursesCanEndTheProcess() throws {
    let terminal = try XCTUnwrap(PseudoTerminal(rows: 24, columns: 80))
    let cases: [(String?, TerminalError)] = [
      (nil, .noTerminalType), ("no-such-terminal", .unknownTerminalType("no-such-terminal")),
      ("dumb", .incapableTerminal("dumb")),
    ]
    for (type, error) in cases {
      XCTAssertThrowsError(try open(terminal, type: type)) { XCTAssertEqual($0 as? TerminalError, error) }
    }
    var ends: [Int32] = [0, 0]
    XCTAssertEqual(pipe(&ends), 0)
    defer { for end in ends { close(end) } }
    XCTAssertThrowsError(try CursesScreen(theme: try .shipped(), input: terminal.terminal, output: ends[1])) {
      XCTAssertEqual($0 as? TerminalError, .notATerminal)
    }
  }

  func testAStormOfSizesIsSurvived() throws {
    let terminal = try XCTUnwrap(PseudoTerminal(rows: 24, columns: 80))
    let screen = try open(terminal)
    defer { screen.close() }
    for (rows, columns) in [(1, 1), (300, 500), (2, 1), (1, 200), (40, 120), (3, 2), (1, 1), (24, 80)] {
      terminal.resize(rows: rows, columns: columns)
      XCTAssertEqual(screen.remeasure(), Size(rows: rows, columns: columns))
      present(on: screen, from: terminal) { canvas in
        for row in 0..<rows { canvas.put("苏州·e\u{301}日东👍精密", at: Position(row: row, column: row % 3)) }
      }
    }
    // A canvas of a size that is no longer true.
    screen.present(Canvas(Size(rows: 50, columns: 7)))
    screen.present(Canvas(Size(rows: 0, columns: 0)))
  }

  // MARK: help

  private func open(_ terminal: PseudoTerminal, type: String? = "xterm-256color") throws -> CursesScreen {
    let settings = TerminalSettings(type: type)
    return try CursesScreen(
      theme: try .shipped(), input: terminal.terminal, output: terminal.terminal, settings: settings)
  }

  private func present(
    on screen: CursesScreen, from terminal: PseudoTerminal, _ draw: (inout Canvas) -> Void
  ) {
    var canvas = Canvas(screen.size)
    draw(&canvas)
    screen.present(canvas)
    XCTAssertFalse(terminal.output().isEmpty)
  }

  private func isSame(_ one: termios, _ other: termios) -> Bool {
    withUnsafeBytes(of: one) { one in withUnsafeBytes(of: other) { one.elementsEqual($0) } }
  }
}
