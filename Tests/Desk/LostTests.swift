import Desk
import DeskFixtures
import Domain
import XCTest

/// What did I lose (R4.18), and how it comes back (R4.16).
final class LostTests: XCTestCase {
  func testWhatLeftMeWithWhenWhyAndWhoHasIt() throws {
    let scenario = try Scenario(try .losses()).press("7")
    XCTAssert(scenario.title.hasPrefix("流走的  最近 60 天"))
    try assertGolden(scenario.canvas, "lost-zh-Hans")
    let rows = scenario.screen[3...6].map { $0 }
    XCTAssert(rows[0].contains("11-25 24:00 30天无小计流出") && rows[0].contains("可追回到 今 24:00"))
    XCTAssert(rows[0].hasPrefix("> !!") && rows[1].hasPrefix("  !!"))
    XCTAssert(rows[2].contains("开出: 没有需求") && rows[2].contains("公海"))
    XCTAssert(rows[3].contains("江立秋(一部)"))
  }

  /// 80 columns have room for the whole reason in both languages.
  func testTheReasonIsWhole() throws {
    let scenario = try Scenario(try .losses(), language: .english).press("7")
    try assertGolden(scenario.canvas, "lost-en")
    XCTAssert(scenario.screen[3].contains("no note for 30 days"))
  }

  /// What was merged into a customer one holds is still there (R3.11); what was merged into another's is lost.
  func testAMergeIntoOnesOwnIsNoLoss() throws {
    let floor = try DeskFloor()
    let kept = try floor.enter("苏州落霞精密模具有限公司", daysAgo: 5)
    let others = try floor.enter("常熟秋水精密五金有限公司", by: .li, daysAgo: 5)
    let mine = try floor.enter("太仓长汀精密机械有限公司", daysAgo: 3)
    let lost = try floor.enter("昆山鹿鸣精密冲压有限公司", daysAgo: 2)
    try floor.merge(kept, mine)
    try floor.merge(others, lost)
    let scenario = try Scenario(floor).press("7")
    XCTAssert(scenario.screen[3].contains("常熟秋水") && scenario.screen[3].contains("合并"))
    XCTAssert(scenario.screen[4].isEmpty, scenario.screen[4])
  }

  func testTheViewsNarrow() throws {
    let scenario = try Scenario(try .losses()).press("7", "2")
    XCTAssertFalse(scenario.shows("太仓长汀") || scenario.shows("昆山鹿鸣"))
    XCTAssert(scenario.press("3").shows("昆山鹿鸣"))
    XCTAssertFalse(scenario.shows("苏州落霞"))
    XCTAssert(scenario.press("l").choices.hasPrefix("[1全部]"))
    XCTAssert(scenario.press("h").choices.contains("[3自己开出]"))
  }

  func testOneKeyAsksForItBack() throws {
    let scenario = try Scenario(try .losses()).press("7", "r")
    XCTAssert(scenario.message.hasPrefix("已请 林白露 追回"))
    XCTAssert(scenario.selected.contains("已请追回, 等答复"))
    XCTAssert(scenario.press("r").message.contains("已经申请过"))
    XCTAssert(scenario.press("j", "j", "r").message.contains("不是被规则流出的"))
  }

  /// R4.18: what may be picked is picked from here; where it may not, the key says why, and no line promises it.
  func testWhatIsInTheSeaIsPickedFromHere() throws {
    let scenario = try Scenario(try .losses()).press("7")
    XCTAssert(scenario.hints.contains("p挑入") && scenario.hints.contains("r申请"))
    XCTAssert(scenario.press("j", "j").hints.contains("(r申请)"))
    XCTAssert(scenario.message.hasPrefix("这家在公海: p 挑回来"))
    XCTAssert(scenario.press("j").hints.contains("(p挑入)"))
    XCTAssertEqual(scenario.press("p").message, "别人持有着, 挑不了")
    XCTAssert(scenario.press("k", "p").message.hasPrefix("已挑入 昆山鹿鸣精密冲压有限公司"))
    XCTAssert(scenario.selected.contains("又在你的库里"))
    XCTAssert(scenario.press("u").selected.contains("公海"))
  }

  /// R3.6: in his own cool-down nobody picks, and the row says until when.
  func testTheCoolDownStandsInTheRow() throws {
    let floor = try DeskFloor(["cool_down": 15])
    let given = try floor.enter("昆山鹿鸣精密冲压有限公司", daysAgo: 20)
    try floor.release(given, by: .zhang, daysAgo: 3)
    let scenario = try Scenario(floor).press("7")
    XCTAssert(scenario.selected.contains("公海 冷却至 12-0"), scenario.selected)
    XCTAssertEqual(scenario.press("p").message, "现在挑不了, 原因在行尾")
  }

  func testAManagerTakesBackFromTheCardAtOnce() throws {
    let scenario = try Scenario(try .losses(), as: .lin).press("g", "3", "f").type("落霞").press(
      "Enter", "Enter", "r")
    XCTAssert(scenario.message.hasPrefix("已追回 苏州落霞精密模具有限公司"))
    XCTAssert(scenario.title.contains("私海 何小满"))
    XCTAssert(try Scenario(scenario.floor).shows("苏州落霞"))
  }

  /// Nobody answers himself (R8.4).
  func testAManagerAsksForHisOwn() throws {
    let floor = try DeskFloor()
    try floor.enter("苏州落霞精密模具有限公司", by: .lin, daysAgo: 31)
    for day in stride(from: 8, through: 0, by: -1) { try floor.tick(daysAgo: day) }
    let scenario = try Scenario(floor, as: .lin).press("g", "1", "7", "r")
    XCTAssert(scenario.message.hasPrefix("已请 管理员 追回"))
    XCTAssert(scenario.press("Enter", "r").choices.hasPrefix("7追回"))
  }

  func testTheCardOfASeaCustomerAsksToo() throws {
    let scenario = try Scenario(try .losses()).press("7", "Enter", "r")
    XCTAssertEqual(scenario.choices.trimmed, "7追回")
    XCTAssert(scenario.press("7").message.hasPrefix("已请 林白露 追回"))
  }

  func testTheEmptyViewSaysSo() throws {
    let scenario = try Scenario(try .example()).press("7")
    XCTAssert(scenario.shows("最近 60 天没有客户离开你"))
    XCTAssert(scenario.press("r").message.contains("没有选中的客户"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
  }
}
