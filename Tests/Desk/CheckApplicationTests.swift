import Desk
import DeskFixtures
import Domain
import XCTest

/// What one applies for from the check, and what support answers there (R5.8).
final class CheckApplicationTests: XCTestCase {
  private func floor() throws -> DeskFloor {
    let floor = try DeskFloor.sea()
    try floor.enter("昆山青竹电缆厂", by: .li, daysAgo: 3)
    return floor
  }

  /// The check of a customer of li's, carried over into an application by r.
  private func applied(_ floor: DeskFloor) throws -> Scenario {
    let scenario = try Scenario(floor).press("g", "4").type("昆山青竹电缆有限公司").press("Tab")
    scenario.type("0512-69990041").press("Tab").type("无").press("Enter", "r")
    XCTAssertEqual(scenario.message, "申请还缺: 地址, 备注. 补上按 Enter 送支持")
    scenario.type("昆山前进路8号").press("Enter")
    XCTAssertEqual(scenario.message, "申请还缺: 备注. 补上按 Enter 送支持")
    return scenario.type("老同学的厂").press("Enter")
  }

  func testWhatWasTypedGoesWithIt() throws {
    let scenario = try applied(floor())
    XCTAssert(scenario.message.hasPrefix("申请已送支持: 昆山青竹电缆有限公司"))
    XCTAssert(scenario.press("3").selected.contains("待支持答复 昆山青竹电缆有限公司"))
    XCTAssert(scenario.shows("电话 0512-69990041  传真 无  地址 昆山前进路8号"))
    XCTAssert(scenario.message.hasPrefix("等支持答复, 最迟 11-30 24:00"))
  }

  func testEscAppliesForNothing() throws {
    let scenario = try Scenario(floor()).press("g", "4").type("昆山青竹电缆有限公司").press("Enter", "r", "Esc", "3")
    XCTAssertEqual(scenario.message, "没有申请. 查撞单时按 r 申请")
  }

  func testWhereOneMayEnterOrPickNobodyIsAsked() throws {
    let scenario = try Scenario(floor()).press("g", "4").type("苏州日东精密电子有限公司").press("Esc", "r")
    XCTAssertEqual(scenario.message, "没有撞单, 自己录入就行 (+), 不用申请")
    scenario.press("e", "^U").type("苏州澄明精密电子有限公司").press("Esc", "r")
    XCTAssertEqual(scenario.message, "在公海, 自己挑入就行 (p), 不用申请")
  }

  func testItIsWithdrawn() throws {
    let scenario = try applied(floor()).press("3", "-")
    XCTAssertEqual(scenario.message, "已撤回 昆山青竹电缆有限公司 的申请")
    XCTAssert(scenario.wait(600).selected.contains("已撤回"))
  }

  // MARK: support

  private func support(_ floor: DeskFloor) throws -> Scenario {
    _ = try applied(floor)
    return try Scenario(floor, as: .shen).press("g", "4")
  }

  func testSupportSeesWhatWaitsAndWhatWasFound() throws {
    let scenario = try support(floor())
    XCTAssert(scenario.choices.hasSuffix("[4待答申请] 5待判撞单"))
    XCTAssert(scenario.selected.contains("昆山青竹电缆有限公司"))
    XCTAssert(scenario.shows("不可跟 昆山青竹电缆厂             一部 江立秋"))
    XCTAssert(scenario.shows("备注  老同学的厂"))
  }

  /// Allowed once: the applicant's form is filled in, and Enter enters it.
  func testPlusLetsTheApplicantEnter() throws {
    let floor = try floor()
    let scenario = try support(floor).press("+")
    XCTAssertEqual(scenario.message, "已准 昆山青竹电缆有限公司: 申请人自己录入")
    let agent = try Scenario(floor).press("g", "4", "Esc", "3")
    XCTAssert(agent.message.hasPrefix("可以录入: 11-30 24:00 前, 只这一家, 只一次"))
    XCTAssertEqual(agent.press("Enter").message, "支持准了: 按 Enter 录入. 只这一家, 只一次")
    agent.press("Enter")
    XCTAssert(agent.message.hasPrefix("已录入 昆山青竹电缆有限公司"))
    XCTAssert(agent.title.contains("私海 何小满"))
    XCTAssert(agent.press("Esc", "3").selected.contains("已录入"), "no field has the keys any more")
  }

  /// What is typed there is no filter.
  func testTheReasonOfARefusalHasItsOwnHints() throws {
    let hints = try support(try floor()).press("-").hints
    XCTAssert(hints.hasPrefix("Enter答复 Esc先不答"), hints)
  }

  func testTheHitBelowIsGranted() throws {
    let floor = try floor()
    // A collision of it leaves it unprotected; else no answer moves it.
    try floor.enter("苏州观澜电缆厂", by: .zhou, daysAgo: 3, phone: "0512-60990001")
    try floor.change(try floor.customer("青竹"), by: .li) { $0.phones = ["0512-60990001"] }
    let scenario = try support(floor).press("Tab", "+")
    XCTAssertEqual(scenario.message, "已给申请人: 昆山青竹电缆有限公司")
    let agent = try Scenario(floor).press("g", "4", "Esc", "3")
    XCTAssert(agent.selected.contains("已批"))
    XCTAssert(agent.press("Enter").title.contains("私海 何小满"))
    agent.press("6")
    XCTAssert(agent.shows("已批给 何小满 昆山青竹电缆有限公司  老同学的厂  沈清明"), "R10.1: applications have their tab")
  }

  func testARefusalSaysWhy() throws {
    let floor = try floor()
    let scenario = try support(floor).press("-", "Enter")
    XCTAssertEqual(scenario.message, "写一句理由, 申请人会看到")
    scenario.type("江立秋在跟").press("Enter")
    XCTAssert(scenario.message.hasPrefix("已驳回 昆山青竹电缆有限公司"))
    XCTAssertEqual(try Scenario(floor).press("g", "4", "Esc", "3").message, "已驳回: 江立秋在跟")
  }
}
