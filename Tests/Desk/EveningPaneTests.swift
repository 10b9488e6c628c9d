import Assets
import Desk
import DeskFixtures
import Domain
import TerminalKit
import XCTest

/// The manager's evening on the screen (R8.1-R8.3).
final class EveningPaneTests: XCTestCase {
  private func evening(
    _ floor: DeskFloor? = nil, language: Language = .chinese, size: Size = Size(rows: 24, columns: 80)
  ) throws -> Scenario {
    try Scenario(try floor ?? .evening(), as: .lin, language: language, size: size).press("g", "7")
  }

  func testTheTeamAtAGlance() throws {
    for language in Language.allCases {
      try assertGolden(
        try evening(.evening(of: 3), language: language).press("Space").canvas, "evening-\(language.rawValue)"
      )
    }
    try assertGolden(try evening(.evening(of: 3), size: Size(rows: 40, columns: 120)).canvas, "evening-wide")
  }

  /// Who falls short stands first, and without colour too.
  func testShortfallsComeFirstAndAreMarked() throws {
    let scenario = try evening().press("Home")
    XCTAssertTrue(scenario.selected.contains("方夏至") && scenario.selected.contains("0/3<"), scenario.selected)
    XCTAssertTrue(scenario.selected.contains("0/1<") && scenario.selected.contains("未交"))
    XCTAssertEqual(scenario.press("+").message, "还没交, 没什么可看的")
    XCTAssertTrue(scenario.screen[4].contains("何小满") && !scenario.screen[4].contains("<"))
  }

  func testOneKeyPassesAndGoesOn() throws {
    let scenario = try evening(.evening(of: 2)).press("2")
    XCTAssertTrue(scenario.selected.contains("何小满"))
    XCTAssertEqual(scenario.press("+").message, "已过 何小满, 下一位 销售1")
    XCTAssertTrue(scenario.selected.contains("销售1"))
    XCTAssertEqual(scenario.press("+").message, "已过 销售1, 下一位 销售2")
    XCTAssertEqual(scenario.press("+").message, "已过 销售2")
    XCTAssertTrue(scenario.title.contains("过3"))
    XCTAssertTrue(try Scenario(scenario.floor).press("g", "5").message.hasPrefix("林白露 已通过"))
  }

  /// SCREENS: `g7` and `+` for each: 22 keys for 20 agents.
  func testTwentyAgentsInTwentyTwoKeys() throws {
    let scenario = try evening(.evening(of: 19))
    for _ in 1...20 { scenario.press("+") }
    XCTAssertTrue(scenario.title.contains("过20"), scenario.title)
  }

  func testTheWholeOnesArePassedAtOnce() throws {
    let scenario = try evening(.evening(of: 3)).press("3", "*", "+")
    XCTAssertEqual(scenario.message, "已过 4 人")
    XCTAssertTrue(scenario.title.contains("过4 未交1"))
  }

  /// R8.2: with a remark, which the agent reads (W29).
  func testMinusSendsItBackWithARemark() throws {
    let scenario = try evening().press("2", "-")
    XCTAssertTrue(scenario.title.hasPrefix("退回名单"))
    XCTAssertEqual(scenario.press("Enter").message, "写一句缺什么再按 Enter")
    XCTAssertEqual(scenario.type("新客户还差 2 家").press("Enter").message, "已退回 何小满, 他屏幕上马上看到")
    XCTAssertTrue(scenario.title.contains("退1"))
    let agent = try Scenario(scenario.floor).press("g", "5")
    XCTAssertEqual(agent.message, "林白露 退回了明日名单: 新客户还差 2 家")
    XCTAssertTrue(agent.press("0").message.hasPrefix("已提交"), "it may be handed in again")
  }

