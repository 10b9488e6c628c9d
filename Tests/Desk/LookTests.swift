import DeskFixtures
import TerminalKit
import XCTest

@testable import Desk

/// What stands out, and where (principles 3, 4, 13).
final class LookTests: XCTestCase {
  func testWhatIsDueTodayIsABadgeAndNothingElseInTheList() throws {
    let scenario = try Scenario(try .example())
    let badges = (3..<11).map { row in
      scenario.canvas.cells(ofRow: row).filter { $0.style == .today || $0.style == .soon }.count
    }
    // `!!` and `今 24:00`, then `!` in its two columns.
    XCTAssertEqual(badges, [10, 10, 2, 2, 0, 0, 0, 0])
  }

  /// The bar is over the first column there is, else over the text.
  func testTheRowOneIsOnIsABarOnEveryTabOfACustomer() throws {
    let scenario = try Scenario(try .example()).press("Enter")
    for (tab, columns) in [("1", 13), ("3", 23)] {
      let caret = try XCTUnwrap(scenario.press(tab).canvas.caret)
      let cells = scenario.canvas.cells(ofRow: caret.row)
      XCTAssertEqual(cells.prefix { $0.style == .selected }.count, columns, scenario.selected)
    }
  }

  func testARefusalBeginsWithABadgeAndNewsDoesNot() throws {
    let scenario = try Scenario(try .example()).press("u")
    XCTAssertNil(scenario.badge)
    scenario.press("p")
    XCTAssertEqual(scenario.badge, "没做成")
    scenario.press("X", "1")
    XCTAssertNil(scenario.badge)
    XCTAssert(scenario.message.hasPrefix("已开出"), scenario.message)
  }

  func testWhatFailsBeginsWithAnother() throws {
    let scenario = try Scenario(try .example())
    scenario.failure = .locked
    scenario.press("X", "1")
    XCTAssertEqual(scenario.badge, "出错")
  }

  /// In the row one is on the bar covers it.
  func testWhatAFilterFoundIsUnderlined() throws {
    let scenario = try Scenario(try .example()).press("f").type("有限公司 昆").press("Esc")
    scenario.press("f").type("有限").press("Enter")
    let cells = scenario.canvas.cells(ofRow: 4).filter { $0.style == .match }
    XCTAssertEqual(String(cells.compactMap { $0.glyph.map { Character($0.base) } }), "有限")
  }

  func testAMatchIsFoundAsTheListFindsIt() {
    let cases: [(search: String, name: String, columns: [Int])] = [
      ("包装", "昆山青苇包装有限公司", Array(8..<12)), ("KSQW", "昆山青苇包装有限公司", []),
      ("级:C 青 abc", "昆山青苇 ABC 公司", [4, 5, 9, 10, 11]), ("级：C", "级：C", []), ("", "昆山", []),
      ("山山", "昆山", []),
    ]
    for (search, name, columns) in cases {
      var canvas = Canvas(Size(rows: 1, columns: 40))
      canvas.put(SearchedName(search) { $0.lowercased() }.marked(StyledText(name)), in: canvas.bounds)
      XCTAssertEqual((0..<40).filter { canvas.cells(ofRow: 0)[$0].style == .match }, columns, search)
    }
  }

  /// Nothing of a message is cut: it takes the row above.
  func testALongMessageTakesTwoRows() {
    let text = "苏州日东精密电子有限公司 已经到期流公海, 这一步没有做"
    for columns in [80, 56, 40] {
      var canvas = Canvas(Size(rows: 2, columns: columns))
      canvas.put("依据 30天无小计", in: canvas.bounds.line(0))
      News(text).draw(in: canvas.bounds, on: &canvas)
      let isLong = TextWidth.of(text) > columns
      XCTAssertEqual(canvas.lines[0].hasPrefix("依据"), !isLong, "\(columns)")
      XCTAssertEqual(
        (isLong ? canvas.lines.joined() : canvas.lines[1]).filter { $0 != " " }, text.filter { $0 != " " })
      XCTAssertEqual(canvas[Position(row: 1, column: 0)].style, .message)
    }
  }

  func testALongRefusalBeginsBehindItsBadge() {
    var canvas = Canvas(Size(rows: 2, columns: 40))
    let badge = StyledText(" 没做成 ", style: .refusal)
    News("苏州日东精密电子有限公司 已经到期流公海, 这一步没有做", badge: badge).draw(in: canvas.bounds, on: &canvas)
    XCTAssertEqual(canvas.lines[0].prefix(19), " 没做成  苏州日东精密电子有限公司 ")
    XCTAssert(canvas.lines[1].hasSuffix("这一步没有做"), "\(canvas.lines)")
    XCTAssertEqual(canvas.cells(ofRow: 0).prefix { $0.style == .refusal }.count, 8)
    XCTAssert(canvas.cells(ofRow: 1).allSatisfy { $0.style == .plain })
  }

  /// What is no news leaves the row above to what stands there.
  func testLongAdviceIsCut() {
    var canvas = Canvas(Size(rows: 2, columns: 20))
    canvas.put("近况", in: canvas.bounds.line(0))
    News.advice("按 + 补满: 库里还有 31 家").draw(in: canvas.bounds, on: &canvas)
    XCTAssertEqual(canvas.lines, ["近况", "按 + 补满: 库里还有~"])
  }
}
