import TerminalKit
import XCTest

@testable import Curses

/// What a change on the screen costs, and how it is written.
final class PainterTests: XCTestCase {
  private let size = Size(rows: 40, columns: 120)

  /// Principle 3: the bar over gutter and name goes with it.
  func testARowDownCostsAFewBytes() throws {
    let changes = try bytes(
      from: { self.draw(selected: 10, on: &$0) }, to: { self.draw(selected: 11, on: &$0) })
    XCTAssertLessThanOrEqual(changes.count, 160)
  }

  /// What stays between two changes is not written again, though ncurses thinks it cheap.
  func testABadgeThatStaysIsNotWrittenAgain() throws {
    for badge in [Style.today, .soon, .short] {
      let changes = try text(
        from: { self.draw(selected: 10, sign: badge, on: &$0) },
        to: { self.draw(selected: 11, sign: badge, on: &$0) })
      XCTAssertFalse(changes.contains("!!"), changes.debugDescription)
      let moved = try text(
        from: { self.draw(selected: 10, sign: badge, on: &$0) },
        to: { self.draw(selected: 10, sign: .plain, on: &$0) })
      XCTAssertTrue(moved.contains("!!"), moved.debugDescription)
    }
  }

  func testNothingNewIsNothingWritten() throws {
    let draw: (inout Canvas) -> Void = { self.draw(selected: 3, on: &$0) }
    XCTAssertEqual(try bytes(from: draw, to: draw), [])
  }

  func testALetterInAFieldCostsItself() throws {
    let origin = Position(row: 5, column: 5)
    let changes = try bytes(
      from: {
        $0.put("宏", at: origin)
        $0.caret = Position(row: 5, column: 7)
      },
      to: {
        $0.put("宏远", at: origin)
        $0.caret = Position(row: 5, column: 9)
      })
    XCTAssertEqual(changes, Array("远".utf8))
  }

  func testAWideCharacterThatOnlyChangesItsLookIsWrittenWhole() throws {
    let origin = Position(row: 0, column: 0)
    let changes = try text(
      from: { $0.put("中文", at: origin) }, to: { $0.put("中文", at: origin, style: .strong) })
    XCTAssertTrue(changes.contains("1m中文"), changes.debugDescription)
  }

  func testTheCursorIsPlacedAnewAfterADoubtfulGlyph() throws {
    let text = try text(from: { _ in }, to: { $0.put("中·文", at: Position(row: 2, column: 4)) })
    XCTAssertTrue(text.contains("中·\u{1B}[3;8H文"), text.debugDescription)
  }

  /// Principle 6: what the terminal has told the width of is in doubt no more, whatever else is.
  func testALineIsWrittenInOneGoOnceTheTerminalHasToldItsWidth() throws {
    for (column, isNarrow) in [(9, true), (18, false)] {
      let terminal = try XCTUnwrap(PseudoTerminal(rows: 24, columns: 80))
      let screen = try CursesScreen(
        theme: try .shipped(), input: terminal.terminal, output: terminal.terminal)
      defer { screen.close() }
      XCTAssertEqual(screen.askForWidths(), 1)
      let question = terminal.text()
      XCTAssertTrue(question.contains("\u{1B}[2;1H─│█▌░▀▄▒▓\u{1B}[6n"), question.debugDescription)
      screen.takeWidths(endColumn: column)
      XCTAssertEqual(screen.chrome, isNarrow ? .lines : .ascii)
      var canvas = Canvas(screen.size, chrome: screen.chrome)
      canvas.put("苏州 · ──── ── 中", at: Position(row: 3, column: 0))
      screen.present(canvas)
      let painted = terminal.text()
      XCTAssertEqual(painted.contains("──── ── 中"), isNarrow, painted.debugDescription)
      XCTAssertTrue(painted.contains("·\u{1B}[4;7H"), painted.debugDescription)
    }
  }

