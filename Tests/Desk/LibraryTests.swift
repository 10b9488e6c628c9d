import Desk
import DeskFixtures
import Domain
import XCTest

final class LibraryTests: XCTestCase {
  func testViewsAreTakenByDigitsAndArrows() throws {
    let scenario = try Scenario(try .example()).press("2")
    XCTAssert(scenario.choices.contains("[2快流失4]"))
    XCTAssertFalse(scenario.shows("常熟溪山"))
    XCTAssert(scenario.press("l", "l").choices.contains("[4今日约1]"))
    XCTAssert(scenario.shows("无锡拾光"))
    XCTAssert(scenario.press("Left").choices.contains("[3超期4]"))
    XCTAssert(scenario.press("8").message.contains("没有用"))
  }

  /// What one picked today has a view once there is something in it; what one entered is none of it.
  func testWhatWasPickedTodayHasAView() throws {
    let floor = try DeskFloor.sea()
    try floor.pick(try floor.customer("落霞"), by: .zhang)
    try floor.enter("苏州日东精密电子有限公司", daysAgo: 0)
    let scenario = try Scenario(floor)
    XCTAssert(scenario.choices.contains("8今日挑1"))
    XCTAssert(scenario.press("8").shows("苏州落霞"))
    XCTAssertFalse(scenario.shows("苏州日东") || scenario.shows("太仓烟渚"))
    floor.goToMidnight()
    XCTAssertFalse(try Scenario(floor).choices.contains("今日挑"))
  }

  /// Appointments come by their time, unless another order is asked for.
  func testTodaysAppointmentsComeByTheirTime() throws {
    let floor = try DeskFloor()
    let calendar = floor.rules.calendar
    for (name, days, hour) in [
      ("苏州澄明精密电子有限公司", 20, 17), ("昆山汀兰精密电子有限公司", 10, 15), ("常熟秋水精密五金有限公司", 15, 16),
    ] {
      try floor.note(
        try floor.enter(name, daysAgo: days), daysAgo: days, "约了", .appointment,
        next: calendar.moment(calendar.day(of: floor.now), minute: hour * 60))
    }
    let scenario = try Scenario(floor).press("4")
    XCTAssertEqual(scenario.screen[3...5].map { String($0.dropFirst(5).prefix(2)) }, ["昆山", "常熟", "苏州"])
    scenario.press("o", "1")
    XCTAssertEqual(scenario.screen[3...5].map { String($0.dropFirst(5).prefix(2)) }, ["苏州", "常熟", "昆山"])
    XCTAssert(scenario.press("1").screen[3].contains("苏州"))
  }

  /// The header and the views count the same: what takes a slot, and what is there besides.
  func testTheHeaderSaysWhatTakesNoSlot() throws {
    let floor = try DeskFloor.example()
    try floor.sign(try floor.customer("青苇"), opened: nil)
    let scenario = try Scenario(floor)
    XCTAssert(scenario.title.hasPrefix("我的机会 7/300 另成交1 "), scenario.title)
    XCTAssert(scenario.choices.hasPrefix("[1全部8]"))
    XCTAssert(try Scenario(floor, language: .english).title.hasPrefix("My opportunities 7/300 +1 signed "))
  }

  func testOverdueIsExplained() throws {
    let scenario = try Scenario(try .example()).press("3")
    XCTAssert(scenario.message.hasPrefix("超期: 比级别的联系节奏久没联系 ("), scenario.message)
    XCTAssert(scenario.message.contains("B 10天"), scenario.message)
    XCTAssertFalse(scenario.message.hasSuffix("~"), scenario.message)
    let english = try Scenario(try .example(), language: .english).press("3")
    XCTAssert(english.choices.contains("[3 call overdue 4]"), english.choices)
    XCTAssertFalse(english.message.hasSuffix("~"), english.message)
  }

  func testAnEmptyLibrarySaysWhereToGo() throws {
    let scenario = try Scenario(try DeskFloor())
    XCTAssert(scenario.shows("库里还没有客户. 按 g3 去公海挑"))
    XCTAssert(scenario.press("d").message.contains("没有选中的客户"))
  }

