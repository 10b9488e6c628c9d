import Desk
import DeskFixtures
import Domain
import XCTest

/// The outcome "signed" opens the order form, and only that (R6.3).
final class OrderFormTests: XCTestCase {
  func testSignedOpensTheFormAndTheOrderIsBroughtIn() throws {
    let scenario = try Scenario(try .example()).press("d", "9").type("签了").press("Enter")
    XCTAssert(scenario.shows("录订单: 确认后才算成交"), "\(scenario.screen)")
    XCTAssert(scenario.title.contains("苏州日东精密电子有限公司"))
    scenario.type("12800").press("Enter")
    XCTAssert(scenario.message.contains("订单 1 已录: 苏州日东精密电子有限公司 12,800.00 元"), scenario.message)
    let customer = try XCTUnwrap(try scenario.floor.view(CustomerID(1)))
    XCTAssertEqual(customer.customer.state, .following, "not signed before it is confirmed")
    XCTAssertEqual(customer.orders.map(\.order.contract.text), ["苏州日东精密电子有限公司"])
    XCTAssertNotNil(customer.standing)
  }

  func testAnotherContractNameAndFullWidthDigits() throws {
    let scenario = try Scenario(try .example()).press("r", "8").type("１２８００.5").press("Tab").type("日东")
    XCTAssert(scenario.shows("= 12,800.50 元"), "\(scenario.screen)")
    scenario.press("Enter")
    let order = try XCTUnwrap(try scenario.floor.view(CustomerID(1)).orders.first?.order)
    XCTAssertEqual([order.contract.text, order.amount.text], ["日东", "12800.50"])
  }

  func testWhatIsNoAmountIsSaid() throws {
    let scenario = try Scenario(try .example()).press("Enter", "r", "8")
    for text in ["", "0", "abc"] {
      scenario.type(text).press("Enter")
      XCTAssert(scenario.message.contains("金额看不懂"), scenario.message)
    }
    XCTAssert(scenario.press("Esc").message.contains("没有录订单"))
    XCTAssertEqual(try scenario.floor.view(CustomerID(1)).orders.count, 0)
  }
}
