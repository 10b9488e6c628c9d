import Desk
import DeskFixtures
import Domain
import XCTest

/// What comes into force holds in screens that are open (R4.15), and what of the engine shows there (R4.13).
final class RuleChangeTests: XCTestCase {
  func testAnOpenScreenTakesUpAnAdoptedPolicy() throws {
    let scenario = try Scenario(try .example())
    XCTAssert(scenario.shows("  !  吴江知秋"))
    try scenario.floor.adopt(["warnings": [3, 1]])
    scenario.wait(600)
    XCTAssertEqual(scenario.message, "规则或你的部门变了, 从现在起按新的算")
    XCTAssert(scenario.shows("  .  吴江知秋"))
    XCTAssertFalse(scenario.press("1").wait(600).message.contains("规则"))
  }

  func testAnOpenScreenTakesUpANewCalendar() throws {
    let scenario = try Scenario(try .example()).press("f").type("远帆").press("Enter", "t").type("11-27 10:00")
    XCTAssertFalse(scenario.shows("! 休息日"))
    let holidays = (1...7).map { "2026-10-0\($0),off" } + ["2026-11-27,off"]
    try scenario.floor.adopt([:], calendar: holidays.joined(separator: "\n"))
    XCTAssert(scenario.wait(600).shows("! 休息日"))
  }

  func testWhatDidNotChangeIsNotTold() throws {
    let scenario = try Scenario(try .example()).wait(3_000)
    XCTAssertFalse(scenario.message.contains("规则"))
  }

  // MARK: the engine

  func testAStoppedEngineIsToldByWhatOneCanDo() throws {
    let agent = try Scenario(try .example())
    agent.hear(lastTick: agent.floor.now - 720)
    XCTAssert(agent.title.contains("计时停 14:20"))
    XCTAssertEqual(agent.message, "计时 14:20 起停着: 到期照常算数, 放出会晚一点")
  }

  func testABlownFuseSendsTheManagerToIt() throws {
    let agent = try Scenario(try .example())
    agent.hear(lastTick: agent.floor.now, isFuseBlown: true)
    XCTAssert(agent.title.contains("保险断"))
    XCTAssert(agent.message.contains("今晚先不放客户"))
    let manager = try Scenario(try .example(), as: .lin)
    manager.hear(lastTick: manager.floor.now, isFuseBlown: true)
    XCTAssert(manager.message.hasPrefix("保险断了, 一家也没放: g8 再按 2"))
    XCTAssertFalse(manager.press("g", "8").message.hasPrefix("保险断了"))
  }

  /// R4.5
  func testAYearWithoutATableIsToldAtTheStart() throws {
    let floor = try DeskFloor()
    floor.now = DeskFloor.start + 380 * 86_400
    let scenario = try Scenario(floor)
    XCTAssertEqual(scenario.message, "2028 年没有节假日表, 只按周末算: tideline calendar import 补上")
    XCTAssertFalse(scenario.press("2").message.contains("2028"))
    XCTAssertFalse(try Scenario(try DeskFloor()).message.contains("年没有"))
  }
}
