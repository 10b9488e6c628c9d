import Assets
import Desk
import DeskFixtures
import Domain
import TerminalKit
import XCTest

/// Tomorrow's list on the screen (R7.5).
final class TomorrowPaneTests: XCTestCase {
  private func list(
    _ floor: DeskFloor? = nil, language: Language = .chinese, size: Size = Size(rows: 24, columns: 80)
  ) throws -> Scenario {
    try Scenario(try floor ?? .tomorrow(), language: language, size: size).press("g", "5")
  }

  func testFilledAndToBeCompleted() throws {
    for language in Language.allCases {
      try assertGolden(try list(language: language).press("+").canvas, "tomorrow-\(language.rawValue)")
    }
  }

  func testOnAWideScreen() throws {
    let scenario = try list(size: Size(rows: 40, columns: 120)).press("+")
    try assertGolden(scenario.canvas, "tomorrow-wide")
  }

  /// SCREENS: `g5` `+` `6` `p p` `0`, seven keys.
  func testSevenKeysMakeAListWhole() throws {
    let scenario = try list().press("+", "6", "p", "p")
    XCTAssertTrue(scenario.title.contains("5/5   新 2/2"), scenario.title)
    XCTAssertEqual(scenario.press("0").message, "已提交, 等 林白露 看. 通过前 u 可收回")
    XCTAssertTrue(scenario.title.contains("已交 14:32"))
  }

  func testPlusFillsFromTheLibraryAndPicksNothing() throws {
    let scenario = try list()
    XCTAssertTrue(scenario.shows("名单还空着"))
    XCTAssertEqual(scenario.message, "按 + 补满: 库里还有 3 家 0 级可补这 5 家. 新的差 2 家: 按 6, 挑到即入名单.")
    XCTAssertEqual(scenario.press("+").message, "补了 3 家: 明日名单 3/5, 新 0/2. u 撤销")
    XCTAssertTrue(scenario.title.contains("3/5 差2   新 0/2 差2"))
    XCTAssertEqual(scenario.press("+").message, "不差了, 或库里没有可补的")
    XCTAssertTrue(scenario.press("u").shows("名单还空着"))
    XCTAssertTrue(scenario.press("u").title.contains("3/5"), "and given back")
  }

  /// A reason beside each row.
  func testEveryRowSaysWhereItComesFrom() throws {
    let rows = try list().press("+").screen[3...5].map { $0 }
    XCTAssertTrue(rows[0].contains("常熟溪山") && rows[0].contains("明日到期") && rows[0].contains("15:05"))
    XCTAssertTrue(rows[1].contains("相城暮云") && rows[1].contains("快流失") && rows[1].contains("救"))
    XCTAssertTrue(rows[2].contains("苏州晚照") && rows[2].contains("按名单"))
  }

  func testTheViewsShowWhatThereIsToPutOnIt() throws {
    let scenario = try list()
    XCTAssertTrue(scenario.choices.hasPrefix("[1名单0] 2明日到期1 3快流失"), scenario.choices)
    XCTAssertTrue(scenario.press("2").selected.contains("未加入"))
    XCTAssertEqual(scenario.press("+").message, "已加入 常熟溪山电缆有限公司: 明日名单 1/5")
    XCTAssertTrue(scenario.selected.contains("约"))
    XCTAssertEqual(scenario.press("+").message, "这家已经在名单里了")
    XCTAssertEqual(scenario.press("-").message, "已移出 常熟溪山电缆有限公司: 明日名单 0/5")
    XCTAssertEqual(scenario.press("-").message, "这家不在名单里")
    XCTAssertTrue(scenario.press("u").title.contains("1/5"), "the drop is taken back")
  }

  func testTheMarkedAreTakenOffTogether() throws {
    let scenario = try list().press("+", "Space", "Space", "-")
    XCTAssertEqual(scenario.message, "移出 2 家: 明日名单 1/5")
    XCTAssertTrue(scenario.press("u").title.contains("3/5"))
  }

  func testWhatIsPickedIsOnTheListUntilItIsTakenBack() throws {
    let scenario = try list().press("6")
    XCTAssertTrue(scenario.selected.contains("落霞") && !scenario.shows("澄明"), "class 0 alone")
    XCTAssertEqual(scenario.press("+").message, "公海的先按 p 挑入, 挑到即入名单")
    XCTAssertTrue(scenario.press("p").message.hasPrefix("已挑入 苏州落霞精密模具有限公司 0512-6000"))
    XCTAssertTrue(scenario.selected.contains("秋水"))
    XCTAssertTrue(scenario.title.contains("1/5 差4   新 1/2 差1"))
    XCTAssertTrue(scenario.press("1").selected.hasPrefix("> 新 苏州落霞"))
    scenario.press("u")
    XCTAssertTrue(scenario.title.contains("0/5") && scenario.shows("名单还空着"))
    XCTAssertTrue(scenario.press("6").shows("落霞"))
  }

  func testALostRaceStaysInItsRow() throws {
    let scenario = try list().press("6")
    try scenario.floor.pick(try scenario.floor.customer("落霞"), by: .li)
    XCTAssertTrue(scenario.press("p").message.contains("江立秋"))
    XCTAssertTrue(scenario.selected.contains("秋水") && scenario.shows("已被挑入"))
  }

  /// W27
  func testAShortListIsHandedInByASecondZeroWithAReason() throws {
    let scenario = try list()
    XCTAssertEqual(scenario.press("0").message, "名单还空着, 没什么可交")
    XCTAssertEqual(
      scenario.press("+", "0").message, "明日名单 3/5, 新 0/2. 再按 0 照样提交, 请写原因")
    XCTAssertTrue(scenario.press("0").title.hasPrefix("没齐也提交"))
    XCTAssertEqual(scenario.press("Enter").message, "写一句原因再按 Enter")
    XCTAssertTrue(scenario.type("库里只有这些").press("Enter").message.hasPrefix("已提交"))
    XCTAssertEqual(scenario.press("0").message, "已经交了. 要收回按 u")
  }

  /// W28
  func testUTakesTheSubmissionBack() throws {
    let scenario = try list(.tomorrow(customers: 3, new: 0)).press("+", "0")
    XCTAssertTrue(scenario.title.contains("已交"))
    XCTAssertEqual(scenario.press("u").message, "已收回, 可以再改")
    XCTAssertTrue(scenario.title.contains("三部 何小满"))
  }

  func testASubmittedListThatChangesSaysSo() throws {
    let scenario = try list(.tomorrow(customers: 3, new: 0)).press("+", "0")
    try scenario.floor.release(try scenario.floor.customer("相城暮云"), by: .zhang)
    XCTAssertEqual(scenario.press("g", "5").message, "交了以后名单变了, 林白露 看到的是现在这份")
    XCTAssertTrue(scenario.screen[4].hasPrefix("  x  相城暮云") && scenario.screen[4].contains("已离库"))
  }

  func testTheFilterNarrowsListAndSea() throws {
    let scenario = try list().press("+", "f").type("暮云").press("Enter")
    XCTAssertFalse(scenario.shows("溪山"))
    XCTAssertTrue(scenario.press("6").shows("筛选没有符合的"))
    XCTAssertTrue(scenario.press("Esc").shows("落霞"))
  }

  func testWhoHoldsNoCustomersIsToldSo() throws {
    let scenario = try Scenario(try .tomorrow(), as: .shen).press("g", "5")
    XCTAssertEqual(scenario.message, "明日名单是带客户的人的")
  }
}
