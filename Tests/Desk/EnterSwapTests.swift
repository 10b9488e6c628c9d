import Desk
import DeskFixtures
import Domain
import Services
import XCTest

/// An entry that finds the library full: one is given up for the new one, in one step (R3.4).
final class EnterSwapTests: XCTestCase {
  private func refused(_ floor: DeskFloor? = nil) throws -> Scenario {
    let scenario = try Scenario(try floor ?? .sea(["capacity": 4])).press("g", "4")
    scenario.type("苏州日东精密电子有限公司").press("Tab").type("0512-69990041").press("Tab").type("无")
    return scenario.press("Tab").type("苏州潮声路8号").press("Enter")
  }

  func testAFullLibraryOffersTheSwap() throws {
    let scenario = try refused()
    XCTAssert(scenario.title.hasPrefix("换入  库满 4/4"))
    XCTAssertEqual(scenario.message, "库满了: 4/4. 选一家放出就能录入; 不想换按 Esc, 填好的都还在")
    XCTAssert(scenario.shows("要录  苏州日东精密电子有限公司   新客户"))
    XCTAssert(scenario.shows("一放一录是同一步"))
    XCTAssert(scenario.selected.contains("相城暮云五金制品商行"))
  }

  func testOneKeyReleasesAndEnters() throws {
    let scenario = try refused().press("X")
    XCTAssert(scenario.message.hasPrefix("已录入 苏州日东精密电子有限公司 K0000"))
    XCTAssert(scenario.message.hasSuffix("放出 相城暮云五金制~, 有空位时 u 取回"), scenario.message)
    XCTAssert(scenario.title.hasPrefix("客户 苏州日东精密电子有限公司"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("撞单与录入"))
    XCTAssertFalse(scenario.shows("苏州日东"), "ready for the next company")
    XCTAssert(scenario.press("Esc", "g", "1").title.contains("4/4"))
    XCTAssertFalse(scenario.shows("相城暮云"))
  }

  func testEscChangesNothingAndTheFormIsStillThere() throws {
    let scenario = try refused().press("j", "Esc")
    XCTAssert(scenario.title.hasPrefix("撞单与录入"))
    XCTAssert(scenario.shows("名称  苏州日东精密电子有限公司") && scenario.shows("苏州潮声路8号"))
    XCTAssert(scenario.press("Enter").title.hasPrefix("换入  库满 4/4"), "and may be entered again")
    XCTAssert(scenario.press("Esc", "Esc", "g", "1").shows("相城暮云"))
  }

  /// R5.7: the check is asked again inside the transaction.
  func testWhoEnteredItMeanwhileHasItAndNothingIsReleased() throws {
    let scenario = try refused()
    try scenario.floor.enter("苏州日东精密电子有限公司", by: .li, daysAgo: 0)
    scenario.press("X")
    XCTAssert(scenario.wait(600).title.hasPrefix("撞单与录入"))
    XCTAssert(scenario.shows("不可跟 苏州日东精密电子有限公司"))
    XCTAssert(scenario.title.contains("回执 C2611"))
    XCTAssert(scenario.press("g", "1").shows("相城暮云"))
  }

  func testAnotherIsChosenWhereThatOneIsGone() throws {
    let scenario = try refused()
    let other = try Scenario(scenario.floor).press("f")
    other.type("相城").press("Enter", "X", "1")
    XCTAssert(scenario.press("X").message.contains("不在你的库里"))
    XCTAssert(scenario.title.hasPrefix("换入"))
    XCTAssert(scenario.press("X").message.hasPrefix("已录入 苏州日东精密电子有限公司"))
  }

  /// R3.5: the entry stays; what made room for it comes back where there is room again.
  func testUndoNeedsRoom() throws {
    let scenario = try refused().press("X", "u")
    XCTAssert(scenario.message.hasPrefix("库满了: 4/4"), scenario.message)
    let view = try LibraryView.read(
      by: scenario.floor.id(.zhang), at: scenario.floor.now, in: scenario.floor.open())
    let other = try XCTUnwrap(view.rows.first { $0.name == "太仓烟渚建材有限公司" })
    try scenario.floor.release(other.id, by: .zhang)
    XCTAssert(scenario.press("u").message.contains("相城暮云五金制品商行"), scenario.message)
    XCTAssert(scenario.press("g", "1").shows("相城暮云"))
  }
}
