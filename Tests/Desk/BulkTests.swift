import DeskFixtures
import Domain
import Services
import XCTest

/// What is done with all that are marked: one act each, one key that takes the whole lot back (KEYBOARD M30, M31).
final class BulkTests: XCTestCase {
  private func tags(_ scenario: Scenario) throws -> [[String]] {
    try (1...4 as ClosedRange<Int64>).map { try scenario.floor.view(CustomerID($0)).tags }
  }

  func testTheMarkedOnesAreTaggedTogetherAndTakenBackTogether() throws {
    let scenario = try Scenario(try .example())
    scenario.press(":").type("标签 出口").press("Enter", "Space", "Space", "j")
    XCTAssert(scenario.message.hasPrefix("标记 2 家 (苏州日东精密电子有限公司"), scenario.message)
    scenario.press(":").type("标签 展会 出口")
    XCTAssert(scenario.message.hasPrefix("做在这 2 家: 苏州日东精密电子有限公司, 昆山青苇包装有限公司. "), scenario.message)
    XCTAssertEqual(scenario.press("Enter").message, "已改 2 家. u 撤销")
    XCTAssertEqual(scenario.press("u").message, "2 家都还原了. 再按 u 又照改")
    XCTAssertEqual(scenario.press("u").message, "已改 2 家. u 撤销")
    XCTAssertEqual(try tags(scenario), [["出口", "展会"], ["出口", "展会"], [], []])
    XCTAssertFalse(scenario.choices.contains("标记"), "who is done with is marked no more")
    scenario.press("u")
    XCTAssertEqual(try tags(scenario), [["出口"], [], [], []], "what was there before stays")
    scenario.press("u")
    XCTAssertEqual(try tags(scenario), [["出口", "展会"], ["出口", "展会"], [], []])
  }

  /// Each passes its own gate: who is refused is named with the reason, and stays marked.
  func testWhoIsRefusedIsNamedAndStaysMarked() throws {
    let scenario = try Scenario(try .example()).press("*", "+")
    let text = scenario.screen[21] + scenario.message
    XCTAssert(text.contains("加入 6 家, u 撤销. 2 家没成, 还标着: 苏州日东精密电子有限公司"), text)
    XCTAssertFalse(text.contains("~"), text)
    XCTAssert(scenario.choices.contains("标记2"), scenario.choices)
    XCTAssert(scenario.press("+").message.hasPrefix("一家也没加成: 苏州日东"), scenario.message)
    XCTAssert(scenario.press("u", "g", "5").title.contains("0/50"), scenario.title)
  }

  /// R6.2: a moment is for all; a day spreads them over the desk's hours.
  func testAPlanOfManyIsOneMomentOrSpread() throws {
    let scenario = try Scenario(try .example()).press("o", "5", "Space", "Space", "Space", "t")
    XCTAssert(scenario.title.hasPrefix("改 3 家的下次联系"))
    let marked = try (1...8 as ClosedRange<Int64>).map { try scenario.floor.view(CustomerID($0)).customer }
    XCTAssert(scenario.type("11-28").press("Tab").shows("= 11-30 周一 09:00 到 15:00, 均匀排开"))
    scenario.press("^U").type("11-30")
    XCTAssert(scenario.shows("= 11-30 周一 09:00 到 15:00, 均匀排开"))
    scenario.press("Enter")
    XCTAssertEqual(scenario.message, "已改 3 家的下次联系. u 撤销")
    func planned() throws -> [String] {
      try (1...8 as ClosedRange<Int64>).compactMap { id in
        let customer = try scenario.floor.view(CustomerID(id)).customer
        let before = marked.first { $0.id == customer.id }?.nextContact
        return customer.nextContact == before
          ? nil : customer.nextContact.map { String(scenario.floor.rules.calendar.iso8601($0).prefix(16)) }
      }.sorted()
    }
    XCTAssertEqual(try planned(), ["2026-11-30T09:00", "2026-11-30T12:00", "2026-11-30T15:00"])
    scenario.press("u")
    XCTAssertEqual(
      try (1...8 as ClosedRange<Int64>).map { try scenario.floor.view(CustomerID($0)).customer.next },
      marked.map(\.next))
    scenario.press("Home", "Space", "Space", "t").type("11-30 10:15")
    XCTAssert(scenario.shows("= 11-30 周一 10:15, 每家都是"))
    scenario.press("Enter")
    XCTAssertEqual(try planned(), ["2026-11-30T10:15", "2026-11-30T10:15"])
  }

  /// M31: what is marked is what an act is about, be it out of sight.
  func testMarksOutOfSightAreMeantToo() throws {
    let scenario = try Scenario(try .example()).press("Space", "f").type("昆山").press("Enter", "X")
    scenario.press("2", "Esc")
    XCTAssertNil(try scenario.floor.view(CustomerID(1), as: .lin).holder)
    XCTAssertNotNil(try scenario.floor.view(CustomerID(2)).holder)
  }

  /// A command that wants something says so, and does nothing.
  func testACommandWithoutWhatItWantsSaysSo() throws {
    let scenario = try Scenario(try .example()).press(":").type("标签").press("Enter")
    XCTAssertEqual(scenario.press("Enter").message, "后面还要写, 比如 :标签 展会 出口")
    XCTAssertEqual(try scenario.floor.view(CustomerID(1)).tags, [])
    let file = try Scenario(try .example()).press("*", ":").type("文件 /dev/null").press("Enter")
    XCTAssertEqual(file.message, "这个一次只做一家: 先去掉标记")
  }

  func testWhatIsSoAlreadyLeavesTheLastActToTakeBack() throws {
    let scenario = try Scenario(try .example()).press(":").type("标签 展会").press("Enter")
    scenario.press(":").type("标签 展会").press("Enter")
    XCTAssert(scenario.message.contains("本来就是这样"))
    scenario.press("u")
    XCTAssertEqual(try scenario.floor.view(CustomerID(1)).tags, [])
  }
}
