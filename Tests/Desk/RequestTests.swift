import Desk
import DeskFixtures
import Domain
import TerminalKit
import XCTest

/// What is asked for with `r` (R4.8), and the customers it is asked for.
final class RequestTests: XCTestCase {
  func testOnlyWhatCanBeAskedForIsOffered() throws {
    let scenario = try Scenario(try .example()).press("r")
    XCTAssertEqual(scenario.choices.trimmed, "1延期 2战败 3合作 4作废 6配对 8录订单")
    XCTAssert(scenario.message.hasPrefix("为 苏州日东精密电子有限公司 申请什么?"))
    XCTAssert(scenario.press("5").message.contains("没有用"))
    XCTAssert(scenario.press("Enter", "r").choices.hasPrefix("1延期"))
  }

  /// No clock runs on a signed customer (R4.8): there is nothing to extend.
  func testNoExtensionIsOfferedWhereNoClockRuns() throws {
    let floor = try DeskFloor()
    try floor.sign(try floor.enter("苏州日东精密电子有限公司", daysAgo: 30), opened: "2026-11-01")
    let scenario = try Scenario(floor).press("r")
    XCTAssertEqual(scenario.choices.trimmed, "2战败 3合作 4作废 6配对 8录订单")
    XCTAssert(scenario.press("1").message.contains("没有用"))
    XCTAssertEqual(scenario.press("Enter", "r").choices.trimmed, "2战败 3合作 4作废 6配对 8录订单")
  }

  func testTwoKeysAndEnterAskForWhatIsUsual() throws {
    let scenario = try Scenario(try .example()).press("r", "1")
    XCTAssert(scenario.shows("批准后到期 今 24:00 > 12-01 24:00. 林白露 批"))
    try assertGolden(scenario.canvas, "extension-zh-Hans")
    XCTAssert(scenario.press("Enter").message.hasPrefix("苏州日东精密电子有限公司 的延期已送 林白露"))
    XCTAssert(scenario.title.hasPrefix("我的机会"))
    let asked = try scenario.floor.requests(of: CustomerID(1))
    XCTAssertEqual(asked.map(\.days), [5])
    XCTAssertEqual(asked.map(\.reason), ["还在谈"])
  }

  func testDaysAndReasonAreTyped() throws {
    let scenario = try Scenario(try .example()).press("r", "1").type("８").press("Tab").type("等预算")
    XCTAssert(scenario.shows("> 12-04 24:00. 管理员 批"))
    scenario.press("Enter")
    XCTAssert(scenario.message.contains("已送 管理员"))
    XCTAssertEqual(try scenario.floor.requests(of: CustomerID(1)).map(\.reason), ["等预算"])
  }

  func testDaysOutOfRangeAskForNothing() throws {
    for typed in ["0", "31", "三天"] {
      let scenario = try Scenario(try .example()).press("r", "1").type(typed)
      XCTAssert(scenario.shows("天数写 1 到 30"))
      XCTAssertEqual(scenario.press("Enter").message, "天数写 1 到 30")
      XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
      XCTAssertEqual(try scenario.floor.requests(of: CustomerID(1)).count, 0)
    }
  }

  /// W25
  func testTheSecondOfAMonthIsRefusedAndSaysWhen() throws {
    let scenario = try Scenario(try .example()).press("r", "1", "Enter").wait(1_000).press(
      "j", "r", "1", "Enter")
    XCTAssert(scenario.message.hasPrefix("本月的延期用过了"))
    XCTAssert(scenario.message.contains("12-01 起可再申请"))
    XCTAssert(scenario.shows("申请延期"))
  }

  func testEnterTwiceAsksOnce() throws {
    let scenario = try Scenario(try .example()).press("r", "1").burst("Enter", "Enter")
    XCTAssert(scenario.title.hasPrefix("我的机会"))
    XCTAssertEqual(try scenario.floor.requests(of: CustomerID(1)).count, 1)
  }

  func testWhatIsAskedForStandsInAViewOfItsOwn() throws {
    let scenario = try Scenario(try .example())
    XCTAssert(scenario.choices.contains("6待批0 7流走的"))
    XCTAssert(scenario.press("6").shows("没有等着批的申请"))
    scenario.press("1", "r", "1", "Enter")
    XCTAssert(scenario.choices.contains("6待批1"))
    XCTAssert(scenario.selected.hasPrefix("> !  苏州日东精密电子有限公司"))
    XCTAssert(scenario.selected.contains("明 24:00   待批"))
    XCTAssert(scenario.press("6").screen[20].contains("明 24:00 流公海. 延期待批."))
    XCTAssert(scenario.press("=").shows("今 14:32 申请延期 5天: 等答复, 最晚 明 24:00"))
  }

  /// Till the customer is read nobody knows whose it is.
  func testAKeyQuickerThanTheBaseOffersNothingWrong() throws {
    let scenario = try Scenario(try .example())
    scenario.holdErrands()
    XCTAssertEqual(scenario.press("Enter", "r").message, "读取中")
    scenario.release()
    XCTAssert(scenario.press("r").choices.hasPrefix("1延期"))
  }

  func testAGrantedExtensionIsToldInTheWhy() throws {
    let floor = try DeskFloor.example()
    try floor.answer(try floor.ask(CustomerID(1)), granted: true)
    let scenario = try Scenario(floor).press("f").type("日东").press("Enter", "Enter")
    XCTAssert(scenario.shows("12-01 24:00 流公海. 已延期."))
    XCTAssert(scenario.press("=").shows("今 14:32 申请延期 5天: 林白露 今 14:32 已准"))
  }

  func testEnglishHasRoomForAllViews() throws {
    let scenario = try Scenario(try .example(), language: .english).press("Space")
    XCTAssert(scenario.choices.contains("6asked 0 7lost"))
    scenario.press("r", "1")
    XCTAssert(scenario.shows("If granted, due today 24:00 > 12-01 24:00. 林白露 answers"))
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
