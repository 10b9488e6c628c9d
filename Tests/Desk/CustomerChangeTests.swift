import Assets
import Desk
import DeskFixtures
import Domain
import Services
import XCTest

/// What is verified and what was changed, on everything about one customer (R10.1, R5.7).
final class CustomerChangeTests: XCTestCase {
  /// A customer that was changed into another's name, with a part of its identity verified.
  private func scenario(_ language: Language = .chinese) throws -> Scenario {
    let floor = try DeskFloor()
    try floor.enter("苏州观澜包装有限公司", by: .li, daysAgo: 30)
    let customer = try floor.enter("苏州日东精密电子有限公司", daysAgo: 29)
    try floor.change(customer) {
      $0.av = [.legalPerson: "孙先生", .licenceName: "苏州日东精密电子有限公司", .licenceAddress: "潮声路 8 号"]
    }
    try floor.change(customer) { $0.name = "苏州观澜包装有限公司" }
    return try Scenario(floor, language: language).press("Enter")
  }

  func testTheVerifiedIdentityStandsAbove() throws {
    XCTAssert(try scenario().shows("AV   4/6 缺 税号 开票抬头   执照名称 苏州日东精密电子有限公司   法人 孙先生"))
    XCTAssert(try scenario(.english).shows("4/6 missing: tax number, invoice title   licence name"))
  }

  func testAnUnprotectedOneSaysAgainstWhom() throws {
    XCTAssert(try scenario().shows("!! 不受保护: 和 K000001 撞上, 等支持判"))
    XCTAssert(try scenario(.english).shows("!! unprotected: collides with K000001"))
  }

  /// R3.11: an alert of before a merge opens the customer that stayed, and what is done there is done to it.
  func testAMergedCodeOpensTheCustomerItBelongsTo() throws {
    let floor = try DeskFloor()
    let older = try floor.enter("苏州观澜包装有限公司", daysAgo: 3)
    let younger = try floor.enter("苏州日东精密电子有限公司", daysAgo: 29)
    try floor.tick()
    try floor.merge(older, younger)
    let scenario = try Scenario(floor).press("g", "6", "j", "Enter")
    XCTAssert(scenario.title.contains("苏州观澜包装有限公司  K000001"), "\(scenario.screen)")
    XCTAssert(scenario.press("X", "1").title.contains("公海"), "\(scenario.screen)")
  }

  func testWhatWasChangedHasATabOfItsOwn() throws {
    let scenario = try scenario().press("8")
    XCTAssert(scenario.choices.contains("[8变更2]"))
    XCTAssert(scenario.shows("名称 苏州日东精密电子有限公司 > 苏州观澜包装有限公司"), "\(scenario.screen)")
    XCTAssert(scenario.shows("+ 法人 孙先生; + 执照地址 潮声路 8 号"), "\(scenario.screen)")
  }
}
