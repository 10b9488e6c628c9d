import Desk
import DeskFixtures
import XCTest

/// The overlay of `?` and `:`.
final class HelpTests: XCTestCase {
  private func help(_ keys: String...) throws -> Scenario {
    let scenario = try Scenario(try .sea())
    for key in keys { scenario.press(key) }
    return scenario.press("?")
  }

  func testItListsTheKeysOfThePaneBelow() throws {
    let scenario = try help("g", "3")
    XCTAssert(scenario.title.hasPrefix("帮助与命令  公海"))
    XCTAssert(scenario.shows("-- 本屏的键: 公海 --"))
    XCTAssert(scenario.selected.hasPrefix("查"))
    XCTAssert(scenario.shows("> p       Ctrl-P  挑入            把这家挑进我的库; 有标记就一起挑"))
    XCTAssert(scenario.shows("  (d)     Ctrl-D  拨号            现在不行: 号码挑入后可见"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("公海"))
  }

  func testTypingNarrowsByWordsInitialsAndKeys() throws {
    for (text, wanted) in [
      ("筛选", "Ctrl-F"), ("bdbsx", "边打边筛选"), ("^f", "Ctrl-F"), ("g3", "去公海"), ("连着", "v "),
    ] {
      let scenario = try help("g", "3").type(text)
      XCTAssert(scenario.shows(wanted), text)
      XCTAssertFalse(scenario.shows("Ctrl-W"), text)
    }
    XCTAssert(try help().type("没有这样的").shows("没有符合的. 少打一个字, 或按 Esc"))
  }

  func testOverdueIsExplained() throws {
    XCTAssert(try help().type("超期").shows("超期            比级别的联系节奏久没联系; 不是到期"))
  }

  func testAKeyTypedWholeIsTheLineThatIsMeant() throws {
    let scenario = try help().type("X")
    XCTAssert(scenario.shows("> X       Ctrl-X  开出"))
  }

  func testTheTitleCountsWhatMatches() throws {
    let scenario = try help("g", "3")
    XCTAssertNotNil(scenario.title.firstMatch(of: /\d\d 条  周四/))
    XCTAssert(scenario.type("标记").title.contains("条中 6 条符合"))
  }

  func testEnterRunsTheLine() throws {
    XCTAssert(try help("g", "3").type("能不能挑").press("Enter").title.hasPrefix("能不能挑"))
    XCTAssert(try help().type("g3").press("Enter").title.hasPrefix("公海"))
    XCTAssert(try help("g", "3").press("Enter").message.hasPrefix("已挑入"))
    XCTAssert(try help("g", "3").type("去别的屏").press("Enter").message.hasPrefix("去哪里"))
  }

  func testALineThatIsNotForNowSaysWhyAndStays() throws {
    let scenario = try help("g", "3").type("拨号").press("Enter")
    XCTAssertEqual(scenario.message, "号码挑入后可见. 按 p 挑入, 或 Enter 看历史")
    XCTAssert(scenario.title.hasPrefix("帮助与命令"))
  }

  func testWhatDoesNotFitItsColumnStandsBelow() throws {
    let scenario = try help("g", "3").type("拨号")
    XCTAssertEqual(scenario.message, "现在不行: 号码挑入后可见. 按 p 挑入, 或 Enter 看历史")
  }

  func testItOpensOverACustomerToo() throws {
    let scenario = try help("Enter")
    XCTAssert(scenario.title.contains("相城暮云") || scenario.title.contains("K0000"))
    XCTAssert(scenario.shows("写小计"))
    XCTAssert(scenario.press("Esc").shows("K0000"))
  }

  func testFullWidthSignsOpenItWithTheInputMethodOn() throws {
    let scenario = try Scenario(try .sea())
    XCTAssert(scenario.type("？").title.hasPrefix("帮助与命令"))
    XCTAssert(scenario.press("Esc").type("：").shows(":筛选"))
  }

  // MARK: commands

  private func command(_ text: String) throws -> Scenario {
    try Scenario(try .sea()).press(":").type(text)
  }

  func testAColonListsTheCommands() throws {
    let scenario = try command("")
    for name in [":去", ":筛选", ":客户", ":离开"] { XCTAssert(scenario.shows(name), name) }
    XCTAssertFalse(scenario.shows("Ctrl-P"))
  }

  func testGoTakesAPaneByNameInitialsOrDigit() throws {
    for text in ["去 公海", "去公海", "go gh", "去 3"] {
      XCTAssert(try command(text).press("Enter").title.hasPrefix("公海"), text)
    }
    XCTAssert(try command("去 火星").shows("没有符合的"))
  }

  func testACommandWithoutItsArgumentIsWrittenIntoTheField() throws {
    let scenario = try command("").press("Enter")
    XCTAssert(scenario.row(1).hasPrefix("查 :去"))
    XCTAssert(scenario.shows(":去             我的机会"))
    XCTAssert(scenario.press("Down", "Down", "Enter").title.hasPrefix("公海"))
  }

  func testFilterNarrowsThePaneBelow() throws {
    let scenario = try command("筛选 印刷").press("Enter")
    XCTAssert(scenario.choices.contains("筛选: 印刷"))
    XCTAssertFalse(scenario.shows("相城暮云"))
    let sea = try Scenario(try .sea()).press("g", "3", ":").type("筛选 业:塑料").press("Enter")
    XCTAssert(sea.title.contains("符合2"))
  }

  func testACustomerIsOpenedByItsCode() throws {
    XCTAssert(try command("客户 K000001").press("Enter").shows("苏州澄明精密电子有限公司"))
    let unknown = try command("客户 K009999").press("Enter")
    XCTAssert(unknown.message.contains("没有这个客户"))
    XCTAssert(unknown.title.hasPrefix("帮助与命令"))
  }

  func testLeaving() throws {
    XCTAssert(try command("离开").press("Enter").hasQuit)
    XCTAssert(try command("q").press("Enter").hasQuit)
  }

  func testInEnglish() throws {
    let scenario = try Scenario(try .sea(), language: .english).press("?").type("release")
    XCTAssert(scenario.shows("Ctrl-X"))
    XCTAssert(
      try Scenario(try .sea(), language: .english).press(":").type("go sea").press("Enter")
        .title.hasPrefix("Sea"))
  }
}