  /// W29: wherever the agent is, the remark is on his screen with the next look, and in his alerts.
  func testTheRemarkIsOnTheAgentsScreenAtOnce() throws {
    let floor = try DeskFloor.evening()
    let (agent, onHisList) = (try Scenario(floor), try Scenario(floor).press("g", "5"))
    agent.wait(1_000)
    onHisList.wait(1_000)
    try Scenario(floor, as: .lin).press("2", "-").type("新客户还差 2 家").press("Enter")
    XCTAssertEqual(agent.wait(1_000).message, "名单退回: 明日名单. 新客户还差 2 家")
    XCTAssertEqual(onHisList.wait(1_000).message, "林白露 退回了明日名单: 新客户还差 2 家")
    XCTAssertTrue(agent.press("g", "6").selected.contains("名单退回"), agent.selected)
    XCTAssertEqual(agent.message, "退回的理由: 新客户还差 2 家. Enter 去改名单")
    XCTAssertTrue(agent.press("Enter").title.hasPrefix("明日名单"))
  }

  func testAPassIsSaidToWhoLooksAtHisList() throws {
    let floor = try DeskFloor.evening()
    let agent = try Scenario(floor).press("g", "5").wait(1_000)
    try Scenario(floor, as: .lin).press("2", "+")
    XCTAssertTrue(agent.wait(1_000).message.hasPrefix("林白露 已通过"), agent.message)
    XCTAssertEqual(agent.press("+").message, "已经通过了")
    XCTAssertEqual(agent.press("-").message, "已经通过了")
  }

  /// A list that changed a second ago is shown again, not passed.
  func testAChangedListIsShownAgain() throws {
    let scenario = try evening().press("2")
    try scenario.floor.release(try scenario.floor.customer("暮云"), by: .zhang)
    XCTAssertTrue(scenario.press("+").message.contains("刚变过"), scenario.message)
    XCTAssertTrue(scenario.selected.contains("2/3<"))
    XCTAssertEqual(scenario.press("+").message, "已过 何小满")
  }

  /// Principle 8: the last answer is taken back, and read again before it is given again.
  func testUndoTakesTheAnswerBack() throws {
    let scenario = try evening(.evening(of: 1)).press("2", "+")
    XCTAssertEqual(scenario.press("u").message, "已撤回, 何小满 的名单又在等你看")
    XCTAssertTrue(scenario.title.contains("交2 未交1"), scenario.title)
    XCTAssertEqual(scenario.press("u").message, "已经撤回了. 看过名单再按 + 或 -")
    XCTAssertEqual(scenario.press("*", "+").message, "已过 2 人")
    XCTAssertEqual(scenario.press("u").message, "2 份都撤回了, 等着再看")
    scenario.press("Home", "-").type("新客户还差").press("Enter")
    XCTAssertEqual(scenario.press("u").message, "已撤回, 何小满 的名单又在等你看")
    XCTAssertFalse(try Scenario(scenario.floor).press("g", "5").message.contains("新客户还差"))
  }

  /// `0` ends the round: it leads to what waits still, then says who is not in (W31).
  func testNaughtEndsTheRound() throws {
    let scenario = try evening(.evening(of: 1)).press("2", "+", "1", "Home")
    XCTAssertEqual(scenario.press("0").message, "还有 1 份没看, 先看 销售1 的")
    XCTAssertTrue(scenario.selected.contains("销售1"))
    XCTAssertEqual(scenario.press("+", "0").message, "1 人还没交: 方夏至. 18:30 收晚检, 没交的记在案")
    try scenario.floor.prepare(by: .wang, reason: "只有一家")
    XCTAssertEqual(scenario.press("g", "7", "2", "+", "0").message, "今天的晚检看完了: 过 3 份")
  }

  /// It is over when nothing waits anywhere, and not when nothing waits in the view one is in.
  func testNaughtLeadsToWhatWaitsInAnotherView() throws {
    let scenario = try evening(.evening(of: 1)).press("5", "0")
    XCTAssertTrue(scenario.message.hasPrefix("还有 2 份没看, 先看 "), scenario.message)
    XCTAssertTrue(scenario.choices.contains("[2待审2]"), scenario.choices)
  }

