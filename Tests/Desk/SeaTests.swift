import Desk
import DeskFixtures
import Domain
import XCTest

/// The public sea: what it shows, how it is searched and read on.
final class SeaTests: XCTestCase {
  private func sea(_ policy: [String: JSON] = [:]) throws -> Scenario {
    try Scenario(try .sea(policy)).press("g", "3")
  }

  /// The names in the list, top down.
  private func names(_ scenario: Scenario) -> [String] {
    scenario.screen[3..<20].compactMap { row in
      row.split(separator: " ").first { $0.contains("有限公司") }.map(String.init)
    }
  }

  // MARK: what it shows

  func testRowsAreAsTheyAreDrawn() throws {
    let scenario = try sea()
    XCTAssert(scenario.title.hasPrefix("公海 9  我的库 4/300"))
    XCTAssert(scenario.title.contains("已挑 0/20"))
    XCTAssertEqual(
      scenario.selected, ">    苏州澄明精密电子有限公司   工业园 B  11-25 16:05 二部 周谷雨   0512-6****01")
    XCTAssert(scenario.shows("历史 1 段持有; 最近 周谷雨(二部) 10-17 至 11-25, 开出: 没有需求. 小计 1 条"))
    XCTAssert(scenario.shows("近况 11-06 接通, 意向B. 电话挑入后可见. 挑入后 30天内要有小计"))
  }

  func testNothingOfANumberOrANoteShowsBeforeThePick() throws {
    let scenario = try sea().resize(rows: 40, columns: 120)
    XCTAssert(scenario.shows("0512-6****01"))
    XCTAssertFalse(scenario.shows("1001") || scenario.shows("比价中") || scenario.shows("潮声路"))
  }

  func testOnWideScreensTheRightHalfFollowsThePause() throws {
    let scenario = try sea().resize(rows: 40, columns: 120)
    XCTAssert(scenario.shows("| 苏州澄明精密电子有限公司  K000001"))
    XCTAssertFalse(scenario.burst("j").shows("K000002"))
    XCTAssertFalse(scenario.wait(70).shows("K000002"))
    XCTAssert(scenario.wait(10).shows("| 昆山汀兰精密电子有限公司  K000002"))
    XCTAssert(scenario.shows("| 谁持有过"))
  }

  func testWhoMustNotBeCalledIsSeenBeforeThePick() throws {
    XCTAssert(try sea().shows("  x  张家港临川精密铸造有限公司 张家港 0  11-15 16:05 二部 周谷雨   勿扰"))
  }

  func testCoolDownAndAFreshReleaseAreSeenToo() throws {
    let floor = try DeskFloor.sea(["cool_down": 15])
    let mine = try floor.enter("苏州远帆泵业有限公司", daysAgo: 9)
    try floor.release(mine, by: .zhang, daysAgo: 3)
    let theirs = try floor.enter("昆山望舒塑料制品有限公司", by: .li, daysAgo: 9)
    try floor.release(theirs, by: .li)
    let scenario = try Scenario(floor).press("g", "3")
    XCTAssert(scenario.shows("三部 何小满   冷却至 12-09"))
    XCTAssert(scenario.shows("一部 江立秋   14:33 后可挑"))
  }

  func testActsThatNeedTheNumberSayThatItComesWithThePick() throws {
    let scenario = try sea()
    XCTAssert(scenario.hints.contains("(d w y 挑入后)"))
    for key in ["d", "w", "y", "t"] {
      XCTAssertEqual(scenario.press(key).message, "号码挑入后可见. 按 p 挑入, 或 Enter 看历史")
    }
    XCTAssert(scenario.press("X").message.contains("不在你的库里"))
    XCTAssert(scenario.dialled.isEmpty && scenario.copied.isEmpty)
  }

  // MARK: views and filters

