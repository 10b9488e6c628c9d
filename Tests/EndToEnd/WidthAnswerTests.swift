import Terminals
import TestSupport
import XCTest

/// Principle 6: the program asks its terminal how wide it draws lines, and goes on meanwhile. The terminal here is this
/// test, which answers as each kind does.
final class WidthAnswerTests: XCTestCase {
  private static let glyphs = "─│█▌░▀▄▒▓"
  private static let narrow = "\u{1B}[2;10R"
  private static let wide = "\u{1B}[2;19R"
  private static let shiftF3 = "\u{1B}[1;2R"
  private static let lines = "────────"
  private static let dashes = "--------"

  private var house: ProcessHouse?

  override func setUpWithError() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 1)])
    try house.require(["pick", "1", "--as", "zhang"])
    self.house = house
  }

  /// Before an answer all is ASCII.
  private func asked() throws -> Sitting {
    let sitting = try Sitting(try XCTUnwrap(house))
    try sitting.read(until: WidthAnswerTests.glyphs)
    try sitting.read(until: "依据 30天无小计")
    try sitting.press("\r", until: WidthAnswerTests.dashes)
    return sitting
  }

  /// What stands there when all is painted anew.
  private func assertDrawn(with rule: String, by sitting: Sitting, line: UInt = #line) throws {
    try sitting.press("\u{0C}", until: rule)
    let other = rule == WidthAnswerTests.lines ? WidthAnswerTests.dashes : WidthAnswerTests.lines
    XCTAssertFalse(sitting.hasPainted(other), line: line)
  }

  func testOneColumnBringsLinesWithoutAKey() throws {
    let sitting = try asked()
    try sitting.press(WidthAnswerTests.narrow, until: WidthAnswerTests.lines)
    try assertDrawn(with: WidthAnswerTests.lines, by: sitting)
  }

  func testTwoColumnsBringNoneAndASecondAnswerIsNone() throws {
    let sitting = try asked()
    for answer in [WidthAnswerTests.wide, WidthAnswerTests.narrow] {
      sitting.write(answer)
      try assertDrawn(with: WidthAnswerTests.dashes, by: sitting)
    }
  }

  func testNoAnswerBringsNone() throws {
    let sitting = try asked()
    try assertDrawn(with: WidthAnswerTests.dashes, by: sitting)
  }

  func testABrokenAnswerIsNoKeyAndTheTrueOneStillCounts() throws {
    let sitting = try asked()
    let broken = ["\u{1B}[2R", "\u{1B}[;7R", "\u{1B}[9;9R", "\u{1B}[2;7;1R", "\u{1B}[?2;7R"]
    sitting.write(broken.joined())
    try assertDrawn(with: WidthAnswerTests.dashes, by: sitting)
    XCTAssertFalse(sitting.hasPainted("没有用"))
    try sitting.press(WidthAnswerTests.narrow, until: WidthAnswerTests.lines)
  }

  func testAnAnswerInPieces() throws {
    let sitting = try asked()
    for piece in WidthAnswerTests.narrow.dropLast() { sitting.write(String(piece)) }
    try sitting.press("R", until: WidthAnswerTests.lines)
    try assertDrawn(with: WidthAnswerTests.lines, by: sitting)
    XCTAssertFalse(sitting.hasPainted("没有用"))
  }

  func testF3WithAModifierStaysAKeyBeforeAndAfter() throws {
    let sitting = try Sitting(try XCTUnwrap(house))
    try sitting.read(until: "依据 30天无小计")
    try sitting.press(WidthAnswerTests.shiftF3, until: "这个键在这里没有用")
    try sitting.press("\r", until: WidthAnswerTests.dashes)
    try sitting.press(WidthAnswerTests.narrow, until: WidthAnswerTests.lines)
    try sitting.press(WidthAnswerTests.shiftF3, until: "这个键在这里没有用")
  }
}
