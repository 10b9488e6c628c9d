import Desk
import DeskFixtures
import Domain
import TerminalKit
import XCTest

final class ShellTests: XCTestCase {
  /// Where one opened there is no way back: the hints say how one leaves, on whatever pane that is.
  func testTheHintsOfTheFirstPaneSayHowOneLeaves() throws {
    let agent = try Scenario(try .example())
    XCTAssert(agent.hints.contains("q离开"), agent.hints)
    XCTAssert(agent.press("g", "6").hints.contains("Esc返回"), agent.hints)
    let manager = try Scenario(try .requests(), as: .lin)
    XCTAssert(manager.title.contains("晚检") || manager.title.contains("今天到现在"))
    XCTAssert(manager.hints.contains("q离开"), manager.hints)
    XCTAssert(!manager.press("g", "1").hints.contains("q离开"), manager.hints)
  }

  /// Principle 13: the end of a message is never cut; it takes the row above.
  func testALongMessageTakesTwoRows() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor, language: .english).press("r", "1", "Enter", "r", "1", "Enter")
    XCTAssert(
      (scenario.row(21) + " " + scenario.message).contains(
        "Already asked for in this opportunity (today 14:32); it cannot be asked for again"))
    XCTAssertFalse(scenario.press("Esc", "g", "1").row(21).contains("Already"))
  }

  /// W39: no key is offered that does nothing here.
  func testAPasteOffersANoteOnlyWhereOneCanBeWritten() throws {
    let scenario = try Scenario(try .sea()).paste("第一行\n第二行")
    XCTAssertEqual(scenario.message, "刚才粘贴了 2 行, 这里不收. 先按 w 写小计")
    XCTAssertEqual(scenario.press("g", "3").paste("第一行\n第二行").message, "刚才粘贴了 2 行, 这里不收")
  }

  /// What an input method sends in one go is keys until something is typed, and text from there on.
  func testTheRestOfABurstIsTextOnceSomethingIsTyped() throws {
    let scenario = try Scenario(try .example()).type("ｒ１３")
    XCTAssert(scenario.shows("天数 3"))
  }

  func testKeysOfAnInputMethodAreFolded() throws {
    let scenario = try Scenario(try .example())
    scenario.type("ｊ")
    XCTAssert(scenario.selected.contains("昆山青苇"))
    scenario.type("２")
    XCTAssert(scenario.choices.contains("[2快流失"))
  }

  func testAChineseCharacterIsNoCommand() throws {
    let scenario = try Scenario(try .example()).type("放弃")
    XCTAssertEqual(scenario.message, "中文输入法开着. 切到英文, 或按住 Ctrl 再按字母")
  }

  func testControlPassesAnInputMethod() throws {
    let scenario = try Scenario(try .example()).press("^D")
    XCTAssertEqual(scenario.dialled, ["051260001001"])
  }

  func testAPasteIsNeverKeys() throws {
    let scenario = try Scenario(try .example()).paste("X2\nX2\n")
    XCTAssertEqual(scenario.message, "刚才粘贴了 2 行, 这里不收. 先按 w 写小计")
    XCTAssert(scenario.title.contains("8/300"))
  }

  func testAnUnknownKeySaysSo() throws {
    let scenario = try Scenario(try .example()).press("Z")
    XCTAssertEqual(scenario.message, "这个键在这里没有用. ? 看有哪些")
    scenario.press("1")
    XCTAssertFalse(scenario.message.contains("没有用"))
  }

  func testNewsStaysWhileOneMovesAndGoesWithTheNextAct() throws {
    let scenario = try Scenario(try .example()).press("X", "1")
    XCTAssert(scenario.message.hasPrefix("已开出 苏州日东精密电子有限公司"))
    XCTAssert(scenario.press("j").message.hasPrefix("已开出"))
    XCTAssertFalse(scenario.press("Enter").message.hasPrefix("已开出"))
  }

  func testLeavingTakesTheSameKeyTwice() throws {
    let scenario = try Scenario(try .example()).press("q")
    XCTAssertEqual(scenario.message, "再按一次 q 离开潮线")
    XCTAssertFalse(scenario.press("j", "q").hasQuit)
    XCTAssert(scenario.press("q").hasQuit)
  }

  func testEscapeAtHomeSaysHowToLeave() throws {
    let scenario = try Scenario(try .example()).press("Esc", "Esc")
    XCTAssertEqual(scenario.message, "这里是首页. 要离开潮线, 按两次 q")
    XCTAssertFalse(scenario.press("q").hasQuit)
    XCTAssert(scenario.press("q").hasQuit)
  }

  func testThePageOfClocksShowsTheWayBack() throws {
    XCTAssert(try Scenario(try .example()).press("=").hints.contains("Esc返回"))
    XCTAssert(try Scenario(try .example()).hints.contains("Enter看 q离开"))
  }

  func testGoShowsThePanesAndADigitGoes() throws {
    let scenario = try Scenario(try .example()).press("g")
    XCTAssert(scenario.choices.contains("1我的机会"))
    XCTAssert(scenario.choices.contains("6消息"))
    XCTAssert(scenario.press("6").title.hasPrefix("消息"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
  }

  func testGoAndEscapeStays() throws {
    let scenario = try Scenario(try .example()).press("g", "Esc")
    XCTAssert(scenario.title.hasPrefix("我的机会"))
    XCTAssert(scenario.choices.hasPrefix("[1全部"))
  }

  func testTwiceGIsTheFirstRow() throws {
    let scenario = try Scenario(try .example()).press("G", "g", "g")
    XCTAssert(scenario.selected.contains("苏州日东"))
  }

  func testATooSmallScreenKeepsWhatIsBehind() throws {
    let scenario = try Scenario(try .example()).press("w", "3").type("要报价")
    XCTAssertEqual(scenario.resize(rows: 18, columns: 60).screen[0], "窗口太小: 现在 60x18, 要 80x22. 放大前按键不收")
    scenario.press("Enter", "q")
    XCTAssertEqual(scenario.resize(rows: 1, columns: 1).canvas.lines, ["~"])
    XCTAssert(scenario.resize(rows: 24, columns: 80).shows("要报价"))
  }

  func testEveryScreenHoldsOnTwentyTwoRows() throws {
    let scenario = try Scenario(try .example(), size: .init(rows: 22, columns: 80))
    XCTAssert(scenario.shows("常熟溪山") && scenario.shows("依据 30天无小计"))
    XCTAssert(scenario.press("?").shows("本屏的键"))
    XCTAssert(scenario.press("Esc", "Enter").shows("另计 上门") && scenario.shows("全文"))
    scenario.press("w", "3").type(String(repeating: "要一份写清服务差异的报价. ", count: 8))
    scenario.press("Tab", "Tab", "Tab", "Tab", "Tab", "2")
    for label in ["内容", "下次", "级别", "阶段", "找谁", "方式", "地点", "存后 小计", "上条"] {
      XCTAssert(scenario.screen.contains { $0.hasPrefix(label) }, label)
    }
    XCTAssert(scenario.press("Esc", "Esc", "=").shows("小计钟  今 24:00"))
    XCTAssert(scenario.press("Esc", "g", "3").hints.contains("p挑入"))
    XCTAssertEqual(scenario.resize(rows: 21, columns: 80).screen[0], "窗口太小: 现在 80x21, 要 80x22. 放大前按键不收")
  }

  func testWhileTheBaseIsAwayOneReadsOn() throws {
    let scenario = try Scenario(try .example())
    scenario.failure = .failed(reason: "disk I/O error")
    scenario.wait(600)
    XCTAssert(scenario.title.hasSuffix("停在 14:32"))
    XCTAssert(scenario.message.contains("连不上数据库"))
    XCTAssert(scenario.press("j").selected.contains("昆山青苇"))
    XCTAssert(scenario.press("w").message.contains("连不上数据库"))
    scenario.failure = nil
    scenario.wait(5_100)
    XCTAssertFalse(scenario.title.contains("停在"))
    XCTAssert(scenario.press("w").shows("写小计"))
  }

  func testNothingToTakeBack() throws {
    XCTAssertEqual(try Scenario(try .example()).press("u").message, "没有可以撤销的")
  }

  func testTheClockMovesOnByItself() throws {
    let scenario = try Scenario(try .example()).wait(61_000)
    XCTAssert(scenario.title.hasSuffix("14:33"))
  }

  func testAStoppedEngineAndABlownFuseAreTold() throws {
    let scenario = try Scenario(try .example())
    scenario.hear(lastTick: scenario.floor.now - 20)
    XCTAssertFalse(scenario.title.contains("计时停"))
    scenario.hear(lastTick: scenario.floor.now - 720, isFuseBlown: true)
    XCTAssert(scenario.title.contains("保险断"))
    XCTAssert(scenario.message.contains("今晚先不放客户"))
  }

  /// KEYBOARD: Esc with nothing else to close takes the marks off, and says so.
  func testEscAtHomeTakesTheMarksOff() throws {
    let scenario = try Scenario(try .example()).press("Space", "Space", "Esc")
    XCTAssertEqual(scenario.message, "2 个标记都去掉了")
    XCTAssertFalse(scenario.choices.contains("标记"))
    XCTAssertTrue(scenario.press("Esc").message.hasPrefix("这里是首页"))
  }

  func testHalfAPage() throws {
    let scenario = try Scenario(try .example(), size: Size(rows: 22, columns: 80))
    let first = scenario.selected
    XCTAssertNotEqual(scenario.press("J").selected, first)
    XCTAssertEqual(scenario.press("K").selected, first)
  }

  /// Where `?` is text F1 and Ctrl-_ open the help, and the hint row says so.
  func testHelpWhereTextIsTyped() throws {
    for key in ["F1", "^_"] {
      let scenario = try Scenario(try .example()).press("w", "3").type("要样品?")
      XCTAssertTrue(scenario.shows("F1帮助"))
      XCTAssertTrue(scenario.shows("要样品?"))
      XCTAssertFalse(scenario.press(key).shows("要样品?"), key)
      XCTAssertTrue(scenario.press("Esc").shows("要样品?"), key)
    }
  }
}