  func testEveryViewNarrows() throws {
    let floor = try DeskFloor.sea()
    try floor.release(try floor.enter("苏州半夏食品有限公司", daysAgo: 1), by: .zhang, daysAgo: 0)
    let scenario = try Scenario(floor).press("g", "3", "2")
    XCTAssert(scenario.choices.hasPrefix("1全部 [2今日释放]"))
    XCTAssertEqual(names(scenario), ["苏州半夏食品有限公司"])
    XCTAssertEqual(names(scenario.press("3")).count, 3)
    XCTAssertEqual(names(scenario.press("4")).count, 5)
    XCTAssertEqual(names(scenario.press("5")), ["苏州半夏食品有限公司"])
    XCTAssertEqual(names(scenario.press("Right")).count, 10)
    XCTAssertEqual(names(scenario.press("h")).count, 1)
    XCTAssert(scenario.press("6").message.contains("没有用"))
  }

  func testTheFilterTakesWordsInitialsNumbersAndFields() throws {
    let scenario = try sea()
    for (text, count) in [
      ("精密 电子", 2), ("szcm", 1), ("0512 6000 1003", 1), ("业:塑料", 2), ("原:二部", 7), ("原:江立秋", 2),
      ("级:AB", 3), ("放:3d", 3), ("放:11-20", 1), ("放:昨", 1), ("放:11-18~11-22", 5), ("放:11-21~11-18", 0),
      ("地:昆山", 2), ("精密 级:C 原:一部", 1), ("级:", 9),
    ] {
      XCTAssertEqual(names(scenario.press("f").type(text)).count, count, text)
      scenario.press("Esc")
    }
    XCTAssert(scenario.press("/").type("没有这家").shows("筛选没有符合的: 少打一个词, 或按 Esc"))
  }

  /// R5.10: whoever reads it in a row finds the row by it.
  func testTheFilterFindsWhatARowShows() throws {
    for (word, name, other) in [
      ("吴中", "苏州落霞", "苏州澄明"), ("虎丘", "苏州南浦", "苏州澄明"), ("0512-6", "苏州澄明", "无"), ("****03", "苏州落霞", "苏州澄明"),
      ("江立秋", "苏州落霞", "苏州澄明"), ("二部", "苏州澄明", "苏州落霞"), ("常熟 五金", "常熟秋水", "苏州落霞"),
    ] {
      let scenario = try sea().press("f").type(word)
      XCTAssert(scenario.shows(name), word)
      XCTAssertFalse(scenario.shows(other), word)
    }
    XCTAssertFalse(try sea().press("f").type("6000 1003").shows("常熟秋水"), "hidden digits find nothing else")
  }

  func testAMonthIsAllItsDays() throws {
    for (text, isFound) in [("放:2026-11", true), ("放:11月", true), ("放:2026年11月", true), ("放:2026-10", false)]
    {
      XCTAssertEqual(try sea().press("f").type(text).shows("苏州澄明"), isFound, text)
    }
  }

  /// Nothing typed is passed over in silence.
  func testAFieldThatIsNotUnderstoodIsSaid() throws {
    for text in ["颜色:红", "放:胡说", "级:Z", "放:2026-13"] {
      let scenario = try sea().press("f").type(text)
      XCTAssert(scenario.message.contains("看不懂「\(text)」, 没有按它筛"), text)
      XCTAssert(scenario.message.contains("放:2026-11"), "what may be typed")
      XCTAssert(scenario.press("Enter").message.contains("看不懂"), text)
    }
    for text in ["颜色:", "级:B", "放:7d", "原:二部", "16:30", "标签:", "tag:展会"] {
      XCTAssertFalse(try sea().press("f").type(text).message.contains("看不懂"), text)
    }
  }

