import Desk
import DeskFixtures
import Domain
import XCTest

/// What is about to flow back, and the fuse, before a manager (R4.13).
final class ForecastTests: XCTestCase {
  private func forecast(_ floor: DeskFloor) throws -> Scenario {
    try Scenario(floor, as: .lin).press("g", "8", "2")
  }

  func testTheForecastCountsByAgent() throws {
    let scenario = try forecast(try .example())
    XCTAssert(scenario.shows("到 明 24:00 会流出 3 家; 全公司在库 8 家"))
    XCTAssert(scenario.selected.contains("何小满") && scenario.selected.hasSuffix("3"))
    XCTAssertEqual(scenario.press("+").message, "没有要确认的, 到期照常流出")
    XCTAssert(scenario.press("-").message.contains("没有要退的"))
  }

  /// The manager sees the list before he confirms, with what was agreed for later.
  func testEnterShowsWhichCustomers() throws {
    let scenario = try forecast(try .example()).press("Enter")
    XCTAssert(scenario.title.hasPrefix("流出预告  何小满(三部)  3"), scenario.title)
    XCTAssert(scenario.message.contains("其中 1 家约了下次联系"))
    XCTAssert(scenario.selected.contains("苏州日东精密电子有限公司") && scenario.selected.contains("今 24:00"))
    XCTAssert(scenario.screen.contains { $0.contains("无锡拾光纺织") && $0.contains("今 16:30") })
    XCTAssert(scenario.press("Enter").title.hasPrefix("客户 苏州日东精密电子有限公司"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("流出预告  何小满"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("审批"))
    XCTAssert(scenario.selected.contains("何小满"))
  }

  func testTheListInEnglishSaysWhatIsHeldBack() throws {
    let floor = try DeskFloor.flood()
    floor.goToMidnight()
    try floor.engineTick()
    let scenario = try Scenario(floor, as: .lin, language: .english).press("g", "8", "2", "Enter")
    XCTAssert(scenario.title.hasPrefix("Forecast  何小满 (三部)  61"), scenario.title)
    XCTAssert(scenario.message.contains("agreed with 0 of them"), scenario.message)
    XCTAssert(scenario.selected.contains("苏州潮音1号") && scenario.selected.hasSuffix("Held back"))
  }

  func testTooMuchIsConfirmedByTheCountAlone() throws {
    let scenario = try forecast(try .flood())
    XCTAssert(scenario.shows("一天里太多: 没人确认, 到时保险会断, 一家也不放"))
    scenario.press("+", "Enter", "+", "Space")
    XCTAssert(scenario.title.hasPrefix("确认放出"))
    scenario.type("61")
    XCTAssertEqual(scenario.message, "已确认: 到期照常流出")
    XCTAssert(scenario.shows("你已经确认: 到期照常流出"))
    XCTAssertEqual(scenario.press("+").message, "没有要确认的, 到期照常流出")
    scenario.floor.goToMidnight()
    try scenario.floor.engineTick()
    XCTAssert(try Scenario(scenario.floor).title.contains(" 0/300"))
  }

  func testABlownFuseShowsClockAndCountsAndKeepsAllTillTheCountIsTyped() throws {
    let floor = try DeskFloor.flood()
    try floor.engineTick()
    floor.goToMidnight()
    try floor.engineTick()
    let scenario = try forecast(floor)
    XCTAssert(scenario.shows("保险断了 (一天太多, 11-27 周五 00:00): 压着 61 家, 谁也没少"))
    XCTAssert(scenario.shows("系统时间 11-27 周五 00:00, 上次运行 11-26 周四 14:32"))
    try assertGolden(scenario.canvas, "fuse-zh-Hans")
    scenario.press("+").type("6").press("Esc")
    XCTAssert(try Scenario(floor).title.contains("61/300"))
    scenario.press("+").type("6").press("Enter").type("1")
    XCTAssertEqual(scenario.message, "已放 61 家到公海, 续过的没有放")
    XCTAssert(try Scenario(floor).title.contains(" 0/300"))
    XCTAssertFalse(scenario.shows("保险断了"))
  }

  func testAWrongCountReleasesNobody() throws {
    let floor = try DeskFloor.flood()
    floor.goToMidnight()
    try floor.engineTick()
    let scenario = try forecast(floor).press("+").type("16").press("Enter").type("99")
    XCTAssert(scenario.title.hasPrefix("确认放出"))
    XCTAssert(try Scenario(floor).title.contains("61/300"))
  }
}
