import Desk
import DeskFixtures
import Domain
import XCTest

final class AlertTests: XCTestCase {
  func testNewAlertsAreCountedUntilTheyAreSeen() throws {
    let scenario = try Scenario(try .example())
    XCTAssert(scenario.title.contains("提醒12"))
    scenario.press("g", "6")
    XCTAssert(scenario.shows("> 新"))
    XCTAssert(scenario.shows("快流失"))
    XCTAssertFalse(scenario.title.contains("提醒"))
    XCTAssertFalse(scenario.press("g", "1", "g", "6").title.contains("提醒"))
  }

  func testEnterGoesToTheCustomer() throws {
    let scenario = try Scenario(try .example()).press("g", "6", "Enter")
    XCTAssert(scenario.title.contains("私海 何小满"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("消息"))
  }

  func testWhatFlowedBackIsTold() throws {
    let floor = try DeskFloor.example()
    floor.now = floor.moment(daysAgo: -1, hour: 0)
    try floor.tick()
    let scenario = try Scenario(floor).press("g", "6")
    XCTAssert(scenario.shows("流公海"))
  }

  func testWhatFlowedBackIsAskedForHere() throws {
    let scenario = try Scenario(try .losses()).press("g", "6")
    XCTAssert(scenario.selected.contains("流公海"))
    XCTAssert(scenario.message.hasPrefix("r 请经理追回"))
    XCTAssert(scenario.press("r").message.hasPrefix("已请 林白露 追回"))
  }

  func testARefusalSaysWhy() throws {
    let floor = try DeskFloor.example()
    try floor.answer(try floor.ask(CustomerID(1)), granted: false, remark: "上月延过一次")
    let scenario = try Scenario(floor).press("g", "6")
    XCTAssert(scenario.selected.contains("申请驳回") && !scenario.selected.dropFirst(20).contains("14:32"))
    XCTAssertEqual(scenario.message, "驳回的理由: 上月延过一次")
    XCTAssertEqual(scenario.press("r").message, "这条不是流走的, 不用追回")
  }

  /// R4.13
  func testTheAskedForecastLeadsToIt() throws {
    let floor = try DeskFloor.flood()
    floor.now = floor.moment(daysAgo: 0, hour: 15)
    try floor.engineTick()
    let scenario = try Scenario(floor, as: .lin).press("g", "6", "Enter")
    XCTAssert(scenario.choices.contains("[2流出预告]"))
    XCTAssert(scenario.shows("一天里太多"))
  }
}
