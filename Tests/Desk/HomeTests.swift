import DeskFixtures
import Domain
import Services
import XCTest

/// Each role opens on its work (SCREENS, principle 12).
final class HomeTests: XCTestCase {
  func testWhoChecksOpensOnTheEvening() throws {
    XCTAssertTrue(try Scenario(try .evening(), as: .lin).title.hasPrefix("今天到现在"))
  }

  func testSupportOpensOnWhatWaits() throws {
    XCTAssertTrue(try Scenario(try .evening(), as: .shen).choices.contains("[4"))
  }

  func testTheClerkOpensOnTheOrdersThatWait() throws {
    let floor = try DeskFloor.orders()
    let clerk = try Scenario(floor, as: .lu)
    XCTAssert(clerk.title.hasPrefix("待办订单"))
    XCTAssert(clerk.press("g", "3", "g", "8").title.hasPrefix("待办订单"))
  }

  /// On the list once it was prepared for today, and on the library until then.
  func testWhoCallsOpensOnTheListHePrepared() throws {
    let floor = try DeskFloor.evening()
    XCTAssertTrue(try Scenario(floor).title.hasPrefix("我的机会"))
    floor.now = floor.now + 86_400
    let scenario = try Scenario(floor)
    XCTAssertTrue(scenario.title.hasPrefix("今日名单"), scenario.title)
    XCTAssertTrue(try Scenario(floor, as: .wang).title.hasPrefix("我的机会"), "he prepared none")
    XCTAssertTrue(scenario.press("g", "1", "Esc").title.hasPrefix("今日名单"), "which is where he left from")
    XCTAssertFalse(scenario.press("q").hasQuit)
    XCTAssertTrue(scenario.press("q").hasQuit)
  }

  /// What is agreed rings wherever one opened.
  func testAnAppointmentRingsOnTheListToo() throws {
    let floor = try DeskFloor.evening()
    floor.now = floor.now + 86_400
    try floor.note(
      try floor.customer("溪山"), daysAgo: 0, hour: 9, "约了", .appointment, next: floor.now + 120)
    let scenario = try Scenario(floor).wait(180_000)
    XCTAssertEqual(scenario.bells, 1)
    XCTAssertTrue(scenario.message.contains("常熟溪山电缆"), scenario.message)
  }
}