  func testTheFilterTakesWordsInitialsDigitsAndLevels() throws {
    let scenario = try Scenario(try .example()).press("f")
    XCTAssert(scenario.type("精密 苏州").shows("苏州日东"))
    XCTAssertFalse(scenario.shows("昆山青苇"))
    XCTAssert(scenario.press("Enter").choices.contains("筛选: 精密 苏州"))
    XCTAssert(scenario.press("Esc").shows("昆山青苇"))
    scenario.press("f").type("ksqw")
    XCTAssertEqual(names(scenario), ["昆山青苇包装有限公司"])
    scenario.press("Esc", "f").type("600010")
    XCTAssertEqual(names(scenario).count, 8)
    scenario.press("Esc", "f").type("0012")
    XCTAssertEqual(names(scenario), ["苏州日东精密电子有限公司"])
    scenario.press("Esc", "f").type("级:B")
    XCTAssertEqual(names(scenario), ["无锡拾光纺织有限公司", "张家港远帆泵业有限公司"])
    XCTAssert(scenario.type(" 没有").shows("筛选没有符合的"))
  }

  /// R5.10, R10.1: by tag, a part of it is enough; the list follows when one is put on.
  func testTheFilterTakesTags() throws {
    let scenario = try Scenario(try .example()).press("Space", "Space", ":").type("标签 展会 出口").press("Enter")
    scenario.press("f").type("标签:展")
    XCTAssertEqual(names(scenario), ["苏州日东精密电子有限公司", "昆山青苇包装有限公司"])
    XCTAssertEqual(names(scenario.type(" tag:出口 昆山")), ["昆山青苇包装有限公司"])
    XCTAssert(scenario.type(" 标:没有").shows("筛选没有符合的"))
    scenario.press("^U").type("标签:展会").press("Enter", "G", "j")
    scenario.press(":").type("摘 展会").press("Enter", "f", "Enter")
    XCTAssertEqual(names(scenario.press("1")).count, 1)
  }

  func testAFilterThatFindsNothingHereSaysWhatThereIsElsewhere() throws {
    let scenario = try Scenario(try .example()).press("4", "f").type("苏州")
    XCTAssert(scenario.shows("这里没有符合的; 全部里有 2 家, 按 1"))
    XCTAssertEqual(names(scenario.press("Enter", "1")).count, 2)
    XCTAssert(scenario.press("4", "f").type("没有").shows("筛选没有符合的"))
  }

  func testThePaneRemembersItsFilter() throws {
    let scenario = try Scenario(try .example()).press("f").type("苏州").press("Enter", "g", "6", "g", "1")
    XCTAssert(scenario.choices.contains("筛选: 苏州"))
  }

  func testWhyAndLatestFollowAfterAMoment() throws {
    let scenario = try Scenario(try .example())
    let why = scenario.row(20)
    XCTAssertEqual(scenario.burst("j").row(20), why)
    XCTAssertEqual(scenario.wait(70).row(20), why)
    XCTAssertNotEqual(scenario.wait(10).row(20), why)
  }

  func testOrderByAColumnAndTurnedRound() throws {
    let scenario = try Scenario(try .example()).press("o", "4")
    XCTAssert(names(scenario)[0].contains("无锡拾光"))
    XCTAssert(names(scenario.press("o", "4"))[0].contains("常熟溪山"))
  }

  func testMarksAreCountedAndOutliveTheFilter() throws {
    let scenario = try Scenario(try .example()).press("Space", "Space", "f").type("昆山").press("Esc")
    XCTAssert(scenario.choices.contains("标记2"))
    XCTAssert(scenario.press("2", "*").choices.contains("标记4"))
    XCTAssertFalse(scenario.press("*").choices.contains("标记"))
  }

  // MARK: release

  func testReleaseAsksForAReasonAndIsTakenBack() throws {
    let scenario = try Scenario(try .example()).press("x")
    XCTAssert(scenario.message.contains("大写 X"))
    XCTAssert(scenario.press("X").choices.hasPrefix("1没有需求 2联系不上"))
    XCTAssert(scenario.press("Esc").title.contains("8/300"))
    scenario.press("X", "2")
    XCTAssert(scenario.title.contains("7/300"))
    XCTAssert(scenario.selected.contains("x  苏州日东"))
    XCTAssert(scenario.selected.contains("已离库"))
    XCTAssert(scenario.press("u").title.contains("8/300"))
  }

