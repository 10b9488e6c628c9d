import Desk
import DeskFixtures
import Domain
import XCTest

/// A number typed or pasted anywhere leads to its customer, or to the check (R5.11).
final class CallerTests: XCTestCase {
  func testInAFilterEnterGoesToItsCustomerThoughTheListHasHimNot() throws {
    let scenario = try Scenario(try .sea()).press("f").type("0512 6000 1003")
    XCTAssertEqual(scenario.message, "Enter 看 0512 6000 1003 是谁: 列表外的也找, 没有就去查撞单")
    scenario.press("Enter")
    XCTAssert(scenario.title.hasPrefix("客户 苏州落霞精密模具有限公司"))
    XCTAssert(scenario.shows("0512-6****03"))
    XCTAssertFalse(scenario.shows("0512-6000 1003"), "masked: it is in the sea")
    XCTAssert(scenario.press("Esc").choices.hasSuffix("筛选:无"))
  }

  func testAPastedNumberIsOneKey() throws {
    let scenario = try Scenario(try .sea()).press("j").paste("+86 512 6000 1003\n")
    XCTAssert(scenario.title.hasPrefix("客户 苏州落霞精密模具有限公司"))
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
  }

  func testInThePaletteItIsALine() throws {
    for query in ["0512-60001003", ":0512-60001003"] {
      let scenario = try Scenario(try .sea()).press("?").type(query)
      XCTAssert(scenario.shows("> Enter"), query)
      XCTAssert(scenario.press("Enter").title.hasPrefix("客户 苏州落霞精密模具有限公司"), query)
    }
  }

  func testANumberNobodyHasLeadsToTheCheck() throws {
    let scenario = try Scenario(try .sea()).paste("0512-6999 9999")
    XCTAssert(scenario.title.hasPrefix("撞单与录入"))
    XCTAssert(scenario.shows("电话  0512-6999 9999"))
    XCTAssert(scenario.press("Esc", "Esc").title.hasPrefix("我的机会"))
    XCTAssert(try Scenario(try .sea()).paste("13800138000").shows("手机  13800138000"))
  }

  /// Of somebody else's customer no more is told than the check may tell (R5.4).
  func testACustomerOfSomebodyElseIsToldOfByTheCheck() throws {
    let floor = try DeskFloor.sea()
    try floor.enter("无锡雨巷包装有限公司", by: .li, daysAgo: 3, phone: "0510-88887777")
    let scenario = try Scenario(floor).paste("0510-88887777")
    XCTAssert(scenario.title.hasPrefix("撞单与录入"))
    XCTAssert(scenario.shows("不可跟") && scenario.shows("江立秋"))
  }

  func testWhatIsNoNumberIsNotLookedFor() throws {
    XCTAssert(try Scenario(try .sea()).paste("12345678901234567890").message.contains("不是号码"))
    XCTAssert(try Scenario(try .sea()).paste("123456").message.contains("这里不收"))
    XCTAssert(try Scenario(try .sea()).paste("0512-60001003\n0512-60001004").message.contains("2 行"))
  }

  func testWhateverIsDoneMeanwhileCallsItOff() throws {
    let scenario = try Scenario(try .sea())
    scenario.holdErrands()
    scenario.paste("0512-60001003").press("j")
    scenario.release()
    XCTAssert(scenario.title.hasPrefix("我的机会"))
  }
}
