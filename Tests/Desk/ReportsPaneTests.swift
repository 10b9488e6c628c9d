import Assets
import DeskFixtures
import Domain
import HouseFixtures
import Services
import TerminalKit
import XCTest

@testable import Desk

/// The reports on the screen (R8.5): which, of which days and by what is chosen by key, and every figure opens.
final class ReportsPaneTests: XCTestCase {
  private func reports(
    language: Language = .chinese, size: Size = Size(rows: 24, columns: 80), manner: Manner = Manner()
  ) throws -> Scenario {
    try Scenario(try .evening(of: 2), as: .lin, language: language, size: size, manner: manner).press(
      "g", "9")
  }

  func testHowItLooks() throws {
    for language in Language.allCases {
      try assertGolden(try reports(language: language).wait(100).canvas, "reports-\(language.rawValue)")
    }
    try assertGolden(try reports(size: Size(rows: 40, columns: 120)).wait(100).canvas, "reports-wide")
    let days = try reports()
    days.chrome = .lines
    try assertGolden(days.press("o", "3").canvas, "reports-days")
  }

  func testAnAgentSeesHisOwnAndWhoSeesNoCustomerNone() throws {
    let scenario = try Scenario(try .evening(of: 2)).press("g", "9")
    XCTAssertTrue(scenario.screen[3].contains("何小满"), scenario.screen[3])
    XCTAssertTrue(scenario.screen[4].contains("合计"), scenario.screen[4])
  }

  /// The figure in brackets is the one that opens, and its line those it is of.
  func testEveryFigureOpensItsCustomers() throws {
    let scenario = try reports()
    XCTAssertTrue(scenario.screen[2].contains("[电话]"))
    XCTAssertTrue(scenario.selected.contains("何小满"))
    XCTAssertTrue(scenario.press("Tab").screen[2].contains("[有效]"))
    XCTAssertTrue(scenario.press("Shift-Tab", "Shift-Tab").screen[2].contains("[出库]"), "round, and into view")
    XCTAssertEqual(scenario.press("Enter").message, "这个数背后没有客户")
    scenario.press("Tab", "Enter")
    XCTAssertTrue(scenario.title.hasPrefix("何小满 电话 1  1 家"), scenario.title)
    XCTAssertTrue(scenario.selected.contains("常熟溪山电缆有限公司") && scenario.selected.contains("接通"))
    XCTAssertTrue(scenario.press("Enter").title.contains("溪山"), scenario.title)
    XCTAssertTrue(scenario.press("Esc", "Esc").title.hasPrefix("报表"))
    XCTAssertTrue(scenario.press("End", "Enter").title.hasPrefix("合计 电话 7  7 家"), scenario.title)
  }

  /// What stands behind a figure can be marked, and the acts on marked ones are for it (R11.8).
  func testTheListIsACampaign() throws {
    let scenario = try reports().press("End", "Enter", "Space", "Space", ":").type("标签 展会").press("Enter")
    XCTAssertEqual(scenario.message, "已改 2 家. u 撤销")
    XCTAssertTrue(scenario.press("Home", "Enter").shows("展会"))
  }

  func testByWhatAndWhichDays() throws {
    let scenario = try reports()
    XCTAssertEqual(scenario.press("o").choices, "1人 2部门 3日 4周 5月 6今天 7本周 8本月 9近90天")
    XCTAssertTrue(scenario.press("2").title.contains("按部门"), scenario.title)
    XCTAssertTrue(scenario.screen[3].contains("三部"))
    XCTAssertTrue(scenario.press("o", "6").title.contains("2026-11-26 > 11-26"), scenario.title)
    XCTAssertTrue(scenario.press("[").title.contains("2026-11-25 > 11-25"), scenario.title)
    XCTAssertTrue(scenario.press("o", "8", "[").title.contains("2026-10-01 > 10-31"), scenario.title)
    XCTAssertTrue(scenario.press("]").title.contains("2026-11-01 > 11-26"), scenario.title)
    XCTAssertEqual(scenario.press("]").message, "再往后还没有数")
    XCTAssertTrue(scenario.press("o", "7").title.contains("2026-11-23 > 11-26"), scenario.title)
    XCTAssertTrue(scenario.press("[").title.contains("2026-11-16 > 11-22"), scenario.title)
    XCTAssertTrue(scenario.press("o", "9").title.contains("2026-08-29 > 11-26"), scenario.title)
    XCTAssertTrue(scenario.press("[").title.contains("2026-05-31 > 08-28"), scenario.title)
  }

  /// A figure that is reckoned from others has no customers of its own, and says so.
  func testTheFunnel() throws {
    let scenario = try reports().press("2")
    XCTAssertTrue(scenario.selected.contains("电话联系"))
    XCTAssertTrue(scenario.selected.contains("==="))
    XCTAssertEqual(scenario.press("Tab", "Tab", "Enter").message, "这个数是算出来的, 背后没有客户名单")
    XCTAssertFalse(scenario.shows("合计"))
  }

