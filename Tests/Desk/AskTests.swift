import Desk
import DeskFixtures
import Domain
import TerminalKit
import XCTest

/// What is asked with `r` beyond more time, and the manager's answer: lost (R3.9), void (R3.1).
final class AskTests: XCTestCase {
  private func asked(_ reason: String = "2") throws -> Scenario {
    let scenario = try Scenario(try .example()).press("r", "2")
    XCTAssert(scenario.choices.contains("1没有需求 2买了竞品 3没有预算 4联系不上 5其他原因"))
    return scenario.press(reason)
  }

  func testLostTakesAReasonACompetitorAndAWord() throws {
    let scenario = try asked()
    XCTAssert(scenario.shows("申请战败: 买了竞品") && scenario.shows("竞品"))
    XCTAssertEqual(scenario.press("Enter").message, "先写他买了谁家的")
    XCTAssertEqual(scenario.type("云帆").press("Enter").message, "写一句说明, 经理好判断")
    scenario.type("便宜两成, 年签了").press("Enter")
    XCTAssert(scenario.message.hasSuffix("的战败申请已送 林白露. 答复前计时照走"), scenario.message)
    let manager = try Scenario(scenario.floor, as: .lin).press("g", "8")
    XCTAssert(manager.selected.contains("战败") && manager.selected.contains("便宜两成"))
    XCTAssert(manager.shows("买了竞品  竞品 云帆"))
    XCTAssert(manager.selected.contains("90天后公海") && manager.shows("公海 2027-02-24 24:00"))
    XCTAssert(manager.press("+").message.hasPrefix("已批准: "))
    XCTAssertFalse(try Scenario(scenario.floor).shows("便宜两成"))
  }

  func testAnotherReasonNamesNobody() throws {
    let scenario = try asked("4")
    XCTAssert(scenario.shows("申请战败: 联系不上"))
    XCTAssertFalse(scenario.shows("竞品"))
    scenario.type("五次没人接").press("Enter")
    XCTAssert(scenario.message.hasSuffix("答复前计时照走"), scenario.message)
    XCTAssert(scenario.press("r", "2", "4").type("再问一次").press("Enter").message.contains("已经申请过"))
  }

  func testEscAsksForNothing() throws {
    let scenario = try asked("9")
    XCTAssert(scenario.title.hasPrefix("我的机会"), "no reason wears that digit")
    XCTAssert(scenario.press("r", "2", "1").type("不做了").press("Esc").title.hasPrefix("我的机会"))
    let manager = try Scenario(scenario.floor, as: .lin).press("g", "8")
    XCTAssert(manager.shows("没有等你批的申请"))
  }

  /// By name or login; then he sees it whole, and writes his notes (R3.8, R4.9).
  func testAHelperIsAskedForAndWorksOnItToo() throws {
    let scenario = try Scenario(try .example()).press("r", "3")
    XCTAssert(scenario.shows("申请合作"))
    XCTAssertEqual(scenario.press("Enter").message, "先写谁来协作: 姓名或工号")
    scenario.type("没有这个人").press("Tab").type("他认识采购").press("Enter")
    XCTAssert(scenario.message.contains("没有这个人"), scenario.message)
    let helper = "江立秋"
    let again = try Scenario(scenario.floor).press("r", "3").type(helper).press("Tab").type("他认识采购")
    XCTAssert(again.press("Enter").message.contains("合作申请已送 林白露"), again.message)
    let manager = try Scenario(scenario.floor, as: .lin).press("g", "8")
    XCTAssert(manager.selected.contains("合作") && manager.selected.contains("\(helper) 协作"))
    manager.press("+")
    XCTAssert(again.press("Enter").shows("协作 \(helper)"))
    let other = try Scenario(scenario.floor, as: .li).press("g", "6")
    XCTAssert(other.selected.contains("开始协作"), other.selected)
    other.press("Enter")
    XCTAssert(other.shows("0512-6000 1001") && other.hints.contains("w小计"), other.hints)
    try scenario.floor.note(CustomerID(1), by: .li, daysAgo: 0, "一起去谈")
    XCTAssert(try Scenario(scenario.floor).press("g", "6").selected.contains("协作有变"))
  }

  func testAVoidOneIsAskedForAndGranted() throws {
    let scenario = try Scenario(try .example()).press("r", "4")
    XCTAssert(scenario.shows("申请作废"))
    XCTAssertEqual(scenario.press("Enter").message, "写一句说明, 经理好判断")
    scenario.type("同行, 打听价格").press("Enter")
    let manager = try Scenario(scenario.floor, as: .lin).press("g", "8")
    XCTAssert(manager.selected.contains("作废"))
    XCTAssert(manager.press("Enter", "6").shows("同行, 打听价格"))
    XCTAssert(manager.press("Esc", "+").message.hasPrefix("已批准: "))
  }

  func testAManagerTypesItWithAReason() throws {
    let agent = try Scenario(try .example())
    XCTAssert(agent.press(":").type("作废 录错了").shows("作废和停用要经理来做; r 4 可申请"))
    let manager = try Scenario(try .sea(), as: .lin).press("g", "3")
    manager.press(":").type("停用 停业整顿").press("Enter")
    XCTAssert(manager.message.hasPrefix("已停用: "), manager.message)
  }

  func testOnAWideScreenTheFactsStandAboveTheCustomer() throws {
    let scenario = try asked().type("云帆").press("Tab").type("便宜两成").press("Enter")
    let wide = try Scenario(scenario.floor, as: .lin, size: Size(rows: 40, columns: 120)).press("g", "8")
    try assertGolden(wide.canvas, "approvals-wide")
    let card = try Scenario(scenario.floor).press("Enter", "6")
    XCTAssert(card.shows("战败") && card.shows("便宜两成"))
  }
}
