import Desk
import DeskFixtures
import Domain
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

  /// M1: whoever knows a word of the other language, or only the key, finds the line too.
  func testWordsOfTheOtherLanguageAndNamesOfKeysFindALine() throws {
    for (text, wanted) in [("release", "Ctrl-X"), ("PgDn", "下一页"), ("回车", "Enter"), ("arrow up", "上一行")] {
      XCTAssert(try help("g", "3").type(text).shows(wanted), text)
    }
    let english = try Scenario(try .sea(), language: .english).press("?")
    XCTAssert(english.type("开出").shows("Ctrl-X"))
  }

  func testTheTitleCountsWhatMatches() throws {
    let scenario = try help("g", "3")
    XCTAssertNotNil(scenario.title.firstMatch(of: /\d\d 条  周四/))
    XCTAssert(scenario.type("连着标记").title.contains("条中 1 条符合"))
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

  /// It runs on the row it was opened over, or not at all.
  func testARowThatWentAwayMeanwhileIsNotTakenForAnother() throws {
    let floor = try DeskFloor.sea()
    let scenario = try Scenario(floor).press("?").type("写小计")
    let name = try floor.customer("相城暮云")
    try floor.release(name, by: .zhang)
    scenario.wait(500)
    let said = scenario.press("Enter").message
    XCTAssert(said.contains("相城暮云") || scenario.title.contains("相城暮云"), said)
    XCTAssertFalse(scenario.title.contains("孤山"))
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
    for name in [":去", ":筛选", ":客户"] { XCTAssert(scenario.shows(name), name) }
    XCTAssert(try command("离").shows(":离开"), "more than a screen of them")
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
    XCTAssert(scenario.shows(":去             1 我的机会"))
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

  // MARK: arguments

  /// Every act of the pane can be typed; the digits its key waits for are its arguments.
  func testAnActOfThePaneTakesTheDigitsOfItsKeyAsWords() throws {
    let library = try Scenario(try .example()).press(":").type("开出 ")
    XCTAssert(library.shows("1 没有需求"))
    XCTAssert(library.type("其他").press("Enter").message.hasPrefix("已开出"))
    XCTAssert(try Scenario(try .example()).press(":").type("申请 延期").press("Enter").shows("-- 申请延期"))
    XCTAssertFalse(try command("能否").shows(":能否挑"), "only acts of the pane below")
    let sea = try Scenario(try .sea()).press("g", "3", ":").type("能否挑").press("Enter")
    XCTAssert(sea.title.hasPrefix("能不能挑"))
    let sorted = try Scenario(try .example()).press(":").type("排序 ")
    XCTAssertGreaterThan(sorted.screen.count { $0.contains(":排序") }, 2)
  }

  func testTabCompletesFromAClosedSet() throws {
    let floor = try DeskFloor.example()
    try floor.change(CustomerID(2)) { $0.tags = [.init("展会", isOn: true), .init("出口", isOn: true)] }
    let scenario = try Scenario(floor).press(":").type("标签 zh").press("Tab")
    XCTAssert(scenario.row(1).hasPrefix("查 :标签 展会"), scenario.row(1))
    scenario.type(" 出").press("Tab")
    XCTAssert(scenario.row(1).hasPrefix("查 :标签 展会 出口"), scenario.row(1))
    scenario.press("Enter")
    XCTAssertEqual(try floor.view(CustomerID(1)).tags, ["出口", "展会"])
  }

  func testStagesLevelsAndOutcomesAreShownToChooseFrom() throws {
    let stages = try command("阶段 ")
    XCTAssert(stages.shows("4 面谈"))
    XCTAssert(stages.press("Down", "Tab").row(1).hasPrefix("查 :阶段 2"))
    let level = try Scenario(try .example()).press(":").type("级别 B").press("Enter")
    XCTAssert(level.shows("-- 写小计"))
    let note = try Scenario(try .example()).press(":").type("小计 接通 要报价").press("Enter")
    XCTAssert(note.choices.contains("[3接通]"))
    XCTAssert(note.shows("要报价"))
  }

  /// R6.2: what a typed time means is shown as it is typed.
  func testATimeIsShownAsItIsTyped() throws {
    let scenario = try Scenario(try .example()).press(":").type("改约 周五下午3点")
    XCTAssert(scenario.shows("= 11-27 周五 15:00"))
    XCTAssert(scenario.press("Enter").message.contains("11-27"))
    scenario.press("u")
    XCTAssertNil(try scenario.floor.view(CustomerID(1)).customer.next)
  }

  func testWhatADraftHoldsStaysBeforeWhatIsBrought() throws {
    let scenario = try Scenario(try .example()).press("w").type("前半句").press("Esc")
    scenario.press(":").type("小计 接通 后半句").press("Enter")
    XCTAssert(scenario.shows("前半句"))
    XCTAssert(scenario.shows("后半句"))
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
