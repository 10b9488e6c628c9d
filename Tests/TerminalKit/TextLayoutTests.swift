import TestSupport
import XCTest

@testable import TerminalKit

final class TextLayoutTests: XCTestCase {
  func testCutting() {
    let cases: [(String, Int, String)] = [
      ("abc", 3, "abc"), ("abcd", 3, "ab~"), ("中文", 4, "中文"), ("中文字", 5, "中文~"), ("中文字", 4, "中~"),
      ("中", 1, "~"), ("a", 0, ""), ("a", -3, ""), ("", 5, ""),
    ]
    for (text, columns, cut) in cases { XCTAssertEqual(text.cut(to: columns), cut) }
  }

  func testPadding() {
    XCTAssertEqual("中".padded(to: 5), "中   ")
    XCTAssertEqual("中".padded(to: 5, alignment: .trailing), "   中")
    XCTAssertEqual("中".padded(to: 5, alignment: .centre), " 中  ")
    XCTAssertEqual("中文字".padded(to: 4), "中~ ")
  }

  func testWrapping() {
    let cases: [(String, Int, [String])] = [
      ("", 10, [""]), ("one two three", 7, ["one two", "three"]), ("a\nb", 9, ["a", "b"]),
      ("采购钱先生", 4, ["采购", "钱先", "生"]), ("采购ABC公司", 6, ["采购", "ABC公", "司"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("x\n", 5, ["x", ""]), ("one  two", 3, ["one", "two"]),
    ]
    for (text, columns, lines) in cases {
      XCTAssertEqual(TextWrapping.lines(of: text, columns: columns), lines, text)
    }
  }

  func testOnlyTheLinesAskedForAreWrapped() {
    let text = String(repeating: "一二三四五六七八九十", count: 200_000)
    for _ in 0..<200 { XCTAssertEqual(TextWrapping.lines(of: text, columns: 40, atMost: 5).count, 5) }
  }

  func testRandomTextsKeepTheirColumns() {
    for seed in 0..<500 {
      var random = Dice(seed: UInt64(seed))
      let text = random.text(upTo: 50)
      let columns = Int.random(in: 0...30, using: &random)
      XCTAssertLessThanOrEqual(TextWidth.of(text.cut(to: columns)), columns, "seed \(seed)")
      XCTAssertEqual(TextWidth.of(text.padded(to: columns)), columns, "seed \(seed)")
      checkWrapping(of: Array(text), columns: max(columns, 2), seed: seed)
    }
  }

  private func checkWrapping(of characters: [Character], columns: Int, seed: Int) {
    let lines = TextWrapping.ranges(of: characters, columns: columns)
    XCTAssertEqual(lines.first?.lowerBound, 0, "seed \(seed)")
    XCTAssertEqual(lines.last?.upperBound, characters.count, "seed \(seed)")
    XCTAssertTrue(zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }, "seed \(seed)")
    for line in lines {
      let shown = String(characters[line]).reversed().drop { $0 == " " || $0.isNewline }
      let width = shown.reduce(0) { $0 + TextWidth.of($1) }
      XCTAssertTrue(width <= columns || shown.count == 1, "seed \(seed)")
    }
  }
}
