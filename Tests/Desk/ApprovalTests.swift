import Desk
import DeskFixtures
import Domain
import TerminalKit
import XCTest

/// The queue of approvals (R8.4), and what each answer does (R4.8, R4.18).
final class ApprovalTests: XCTestCase {
  private func queue(_ size: Size = Size(rows: 24, columns: 80)) throws -> Scenario {
    try Scenario(try .requests(), as: .lin, size: size).press("g", "8")
  }

  func testOnlyWhatIsAskedUnderOnesDepartment() throws {
    let scenario = try queue()
    XCTAssert(scenario.choices.hasPrefix("[1待批3] 2流出预告 3已答0"))
    XCTAssert(scenario.title.contains("待批3"))
    XCTAssert(scenario.shows("苏州落霞精密模具有~  追回      何小满"))
    XCTAssert(scenario.shows("昆山青苇包装有限公司 延期 5天  何小满   等预算     今 24:00    12-01 24:00"))
    XCTAssertFalse(scenario.shows("太仓听澜"))
    try assertGolden(scenario.canvas, "approvals-zh-Hans")
  }

  func testInEnglishAndOnAWideScreen() throws {
    let english = try Scenario(try .requests(), as: .lin, language: .english).press("g", "8", "j")
    try assertGolden(english.canvas, "approvals-en")
    let wide = try queue(Size(rows: 40, columns: 120)).press("j")
    XCTAssert(wide.shows("理由: 等预算") && wide.shows("v 0512-6000"))
  }

  func testWhoMayNotAnswerIsToldSo() throws {
    let scenario = try Scenario(try .requests()).press("g")
    XCTAssert(scenario.choices.contains("(8审批)"))
    XCTAssertEqual(scenario.press("8").message, "审批要经理或总监的权限")
    XCTAssert(scenario.title.hasPrefix("我的机会"))
    XCTAssert(scenario.press("?").type("审批").shows("(g8)"))
    XCTAssertEqual(scenario.press("Enter").message, "审批要经理或总监的权限")
  }

  /// A long reason takes the rows that the list leaves free, and stands there whole.
  func testALongReasonIsNotCut() throws {
    let floor = try DeskFloor.example()
    let reason = String(repeating: "他们年底以前要和三家供应商比价, ", count: 6) + "等他们定"
    try floor.ask(CustomerID(1), days: 3, reason)
    let scenario = try Scenario(floor, as: .lin).press("g", "8")
    let shown = scenario.screen.joined().filter { $0 != " " }
    XCTAssert(shown.contains(reason.filter { $0 != " " }), scenario.screen.joined(separator: "\n"))
    XCTAssert(scenario.shows("起在手"))
  }

  func testPlusGrantsAndGoesOn() throws {
    let scenario = try queue().press("j", "+")
    XCTAssertEqual(scenario.message, "已批准: 昆山青苇包装有限公司")
    XCTAssert(scenario.choices.contains("[1待批2]") && scenario.choices.contains("3已答1"))
    XCTAssert(scenario.selected.contains("无锡拾光"))
    XCTAssert(scenario.press("3").shows("林白露 今 14:32 已准"))
    let agent = try Scenario(scenario.floor)
    XCTAssert(agent.selected.contains("昆山青苇"))
    XCTAssert(agent.selected.contains("12-01 5天"))
  }

  func testATakeBackBringsTheCustomerHome() throws {
    let scenario = try queue().press("+")
    XCTAssertEqual(scenario.message, "已批准: 苏州落霞精密模具有限公司")
    XCTAssert(try Scenario(scenario.floor).shows("苏州落霞"))
  }

  func testMinusAsksWhyAndTheAskerReadsIt() throws {
    let scenario = try queue().press("j", "-")
    XCTAssert(scenario.title.hasPrefix("不准 1 个申请"))
    XCTAssertEqual(scenario.press("Enter").message, "写一句为什么再按 Enter")
    scenario.type("上月延过一次").press("Enter")
    XCTAssertEqual(scenario.message, "已驳回: 昆山青苇包装有限公司. 申请人会看到你写的")
    XCTAssert(scenario.press("3").shows("已驳回: 上月延过一次"))
    XCTAssert(try Scenario(scenario.floor).press("Enter", "6").shows("已驳回: 上月延过一次"))
  }

  func testEscLeavesItOpen() throws {
    let scenario = try queue().press("-").type("不行").press("Esc")
    XCTAssert(scenario.choices.contains("[1待批3]"))
  }

  func testTheMarkedAreAnsweredTogether() throws {
    let scenario = try queue().press("*")
    XCTAssert(scenario.choices.contains("标记3"))
    XCTAssertEqual(scenario.press("+").message, "已批准 2 个. 1 个没成: 无锡拾光纺织有限公司: 你没有「批申请」的权限")
    XCTAssert(scenario.choices.contains("[1待批1]"))
    XCTAssert(scenario.selected.contains("要总监批"))
    XCTAssertEqual(scenario.press("+").message, "这么多天要总监批; 你可以按 - 不准")
    XCTAssert(scenario.hints.hasPrefix("(+批准) -不准"))
  }

  func testSomebodyElseWasQuicker() throws {
    let scenario = try queue().press("j")
    let other = try Scenario(scenario.floor, as: .lin).press("g", "8", "j", "+")
    XCTAssertEqual(other.message, "已批准: 昆山青苇包装有限公司")
    XCTAssertEqual(scenario.press("+").message, "林白露 已经答复过了 (今 14:32)")
    XCTAssertFalse(scenario.shows("昆山青苇"))
  }

  func testEnterOpensTheCustomerAndEscComesBack() throws {
    let scenario = try queue().press("j", "Enter")
    XCTAssert(scenario.title.hasPrefix("客户 昆山青苇"))
    XCTAssert(scenario.press("6").shows("延期 5天"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("审批"))
    XCTAssert(scenario.selected.contains("昆山青苇"))
    XCTAssert(scenario.press("=").title.hasPrefix("依据"))
  }

  func testNothingWaits() throws {
    let scenario = try Scenario(try .example(), as: .lin).press("g", "8")
    XCTAssert(scenario.shows("没有等你批的申请"))
    XCTAssertEqual(scenario.press("+").message, "没有选中的申请")
    XCTAssertFalse(scenario.title.contains("待批"))
  }
}
