import Desk
import DeskFixtures
import Domain
import XCTest

/// The library is full: one is given up for one of the sea, in one step (R3.4).
final class SwapTests: XCTestCase {
  private func full() throws -> Scenario {
    try Scenario(try .sea(["capacity": 4])).press("g", "3", "j")
  }

  private func names(_ scenario: Scenario) -> [String] {
    scenario.screen[7..<11].compactMap { row in
      row.split(separator: " ").first { $0.count > 4 && $0 != ">" }.map(String.init)
    }
  }

  func testAFullLibraryOffersItsWeakestFirst() throws {
    let scenario = try full().press("p")
    XCTAssert(scenario.title.hasPrefix("换入  库满 4/4"))
    XCTAssertEqual(scenario.message, "库满了: 4/4. 选一家放出就能挑入; 不想换按 Esc, 什么都不变")
    XCTAssert(scenario.shows("要挑  昆山汀兰精密电子有限公司   公海   意向 C   11-24 放出"))
    XCTAssertEqual(names(scenario), ["相城暮云五金制品商行", "太仓烟渚建材有限公司", "苏州寒塘物流有限公司", "昆山棠梨印刷有限公司"])
    XCTAssert(scenario.shows("依据 0 级, 3 次未接 (末次 11-11), 没有预约, 12-11 24:00 本来就要流出"))
    XCTAssert(scenario.shows("近况 11-11 无人接"))
  }

  func testTheOrderIsTakenByDigits() throws {
    let scenario = try full().press("p", "2")
    XCTAssertEqual(names(scenario).first, "相城暮云五金制品商行")
    XCTAssertEqual(names(scenario)[1], "苏州寒塘物流有限公司")
    XCTAssertEqual(names(scenario.press("3"))[1], "苏州寒塘物流有限公司")
    XCTAssert(scenario.choices.contains("[3久未联系]"))
  }

  func testWhatIsMarkedInTheLibraryComesLast() throws {
    let scenario = try Scenario(try .sea(["capacity": 4]))
    scenario.press("f").type("相城").press("Enter", "Space", "Esc", "g", "3", "p")
    XCTAssertEqual(names(scenario).first, "太仓烟渚建材有限公司")
    XCTAssert(scenario.screen.contains { $0.hasPrefix(" *   相城暮云") })
  }

  func testOneKeyReleasesAndTakes() throws {
    let scenario = try full().press("p", "X")
    XCTAssert(scenario.message.hasPrefix("已换入 昆山汀兰精密电子有限公司: 0512-6000 1002. 放出 相城"))
    XCTAssert(scenario.message.hasSuffix("u 两家都还原"))
    XCTAssert(scenario.title.contains("我的库 4/4") && scenario.title.contains("已挑 1/20"))
    XCTAssert(scenario.selected.contains("苏州落霞"))
    XCTAssert(scenario.press("g", "1").shows("昆山汀兰"))
    XCTAssertFalse(scenario.shows("相城暮云"))
  }

  func testBothAreRestored() throws {
    let scenario = try full().press("p", "^X", "u")
    XCTAssertEqual(scenario.message, "两家都还原了: 相城暮云五金制品商行 回到你的库, 昆山汀兰精密电子有限公司 回到公海")
    XCTAssert(scenario.shows("昆山汀兰"))
    XCTAssertEqual(scenario.press("u").message, "两家都已还原; 要再换, 去公海按 p")
    XCTAssert(scenario.press("g", "1").shows("相城暮云"))
    XCTAssertFalse(scenario.shows("昆山汀兰"))
  }

  func testEscChangesNothing() throws {
    let scenario = try full().press("p", "j", "Esc")
    XCTAssert(scenario.title.hasPrefix("公海 9"))
    XCTAssert(scenario.selected.contains("昆山汀兰"))
    XCTAssert(scenario.title.contains("已挑 0/20"))
  }

  func testASmallXDoesNothing() throws {
    let scenario = try full().press("p", "x")
    XCTAssert(scenario.message.contains("小写 x"))
    XCTAssert(scenario.press("p").message.contains("在这里按 X"))
    XCTAssert(scenario.title.hasPrefix("换入"))
  }

  func testWhoComesTooLateForTheOtherKeepsHisOwn() throws {
    let scenario = try full().press("p")
    try scenario.floor.pick(CustomerID(2), by: .li)
    scenario.press("X")
    XCTAssert(scenario.message.hasPrefix("晚了 1 秒: 已被 江立秋(一部) 挑入"))
    XCTAssert(scenario.title.hasPrefix("公海"))
    XCTAssert(scenario.press("g", "1").shows("相城暮云"))
  }

  func testWhatIsNoLongerOnesOwnLeavesTheList() throws {
    let scenario = try full().press("p")
    let other = try Scenario(scenario.floor).press("f")
    other.type("相城").press("Enter", "X", "1")
    XCTAssert(scenario.press("X").message.contains("不在你的库里"))
    XCTAssert(scenario.title.hasPrefix("换入"))
    XCTAssertFalse(scenario.shows("相城暮云"))
  }

  func testTheFilterAndTheCloserLook() throws {
    let scenario = try full().press("p", "f").type("tcyz").press("Enter")
    XCTAssertEqual(names(scenario).first, "太仓烟渚建材有限公司")
    XCTAssert(scenario.press("Enter").shows("K0000"))
    XCTAssert(scenario.press("Esc", "=").title.hasPrefix("依据"))
    XCTAssert(scenario.press("Esc", "Esc").title.hasPrefix("换入"))
    XCTAssertEqual(names(scenario).count, 4)
  }

  func testOnAWideScreenTheCustomerStandsBeside() throws {
    let scenario = try full().press("p").resize(rows: 40, columns: 120)
    XCTAssert(scenario.shows("| 相城暮云五金制品商行"))
    XCTAssert(scenario.shows("v 0512-6000 10"))
  }

  func testTheSwapHoldsOnTwentyTwoRows() throws {
    let scenario = try full().press("p").resize(rows: 22, columns: 80)
    XCTAssertEqual(names(scenario).count, 4)
    XCTAssert(scenario.shows("要放  下面选 1 家") && scenario.shows("依据 0 级"))
  }

  func testManyMarkedAreNotSwappedForOne() throws {
    let scenario = try full().press("Space", "Space", "p")
    XCTAssert(scenario.message.hasPrefix("一家也没挑成: 库满了"))
    XCTAssert(scenario.title.hasPrefix("公海"))
    XCTAssert(scenario.shows("库满"))
  }

  func testTheCardOfASeaCustomerOffersTheSwapToo() throws {
    let scenario = try full().press("Enter", "p")
    XCTAssert(scenario.title.hasPrefix("换入  库满 4/4"))
    XCTAssert(scenario.shows("要挑  昆山汀兰精密电子有限公司   公海   意向 C"))
    XCTAssert(scenario.press("X").message.hasPrefix("已换入 昆山汀兰精密电子有限公司"))
    XCTAssert(scenario.title.hasPrefix("客户 昆山汀兰") && scenario.title.contains("私海 何小满"))
    XCTAssert(scenario.press("u").message.hasPrefix("两家都还原了"))
  }

  func testEscFromTheSwapIsBackOnTheCard() throws {
    let scenario = try full().press("Enter", "p", "Esc")
    XCTAssert(scenario.title.hasPrefix("客户 昆山汀兰") && scenario.title.contains("公海"))
  }
}