  /// What was picked is no more among those that fit.
  func testTheCountFollowsAPick() throws {
    let scenario = try sea().press("f").type("精密").press("Enter")
    let before = try XCTUnwrap(scenario.title.firstMatch(of: /符合(\d+)/).flatMap { Int($0.output.1) })
    scenario.press("p")
    XCTAssert(scenario.title.contains("符合\(before - 1) "), scenario.title)
    XCTAssert(scenario.title.contains("我的库 5/300"), scenario.title)
    XCTAssert(scenario.press("u").title.contains("符合\(before) "), scenario.title)
    XCTAssert(scenario.title.contains("我的库 4/300"), scenario.title)
  }

  func testAFilterThatFindsNothingHereSaysWhatThereIsElsewhere() throws {
    let scenario = try sea().press("2", "f").type("精密")
    XCTAssert(scenario.shows("这里没有符合的; 全部里有 7 家, 按 1"))
    XCTAssertEqual(names(scenario.press("Enter", "1")).count, 7)
    XCTAssert(scenario.press("2", "f").type("没有").shows("筛选没有符合的"))
  }

  func testAFieldNarrowsAViewFurther() throws {
    let scenario = try sea().press("3", "f").type("级:A")
    XCTAssertEqual(names(scenario), ["苏州听雨精密仪器有限公司"])
    XCTAssertEqual(names(scenario.press("Esc", "f").type("级:C")), [])
  }

  func testEnterKeepsTheFilterAndThePaneRemembersIt() throws {
    let scenario = try sea().press("f").type("精密").press("Enter")
    XCTAssert(scenario.choices.contains("筛选: 精密  Esc清除"))
    XCTAssert(scenario.title.contains("符合7 / 9"))
    scenario.press("g", "1", "g", "3")
    XCTAssertEqual(names(scenario).count, 7)
    XCTAssertEqual(names(scenario.press("Esc")).count, 9)
  }

  func testWhileAFilterIsTypedTheHintsAreItsOwn() throws {
    let scenario = try sea().press("f")
    XCTAssert(scenario.hints.hasPrefix("Enter留用 Esc清除"))
    XCTAssert(scenario.press("Down").selected.contains("筛选"))
    XCTAssert(scenario.press("Enter").selected.contains("昆山汀兰"))
  }

  // MARK: searching takes its time

  func testOldRowsStayUntilTheNewOnesCome() throws {
    let scenario = try sea()
    scenario.holdErrands()
    scenario.press("f").type("塑料")
    XCTAssertEqual(names(scenario).count, 9)
    XCTAssertFalse(scenario.wait(140).title.contains("查..."))
    XCTAssert(scenario.wait(10).title.contains("查... / 9"))
    scenario.release()
    XCTAssertEqual(names(scenario), ["昆山杏林塑料制品有限公司", "苏州南浦工程塑料有限公司"])
    XCTAssertFalse(scenario.title.contains("查"))
  }

  func testOnlyTheLastSearchCounts() throws {
    let scenario = try sea()
    scenario.press("j", "j")
    scenario.holdErrands()
    scenario.press("f").type("s").type("z").type("n")
    scenario.press("Backspace", "Backspace", "Backspace").type("塑料")
    scenario.release()
    XCTAssertEqual(names(scenario).count, 2)
    XCTAssert(scenario.press("Enter").selected.contains("昆山杏林"))
  }

  func testASearchThatTheBaseLostGoesOutAgain() throws {
    let scenario = try sea()
    scenario.failure = .locked
    scenario.press("f").type("塑料").press("Enter")
    XCTAssertEqual(names(scenario).count, 9)
    scenario.failure = nil
    XCTAssertEqual(names(scenario.wait(5_000)).count, 2)
  }

  // MARK: reading on

  private func wideSea() throws -> Scenario {
    let floor = try DeskFloor()
    for number in 1...130 {
      let id = try floor.enter("苏州潮音\(number)号机械有限公司", by: .zhou, daysAgo: 20)
      try floor.release(id, by: .zhou, daysAgo: 2)
    }
    return try Scenario(floor).press("g", "3")
  }

