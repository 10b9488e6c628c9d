import Desk
import DeskFixtures
import Domain
import XCTest

/// The form of a customer (R5.7, R10.1).
final class FormTests: XCTestCase {
  /// A hand is quicker than the base: what is typed at once is in the form, or asked for, as soon as it is there.
  func testWhatIsTypedBeforeTheCustomerIsReadIsNotLost() throws {
    let floor = try DeskFloor.example()
    let scenario = try Scenario(floor)
    scenario.holdErrands()
    scenario.press("e").press("End").type("甲").press("Tab").type("乙")
    scenario.release()
    XCTAssert(scenario.shows("苏州日东精密电子有限公司甲"))
    XCTAssert(scenario.selected.contains("乙"))
    let asking = try Scenario(floor)
    asking.holdErrands()
    asking.press("r", "1").type("3").press("Tab").type("等预算").press("Enter")
    asking.release()
    XCTAssertEqual(try floor.requests(of: CustomerID(1)).map(\.reason), ["等预算"])
    XCTAssertEqual(try floor.requests(of: CustomerID(1)).map(\.days), [3])
  }

  private func form() throws -> Scenario { try Scenario(try .example()).press("j", "e") }

  func testItShowsWhatIsKnown() throws {
    let scenario = try form()
    XCTAssert(scenario.shows("名称      昆山青苇包装有限公司"))
    XCTAssert(scenario.shows("税号") && scenario.shows("开票抬头"))
    XCTAssertEqual(scenario.message, "名称一存就查撞单; 撞上了这家就不受保护, 等支持判")
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"), "nothing was changed")
  }

  func testWhatIsChangedIsSavedAndNothingElse() throws {
    let scenario = try form().press("Tab", "^U").type("江苏省昆山市前进路9号").press("Tab", "^U").type("包装")
    XCTAssert(scenario.choices.hasSuffix("改了 2 项, 还没存"))
    scenario.press("Enter")
    XCTAssertEqual(scenario.message, "已改 昆山青苇包装有限公司")
    let customer = try scenario.floor.view(CustomerID(2)).customer
    XCTAssertEqual([customer.address, customer.industry], ["江苏省昆山市前进路9号", "包装"])
  }

  func testNumbersContactsAndTheVerifiedIdentityAreAdded() throws {
    let scenario = try form().press("Tab", "Tab", "Tab", "Tab").type("0512-69990001").press("Tab", "Tab")
    scenario.press("Tab").type("孙先生").press("Tab").type("厂长").press("Tab", "Tab", "Right")
    scenario.press("Tab").type("展会 出口").press("Tab").type("昆山青苇包装有限公司")
    scenario.press("Tab").type("孙某").press("Enter")
    XCTAssert(scenario.message.hasPrefix("已改"))
    let view = try scenario.floor.view(CustomerID(2))
    XCTAssert(view.numbers.contains { $0.display == "0512-6999 0001" })
    XCTAssert(view.contacts.contains { $0.name == "孙先生" && $0.title == "厂长" && $0.role == .decider })
    XCTAssertEqual(view.tags, ["出口", "展会"])
    XCTAssertEqual(view.av[.legalPerson], "孙某")
  }

  func testANumberIsMarkedNotDeleted() throws {
    let scenario = try form().press("Shift-Tab")
    XCTAssertEqual(scenario.message, "左右键: 好用, 空号, 号码错")
    XCTAssert(scenario.press("Right").shows("空号"))
    scenario.press("Enter")
    XCTAssertEqual(try scenario.floor.view(CustomerID(2)).numbers.map(\.mark), [.dead])
  }

  /// W24, R5.7: the check runs at once, and its collision leaves the customer unprotected.
  func testACollisionIsSaidAtOnce() throws {
    let floor = try DeskFloor.example()
    try floor.enter("无锡雨巷包装有限公司", by: .li, daysAgo: 3)
    let scenario = try Scenario(floor).press("j", "e", "^U").type("无锡雨巷包装有限公司").press("Enter")
    XCTAssertEqual(scenario.message, "已存. 和 无锡雨巷包装有限公司 撞上: 支持判定前这家不受保护")
    XCTAssertNotNil(try floor.view(CustomerID(2)).dispute)
  }

  func testWhatIsRefusedIsGoneTo() throws {
    let scenario = try form().press("^U").press("Enter")
    XCTAssertEqual(scenario.message, "还缺: 名称")
    scenario.type("昆山青苇包装有限公司").press("Tab", "Tab", "Tab", "Tab").type("0512-1").press("Enter")
    XCTAssert(scenario.message.contains("不是一个有效号码"))
    XCTAssert(scenario.press("^U").type("0512-69990001").press("Enter").message.hasPrefix("已改"))
  }

  func testEscAsksOnceBeforeItLeavesWhatIsNotSaved() throws {
    let scenario = try form().type("x").press("Esc")
    XCTAssertEqual(scenario.message, "改了 1 项没存: Enter 存, 再按 Esc 不存")
    XCTAssert(scenario.press("Esc").title.hasPrefix("我的机会"))
    XCTAssertEqual(try scenario.floor.view(CustomerID(2)).customer.name, "昆山青苇包装有限公司")
  }

  func testSomebodyElsesCustomerHasNoForm() throws {
    let scenario = try Scenario(try .sea()).press("g", "3", "Enter", "e")
    XCTAssertEqual(scenario.message, "这家不在你的库里")
  }
}