  func testAReleaseTakenBackIsNotGivenBackByTheSameKey() throws {
    let scenario = try Scenario(try .example()).press("X", "2", "u", "u")
    XCTAssert(scenario.title.contains("8/300"))
    XCTAssertEqual(scenario.message, "已收回; 要再开出按 X")
    scenario.press("X", "2").burst("u", "u")
    XCTAssert(scenario.title.contains("8/300"))
    XCTAssert(scenario.message.hasPrefix("已收回 苏州日东"))
  }

  func testManyAreReleasedOnlyByAFurtherKey() throws {
    let scenario = try Scenario(try .example()).press("*", "X")
    XCTAssert(scenario.message.hasPrefix("为什么开出这 8 家: 苏州日东精密电子有限公司"))
    XCTAssert(scenario.press("2").message.contains("真要开出这 8 家: 苏州日东"))
    XCTAssertEqual(scenario.press("Enter").message, "没有开出, 都还在你的库里")
    XCTAssert(scenario.press("X", "2", "X").title.contains("8/300"))
    scenario.press("X", "2").burst("Esc", "Y")
    XCTAssert(scenario.title.contains("8/300"))
    XCTAssert(scenario.press("X", "2", "Y").title.contains("0/300"))
    XCTAssert(scenario.press("u").title.contains("8/300"))
  }

  func testAReleasedRowStaysUntilOneLeavesIt() throws {
    let scenario = try Scenario(try .example()).press("X", "2").wait(2_000)
    XCTAssert(scenario.shows("苏州日东"))
    XCTAssert(scenario.press("d").message.contains("不在你的库里"))
    XCTAssertFalse(scenario.press("j").shows("苏州日东"))
  }

  func testTheMarkedOnesAreReleasedTogether() throws {
    let scenario = try Scenario(try .example()).press("Space", "Space", "X")
    XCTAssert(scenario.message.contains("这 2 家"))
    XCTAssert(scenario.press("5").title.contains("6/300"))
    XCTAssert(scenario.press("u").title.contains("8/300"))
  }

  func testAReasonTypedAheadReleasesNobody() throws {
    let scenario = try Scenario(try .example())
    scenario.burst("X", "2")
    XCTAssert(scenario.title.contains("8/300"))
    XCTAssert(scenario.message.contains("来得太快"))
  }

  func testUndoIsOverAfterAMinute() throws {
    let scenario = try Scenario(try .example()).press("X", "2").wait(61_000).press("u")
    XCTAssert(scenario.message.contains("60 秒"))
  }

  func testManyCanNotBeTakenBackAfterAMinute() throws {
    let scenario = try Scenario(try .example()).press("Space", "Space", "X", "2")
    XCTAssertEqual(scenario.message, "已开出 2 家到公海. 60 秒内按 u 收回")
    scenario.wait(61_000).press("u")
    XCTAssertEqual(scenario.message, "超过 60 秒, 收不回了")
    XCTAssertEqual(scenario.press("u").message, "没有可以撤销的")
    XCTAssert(scenario.title.contains("6/300"))
  }

  // MARK: others

  func testWhatOthersTakeStaysInPlace() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor).press("j")
    let row = scenario.canvas.caret?.row
    floor.now = floor.moment(daysAgo: -1, hour: 0)
    try floor.tick()
    scenario.wait(600)
    XCTAssertEqual(scenario.canvas.caret?.row, row)
    XCTAssert(scenario.selected.contains("昆山青苇"))
    XCTAssert(scenario.selected.contains("已离库"))
  }

  private func names(_ scenario: Scenario) -> [String] {
    scenario.screen[3..<20].filter { $0.count > 5 }.map { row in
      String(row.dropFirst(5).prefix { $0 != " " })
    }
  }

  /// R2.6: who stands in has the other's customers in a view of their own, and works them there; the other sees who does.
  func testWhatOneCovers() throws {
    let floor = try DeskFloor.example()
    let mine = try Scenario(floor)
    XCTAssertFalse(mine.press("9").shows("代管"), "there is nothing to be covered")
    try floor.cover(.zhang, by: .zhou)
    let scenario = try Scenario(floor, as: .zhou).press("g", "1", "9")
    XCTAssert(scenario.message.hasPrefix("何小满 请假, 今天由你代管"), scenario.message)
    XCTAssert(scenario.press("X").message.hasPrefix("代管的客户"), scenario.message)
    scenario.press("w").type("采购说下周定").press("Esc")
    XCTAssert(try Scenario(floor).message.hasPrefix("你请假到"))
  }
}