  func testEveryReportHasItsDigit() throws {
    let scenario = try reports()
    for (digit, name) in zip(1...7, ["电话", "漏斗", "公海进出", "龙虎榜", "目标", "计划", "沉睡客户"]) {
      XCTAssertTrue(scenario.press("\(digit)").choices.contains("[\(digit)\(name)"), scenario.choices)
      XCTAssertFalse(scenario.shows("读取中"), name)
    }
  }

  func testTheFilterNarrowsTheLines() throws {
    let scenario = try reports().press("f").type("小满").press("Enter")
    XCTAssertTrue(scenario.screen[3].contains("何小满") && scenario.screen[4].contains("合计"))
    XCTAssertFalse(scenario.shows("销售1"))
  }

  /// S65: who has it read aloud hears the figure, and no glyphs.
  func testReadAloud() throws {
    let scenario = try reports(manner: Manner(isPlain: true)).press("Tab")
    XCTAssertTrue(scenario.message.contains("有效 1"), scenario.message)
    XCTAssertFalse(scenario.screen.contains { $0.contains("==") })
  }

  /// What others do comes in without a key, but a report is not counted anew with each of their writes.
  func testItIsCountedAnewInAWhile() throws {
    let scenario = try reports()
    let floor = scenario.floor
    try floor.note(try floor.customer("溪山"), daysAgo: 0, hour: 11, "要看样品")
    XCTAssertTrue(scenario.wait(5_000).selected.contains("何小满        1 "), scenario.selected)
    XCTAssertTrue(scenario.wait(30_000).selected.contains("何小满        2 "), scenario.selected)
  }

  /// R2.2: who sees nobody's work has no reports.
  func testWhoHasReports() throws {
    let floor = try DeskFloor.evening()
    let house = try floor.open()
    let admin = try XCTUnwrap(try Reading.firstAdministrator(in: house))
    func closed(_ role: Role) throws -> String? {
      let id = try AddPerson(login: "new-\(role.rawValue)", name: "新人", department: "三部", roles: [role])
        .perform(by: admin.id, at: floor.now, in: house)
      let session = try Session(house.ground(of: id, at: floor.now), words: Words(.chinese))
      return PaneID.reports.closed(to: session)
    }
    for role in [Role.agent, .manager, .director, .support, .clerk] { XCTAssertNil(try closed(role)) }
    for role in [Role.reception, .admin] { XCTAssertEqual(try closed(role), "reports.closed") }
  }

  // MARK: the wallboard

  func testTheWallboard() throws {
    let scenario = try reports().press("8")
    XCTAssertTrue(scenario.title.hasPrefix("实况  0/4 人在通话"), scenario.title)
    XCTAssertTrue(scenario.selected.contains("何小满") && scenario.selected.contains("空闲"), scenario.selected)
    let floor = scenario.floor
    try DialNumber(of: try floor.customer("溪山")).perform(
      by: floor.id(.zhang), at: floor.now, in: floor.open())
    scenario.wait(1_000)
    XCTAssertTrue(scenario.title.hasPrefix("实况  1/4 人在通话"), "it looks again by itself: \(scenario.title)")
    XCTAssertTrue(scenario.selected.contains("通话 0:"), scenario.selected)
    XCTAssertTrue(scenario.press("Enter").title.hasPrefix("何小满 电话 1"), scenario.title)
    XCTAssertTrue(scenario.press("Esc", "Esc").title.hasPrefix("报表"))
  }

  // MARK: a signing rings (R11.9)

  /// The amount as the order says it, and of the customer nothing.
  func testASigningRingsOnEveryScreen() throws {
    let floor = try DeskFloor.evening(of: 2)
    let customers = [try floor.customer("溪山"), try floor.customer("暮云")]
    try floor.sign(customers[0], by: .zhang, opened: nil)
    let li = try Scenario(floor, as: .li)
    XCTAssertFalse(li.wait(1_000).message.contains("敲锣"), "what was signed before he came is no news")
    try floor.sign(customers[1], by: .zhang, opened: nil)
    XCTAssertTrue(li.wait(1_000).message.hasPrefix("敲锣! 何小满(三部) 签单 "), li.message)
    XCTAssertFalse(li.message.contains("暮云"))
    XCTAssertEqual(li.bells, 0, "a bell is for who wants it")
    let lin = try Scenario(floor, as: .lin)
    try floor.sign(try floor.customer("晚照"), by: .zhang, opened: nil)
    XCTAssertFalse(lin.wait(1_000).message.contains("敲锣"), "who confirmed it knows")
    XCTAssertTrue(li.wait(1_000).message.contains("敲锣"))
    XCTAssertFalse(li.press("Space").wait(1_000).message.contains("敲锣"), "once")
  }

  func testABellForWhoWantsIt() throws {
    let floor = try DeskFloor.evening(of: 2)
    try KeepPreferences(rings: true).perform(by: floor.id(.li), at: floor.now, in: floor.open())
    let li = try Scenario(floor, as: .li)
    try floor.sign(try floor.customer("溪山"), by: .zhang, opened: nil)
    XCTAssertEqual(li.wait(1_000).bells, 1)
    XCTAssertEqual(li.wait(1_000).bells, 1)
  }
}