  /// The first picture stands where it should, whatever the question has left behind.
  func testTheQuestionLeavesNothingBehind() throws {
    let terminal = try XCTUnwrap(PseudoTerminal(rows: 24, columns: 80))
    let screen = try open(terminal)
    defer { screen.close() }
    _ = screen.askForWidths()
    XCTAssertTrue(terminal.text().hasSuffix("\u{1B}[2;1H\(String(repeating: " ", count: 18))\u{1B}[1;1H"))
    let start = Position(row: 0, column: 0)
    screen.present(
      picture {
        $0.put("我的机会", at: start)
        $0.caret = start
      })
    XCTAssertTrue(terminal.text().hasPrefix("我的机会"))
  }

  func testATerminalThatCannotBeAskedIsNot() throws {
    for (type, rows, columns) in [("sun", 24, 80), ("xterm-256color", 1, 80), ("xterm-256color", 24, 12)] {
      let terminal = try XCTUnwrap(PseudoTerminal(rows: rows, columns: columns))
      let screen = try open(terminal, TerminalSettings(type: type))
      defer { screen.close() }
      _ = terminal.output()
      XCTAssertNil(screen.askForWidths(), type)
      XCTAssertEqual(terminal.output(), [], type)
    }
  }

  func testColorsOnlyWhereTheyAreWantedAndThere() throws {
    let draw: (inout Canvas) -> Void = {
      $0.put("!!", at: Position(row: 0, column: 0), style: .today)
    }
    XCTAssertTrue(try text(from: { _ in }, to: draw).contains("1m\u{1B}[37m\u{1B}[41m!!"))
    let plain = TerminalSettings(type: "xterm-256color", usesColor: false)
    XCTAssertFalse(try text(settings: plain, from: { _ in }, to: draw).contains("\u{1B}[3"))
    let old = try text(settings: TerminalSettings(type: "vt100"), from: { _ in }, to: draw)
    XCTAssertTrue(old.contains("1;7m"), old.debugDescription)
    XCTAssertFalse(old.contains("\u{1B}[3"))
  }

  func testWithoutACaretTheCursorIsHidden() throws {
    let text = try text(from: { $0.caret = Position(row: 0, column: 0) }, to: { $0.caret = nil })
    XCTAssertEqual(text, "\u{1B}[?25l")
  }

  // MARK: help

  private func draw(selected: Int, sign: Style = .plain, on canvas: inout Canvas) {
    let table = Table(columns: [Column("客户", ideal: 60), Column("阶段", ideal: 30)])
    table.draw(0..<39, in: canvas.bounds, on: &canvas) { row in
      TableRow(
        [StyledText("苏州日东精密电子有限公司 \(row)"), "电话联系"],
        gutter: Gutter(isSelected: row == selected, sign: "!!", signStyle: sign))
    }
  }

  private func text(
    settings: TerminalSettings = TerminalSettings(type: "xterm-256color"), from first: (inout Canvas) -> Void,
    to second: (inout Canvas) -> Void
  ) throws -> String {
    String(decoding: try bytes(settings: settings, from: first, to: second), as: UTF8.self)
  }

  /// What is written when the second picture follows the first.
  private func bytes(
    settings: TerminalSettings = TerminalSettings(type: "xterm-256color"), from first: (inout Canvas) -> Void,
    to second: (inout Canvas) -> Void
  ) throws -> [UInt8] {
    let terminal = try XCTUnwrap(PseudoTerminal(rows: size.rows, columns: size.columns))
    let screen = try open(terminal, settings)
    defer { screen.close() }
    screen.present(picture(first))
    _ = terminal.output()
    screen.present(picture(second))
    return terminal.output()
  }

  private func open(
    _ terminal: PseudoTerminal, _ settings: TerminalSettings = TerminalSettings(type: "xterm-256color")
  ) throws -> CursesScreen {
    try CursesScreen(
      theme: try .shipped(), input: terminal.terminal, output: terminal.terminal, settings: settings)
  }

  private func picture(_ draw: (inout Canvas) -> Void) -> Canvas {
    var canvas = Canvas(size)
    draw(&canvas)
    return canvas
  }
}