  /// Before four nobody's evening has begun.
  func testByDayItIsTheDaySoFar() throws {
    let scenario = try evening()
    XCTAssertTrue(scenario.title.hasPrefix("今天到现在 周四 11-26"), scenario.title)
    scenario.wait(88 * 60_000)
    XCTAssertTrue(scenario.title.hasPrefix("晚检 周四 11-26"), scenario.title)
  }

  func testYesterdayAndTheTrendAreReadOnly() throws {
    let scenario = try evening().press("2", "+")
    scenario.floor.now = scenario.floor.now + 86_400
    scenario.wait(60_000).press("6")
    XCTAssertTrue(scenario.title.hasPrefix("晚检 周四 11-26 > 周五 11-27"), scenario.title)
    XCTAssertTrue(scenario.selected.contains("何小满") || scenario.press("End").selected.contains("何小满"))
    XCTAssertEqual(scenario.press("+").message, "那天的晚检已经收了, 只能看")
    XCTAssertEqual(scenario.press("-").message, "那天的晚检已经收了, 只能看")
    scenario.press("7")
    XCTAssertTrue(scenario.shows("周五 11-27") && scenario.shows("流出"), scenario.screen.joined(separator: "\n"))
  }

  /// R8.2: what was passed is compared with what was called.
  func testTheListOfTodayIsComparedWithItsCalls() throws {
    let scenario = try evening().press("2", "+")
    scenario.floor.now = scenario.floor.now + 86_400
    try scenario.floor.note(try scenario.floor.customer("溪山"), daysAgo: -1, hour: 9, "要样品")
    try scenario.floor.release(try scenario.floor.customer("暮云"), by: .zhang)
    scenario.press("g", "7", "1").wait(60_000).press("Home")
    while !scenario.selected.contains("何小满") { scenario.press("j") }
    scenario.press("Enter", "2")
    XCTAssertTrue(scenario.shows("没拨: 开出"), scenario.screen.joined(separator: "\n"))
    XCTAssertTrue(scenario.shows("09:05 接通"), scenario.screen.joined(separator: "\n"))
  }

  func testEnterReadsTheListWithTheLastNotes() throws {
    let scenario = try evening(.evening(of: 1)).press("2", "Enter")
    XCTAssertTrue(scenario.title.hasPrefix("何小满"))
    XCTAssertTrue(scenario.shows("采购说下周定"))
    XCTAssertEqual(scenario.press("+").message, "已过 何小满, 下一位 销售1")
    XCTAssertTrue(scenario.title.hasPrefix("销售1"))
    XCTAssertTrue(scenario.press("+").title.hasPrefix("今天到现在"), "after the last the team is back")
  }

  func testWhoManagesNobodyIsToldSo() throws {
    XCTAssertTrue(try Scenario(try .evening()).press("g", "7").shows("今天没有归你看的名单"))
    XCTAssertEqual(
      try Scenario(try .evening(), as: .shen).press("g", "7").message, "晚检是经理, 总监和代管的人的")
  }

  /// R6.5: what looks like work that was not done, beside the list and in a view of its own, with what shows it.
  func testWhatLooksOddIsShownWithItsEvidence() throws {
    let wide = try evening(.oddDay(), size: Size(rows: 40, columns: 120)).press("2")
    XCTAssert(wide.shows("可疑: 该写的没写几个字 1"), wide.screen.joined(separator: "\n"))
    let scenario = try evening(.oddDay()).press("8")
    XCTAssert(scenario.title.hasPrefix("可疑 近7天 "))
    XCTAssert(scenario.press("End").selected.contains("该写的没写几个字"))
    XCTAssert(scenario.message.contains("凭据: 小计 "), scenario.message)
    XCTAssert(scenario.press("Enter").title.hasPrefix("客户 苏州潮音agent"), scenario.title)
    // Nobody else's evening.
    XCTAssertFalse(try Scenario(.oddDay()).press("g", "7", "8").shows("该写的没写几个字"))
  }
}
