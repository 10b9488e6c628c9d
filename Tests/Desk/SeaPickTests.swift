import Desk
import DeskFixtures
import Domain
import XCTest

/// Picking in the sea: one, several, too late, too many.
final class SeaPickTests: XCTestCase {
  func testACardOfTheSeaPicksToo() throws {
    let scenario = try Scenario(try .sea()).press("g", "3", "j", "Enter")
    XCTAssertEqual(scenario.message, "这家在公海. 按 p 挑入, 号码就可见")
    XCTAssert(scenario.hints.contains(" p挑入"))
    XCTAssert(scenario.press("p").message.hasPrefix("已挑入 昆山汀兰精密电子有限公司: 0512-6000 1002"))
    XCTAssert(scenario.title.contains("私海 何小满") && scenario.shows("v 0512-6000 1002"))
    XCTAssert(scenario.press("p").message.contains("这家已在你的库里"))
    XCTAssertFalse(scenario.press("Esc").shows("昆山汀兰"))
  }

  private func sea(_ policy: [String: JSON] = [:]) throws -> Scenario {
    try Scenario(try .sea(policy)).press("g", "3")
  }

  func testAPickedRowLeavesAndItsNumberIsNamed() throws {
    let scenario = try sea().press("p")
    XCTAssertEqual(scenario.message, "已挑入 苏州澄明精密电子有限公司: 0512-6000 1001, 到期 12-26 24:00. u 撤销")
    XCTAssert(scenario.selected.contains("昆山汀兰"))
    XCTAssert(scenario.title.contains("我的库 5/300"))
    XCTAssert(scenario.title.contains("已挑 1/20"))
    XCTAssert(scenario.press("g", "1").shows("苏州澄明"))
  }

  func testAPickIsTakenBackAndGivenBack() throws {
    let scenario = try sea().press("p", "u")
    XCTAssertEqual(scenario.message, "苏州澄明精密电子有限公司 已放回公海. 号码看过了, 今天的次数照算")
    XCTAssert(scenario.selected.contains("苏州澄明"))
    XCTAssert(scenario.title.contains("已挑 1/20"), "R3.7: its number was in the message")
    XCTAssert(scenario.press("u").message.contains("已挑入 苏州澄明"))
  }

  /// R3.7: of many no number shows until one is opened.
  func testPicksUndoneUnseenCostNothing() throws {
    let scenario = try sea().press("Space", "Space", "Space", "p", "u")
    XCTAssert(scenario.title.contains("已挑 0/20"))
    scenario.press("u").press("g", "1").press("End", "Enter", "Esc", "u", "g", "3")
    XCTAssert(scenario.title.contains("已挑 1/20"), scenario.title)
  }

  func testMarkedOnesAreTakenWithOneKey() throws {
    let scenario = try sea().press("Space")
    XCTAssertEqual(scenario.message, "标记 1 家 (苏州澄明精密电子有限公司): p 挑入它, 不是光标这家")
    scenario.press("Space", "Space")
    XCTAssert(scenario.message.hasPrefix("标记 3 家 (苏州澄明精密电子有限公司 等): p 一次挑入"))
    XCTAssert(scenario.title.contains("标记3"))
    XCTAssertEqual(scenario.press("p").message, "挑入 3 家, 号码都可见了: g1 去打. u 撤销")
    XCTAssertFalse(scenario.title.contains("标记"))
    XCTAssert(scenario.title.contains("我的库 7/300"))
  }

  func testMarksStayThroughSearches() throws {
    let scenario = try sea().press("Space", "f").type("塑料").press("Enter", "Space")
    XCTAssert(scenario.title.contains("标记2"))
    XCTAssert(scenario.press("p").message.hasPrefix("挑入 2 家"))
    scenario.press("Esc")
    XCTAssertFalse(scenario.shows("苏州澄明") || scenario.shows("昆山杏林"))
  }

  /// W20: what was refused stays, with the reason at its end.
  func testRefusedOnesSayWhyInTheirRows() throws {
    let scenario = try sea().press("Space", "Space", "End", "Space")
    try scenario.floor.pick(CustomerID(2), by: .li)
    XCTAssertEqual(scenario.press("p").message, "挑入 1 家; 2 家没成, 原因在行尾. u 撤销")
    XCTAssert(scenario.shows(" *x  昆山汀兰精密电子有限公司   昆山   C  14:32:00    一部 江立秋   已被挑入"))
    XCTAssert(scenario.shows("没号可打"))
    XCTAssert(scenario.title.contains("标记2"))
  }

  func testTheDaysLimitEndsAPickOfMany() throws {
    let scenario = try sea(["daily_picks": 2]).press("*", "p")
    XCTAssert(scenario.message.hasPrefix("挑入 2 家; 7 家没成"))
    XCTAssert(scenario.shows("今天挑满"))
    XCTAssertEqual(scenario.press("*", "p").message, "今天已挑 2/2, 明天 0 点再挑. 没看号码就撤销的不算")
  }

  // MARK: too late (picture l)

  func testTheLoserOfARaceSeesWhoWon() throws {
    let scenario = try sea()
    try scenario.floor.pick(CustomerID(1), by: .li)
    scenario.floor.now = scenario.floor.now + 2
    XCTAssertEqual(scenario.press("p").message, "晚了 2 秒: 已被 江立秋(一部) 挑入. 没用掉你的名额, 光标在下一家")
    XCTAssert(scenario.row(3).contains("x  苏州澄明精密电子有限公司   工业园 B  14:32:00    一部 江立秋   已被挑入"))
    XCTAssert(scenario.selected.contains("昆山汀兰"))
    XCTAssert(scenario.title.contains("我的库 4/300") && scenario.title.contains("已挑 0/20"))
  }

  func testWhoWasMinutesTooLateIsToldTheTime() throws {
    let scenario = try sea()
    try scenario.floor.pick(CustomerID(1), by: .li)
    scenario.floor.now = scenario.floor.now + 600
    XCTAssert(scenario.press("p").message.hasPrefix("今 14:32 已被 江立秋(一部) 挑入"))
  }

  func testKeysTypedBeforeTheOutcomeIsSeenAreDropped() throws {
    let scenario = try sea()
    try scenario.floor.pick(CustomerID(1), by: .li)
    scenario.burst("p", "p", "p")
    XCTAssert(scenario.title.contains("已挑 0/20"))
    XCTAssert(scenario.selected.contains("昆山汀兰"))
  }

  func testWhileTheBaseIsAwayNothingIsPicked() throws {
    let scenario = try sea()
    scenario.failure = .locked
    scenario.wait(600)
    XCTAssert(scenario.press("p").message.contains("连不上数据库"))
    scenario.failure = nil
    XCTAssert(scenario.wait(5_000).press("p").message.contains("已挑入"))
  }
}