  func testThePageIsReadOnBeforeItsEnd() throws {
    let scenario = try wideSea()
    for _ in 0..<7 { scenario.press("PgDn") }
    XCTAssert(scenario.selected.contains("苏州潮音18号"))
    scenario.press("PgDn", "PgDn", "End")
    XCTAssert(scenario.selected.contains("苏州潮音1号"))
    XCTAssert(scenario.message.contains("Space 标记"))
  }

  func testTheEndOfWhatWasReadSaysSo() throws {
    let scenario = try wideSea()
    scenario.holdErrands()
    XCTAssertEqual(scenario.press("End").message, "先读了 50 家, 往下接着读; o1 把先放的排到上面")
    scenario.release()
    XCTAssertFalse(scenario.press("j").selected.isEmpty)
  }

  func testTheCountIsHonestUntilItIsKnown() throws {
    let scenario = try wideSea()
    XCTAssert(scenario.title.hasPrefix("公海 130"))
    scenario.holdErrands()
    scenario.press("f").type("潮音")
    scenario.release()
    XCTAssert(scenario.title.contains("符合130 / 130"))
  }

  func testTheOldestReleaseFirst() throws {
    let scenario = try sea().press("o")
    XCTAssert(scenario.choices.hasPrefix("1释放"))
    XCTAssert(scenario.press("1").selected.contains("张家港临川"))
    XCTAssert(scenario.choices.contains("先放的在上"))
    XCTAssert(scenario.press("o", "1", "Home").selected.contains("苏州澄明"))
  }

  // MARK: what others do

  func testARowOthersTookStaysAndSaysSo() throws {
    let scenario = try sea().press("j")
    try scenario.floor.pick(CustomerID(1), by: .li)
    XCTAssert(scenario.wait(600).row(3).contains("x  苏州澄明精密电子有限公司   工业园 B  14:32:00    一部 江立秋   已被挑入"))
    XCTAssert(scenario.selected.contains("昆山汀兰"))
    XCTAssert(scenario.title.hasPrefix("公海 8"))
  }

  func testNewReleasesAreCountedAndComeInWhenAsked() throws {
    let scenario = try sea().press("j")
    let mine = try scenario.floor.enter("无锡雨巷包装有限公司", by: .li, daysAgo: 3)
    try scenario.floor.release(mine, by: .li)
    scenario.wait(600)
    XCTAssert(scenario.title.hasPrefix("公海 10+1新"))
    XCTAssertEqual(scenario.message, "又放出 1 家, 按 1 重新读")
    XCTAssert(scenario.selected.contains("昆山汀兰"))
    XCTAssert(scenario.press("1").selected.contains("无锡雨巷"))
    XCTAssert(scenario.title.hasPrefix("公海 10  "))
  }

  // MARK: looking closer

  func testEnterOpensTheOutlineAndComesBackToTheRow() throws {
    let scenario = try sea().press("j", "j", "Enter")
    XCTAssert(scenario.shows("苏州落霞精密模具有限公司"))
    XCTAssertFalse(scenario.shows("0512-6000 1003"))
    XCTAssert(scenario.press("n").shows("常熟秋水"))
    XCTAssert(scenario.press("Esc").selected.contains("常熟秋水"))
    XCTAssert(scenario.shows("历史 1 段持有; 最近 周谷雨(二部) 10-20 至 11-22"))
  }

  func testWhySaysWhetherItMayBePicked() throws {
    let scenario = try sea().press("=")
    XCTAssert(scenario.shows("可以挑入"))
    XCTAssert(scenario.shows("我的库      4/300, 有空位"))
    XCTAssert(scenario.shows("12-26 24:00 流公海, 如果30天无小计"))
    scenario.press("Esc", "End", "=")
    XCTAssert(scenario.shows("现在不能挑, 有 x 的没过"))
    XCTAssert(scenario.shows("x 号码        这家没有能打的号码, 不能挑入"))
  }
}
