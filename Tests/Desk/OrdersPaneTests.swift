import DeskFixtures
import Domain
import Services
import TerminalKit
import XCTest

/// The clerk's work: orders that wait, a key for what is next (R8.7).
final class OrdersPaneTests: XCTestCase {
  private func clerk(_ floor: DeskFloor? = nil) throws -> Scenario {
    try Scenario(try floor ?? .orders(), as: .lu)
  }

  private func state(_ scenario: Scenario, _ number: Int) throws -> OrderState? {
    let floor = scenario.floor
    return try OrderView.list(of: CustomerID(Int64(number)), by: floor.id(.lu), in: floor.open()).first?.order
      .state(at: floor.now)
  }

  func testOneKeyTakesAnOrderAStepFurther() throws {
    let scenario = try clerk()
    XCTAssert(scenario.selected.contains("待确认"))
    XCTAssert(scenario.press("+").shows("哪天确认 2026-11-26"))
    XCTAssertEqual(scenario.press("Enter").message, "订单 1 已确认, 苏州日东精密电子有限公司 成交")
    XCTAssertEqual(try state(scenario, 1), .confirmed)
    scenario.press("3", "+")
    XCTAssert(scenario.shows("哪天开通 2026-11-26"), scenario.screen.joined(separator: "\n"))
    scenario.press("Enter")
    XCTAssertEqual(try state(scenario, 1), .opened)
  }

  func testAPaymentIsKeptAndTheRestTaken() throws {
    let scenario = try clerk().press("e", "^U").type("3800 2026-11-26 2026-12-10").press("Enter")
    XCTAssert(scenario.message.hasPrefix("订单 1 回款已记"))
    XCTAssert(scenario.shows("9,000.00"), scenario.screen.joined(separator: "\n"))
    scenario.press("e").type(" 2026-12-20")
    XCTAssert(scenario.press("Enter").message.contains("没有余款"), scenario.message)
  }

  func testWhatIsTypedWrongSaysWhy() throws {
    let scenario = try clerk().press("+", "^U").type("明天").press("Enter")
    XCTAssertEqual(scenario.message, "日期看不懂. 写成 2026-11-26")
    XCTAssert(
      scenario.press("^U").type("2026-11-27").press("Enter").message.contains("还没到"), scenario.message)
    XCTAssertEqual(try state(scenario, 1), .submitted)
  }

  /// R8.7: a clerk confirms, a manager voids.
  func testVoidingIsTheManagers() throws {
    let floor = try DeskFloor.orders()
    let clerk = try clerk(floor).press("-").type("录错").press("Enter")
    XCTAssert(clerk.message.contains("作废订单"), clerk.message)
    let manager = try Scenario(floor, as: .lin).press("g", "8", "4", "-").type("录错").press("Enter")
    XCTAssertEqual(manager.message, "订单 1 已作废: 苏州日东精密电子有限公司")
    XCTAssertFalse(manager.shows("12,800.00"))
  }

  func testTheViews() throws {
    let scenario = try clerk()
    XCTAssertEqual(scenario.press("2").rowsOfTheList, ["待确认", "待确认"])
    XCTAssertEqual(scenario.press("3").rowsOfTheList, ["待开通"])
    XCTAssert(scenario.press("4").shows("没有等着办的订单"))
  }

  func testAnAgentHasNoSuchView() throws {
    XCTAssertEqual(try Scenario(try .orders()).press("g", "8").message, "审批要经理或总监的权限")
  }
}

extension Scenario {
  /// What is next of each order in view.
  fileprivate var rowsOfTheList: [String] {
    screen.dropFirst(3).compactMap { row in ["待确认", "待开通", "收余款"].first(where: row.contains) }
  }
}
