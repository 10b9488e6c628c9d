import Desk
import Domain
import TestSupport
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
}
