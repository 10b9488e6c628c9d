import Desk
import DeskFixtures
import Domain
import XCTest

/// Views of the sea that one keeps on digits (R5.10).
final class SeaViewTests: XCTestCase {
  private func sea() throws -> Scenario { try Scenario(try .sea()).press("g", "3") }

  private func count(_ scenario: Scenario) -> Int {
    scenario.screen[3..<20].filter { $0.contains("有限公司") }.count
  }

  /// f, the words, Enter, +, Enter: the words are its name.
  func testAFilterIsKeptInFewKeys() throws {
    let scenario = try sea().press("f").type("塑料").press("Enter", "+", "Enter")
    XCTAssertEqual(scenario.message, "视图「塑料」存在 6 了. u 撤销")
    XCTAssert(scenario.choices.contains("5本部放出 [6塑料]"))
    XCTAssert(scenario.choices.hasSuffix("筛选:无"))
    XCTAssertEqual(count(scenario), 2)
    XCTAssertEqual(count(scenario.press("1")), 9)
    XCTAssertEqual(count(scenario.press("6")), 2)
  }

  func testTheNameIsTyped() throws {
    let scenario = try sea().press("3", "f").type("级:A").press("Enter", "+")
    XCTAssert(scenario.choices.hasPrefix("视图叫 级:A"))
    XCTAssert(scenario.choices.hasSuffix("Enter 存到 6, Esc 不存"))
    scenario.press("^U").type("大客户").press("Enter")
    XCTAssert(scenario.choices.contains("[6大客户]"))
    XCTAssertEqual(count(scenario), 1, "over the view it was made in")
  }

  func testEscKeepsNothing() throws {
    let scenario = try sea().press("f").type("塑料").press("Enter", "+", "Esc")
    XCTAssertFalse(scenario.choices.contains("6"))
    XCTAssert(scenario.choices.contains("筛选: 塑料"))
  }

  func testAKeptViewIsNarrowedRenamedAndChanged() throws {
    let scenario = try sea().press("f").type("精密").press("Enter", "+", "Enter")
    scenario.press("f").type("昆山").press("Enter")
    XCTAssertEqual(count(scenario), 1)
    XCTAssert(scenario.press("+").choices.hasPrefix("视图叫 精密"))
    scenario.type("昆山").press("Enter")
    XCTAssert(scenario.choices.contains("[6精密昆山]"))
    XCTAssertEqual(count(scenario.press("1", "6")), 1)
  }

  func testItIsDroppedAndBroughtBack() throws {
    let scenario = try sea().press("f").type("塑料").press("Enter", "+", "Enter", "-")
    XCTAssertEqual(scenario.message, "视图「塑料」去掉了. u 还原")
    XCTAssert(scenario.choices.hasPrefix("[1全部]"))
    XCTAssertFalse(scenario.choices.contains("6塑料"))
    XCTAssertEqual(count(scenario.press("u")), 2)
    XCTAssert(scenario.choices.contains("[6塑料]"))
    XCTAssert(scenario.press("1", "-").message.contains("大家都有"))
  }

  func testItIsOnesOwnAndStays() throws {
    let floor = try DeskFloor.sea()
    try Scenario(floor).press("g", "3", "o", "1").press("f").type("精密").press("Enter", "+", "Enter")
    XCTAssertFalse(try Scenario(floor, as: .li).press("g", "3").choices.contains("6精密"))
    let again = try Scenario(floor).press("g", "3", "6")
    XCTAssert(again.selected.contains("张家港临川"), "the oldest first, as it was kept")
    XCTAssert(again.press("1").selected.contains("苏州澄明"))
  }

  func testThereAreFour() throws {
    let scenario = try sea()
    XCTAssert(scenario.press("+").message.contains("先按 f 写筛选"))
    for word in ["苏州", "昆山", "太仓", "常熟"] {
      scenario.press("1", "f").type(word).press("Enter", "+", "Enter")
    }
    XCTAssert(scenario.choices.contains("[9常熟]"))
    XCTAssert(scenario.press("1", "f").type("张").press("Enter", "+").message.contains("6 到 9 都有视图了"))
  }
}
