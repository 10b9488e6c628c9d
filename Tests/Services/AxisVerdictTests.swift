import Domain
import Storage
import TestSupport
import XCTest

@testable import Services

/// What the service axis says of the customers of a house (section 9, R2.1).
final class AxisVerdictTests: XCTestCase {
  private func verdict(
    _ house: TestHouse, _ customer: CustomerID, for who: TestHouse.Who = .li, contract: String? = nil
  ) throws -> String {
    try house.house.read(as: house.id(who), .check, at: house.now) { unit in
      let found = try unit.axisVerdict(
        on: try unit.store.customers.require(customer), for: unit.person, contract: contract)
      return "\(found.segment.code) \(found.verdict.rawValue)"
    }
  }

  func testACustomerOnItsWayAlongTheAxis() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    XCTAssertEqual(try verdict(house, customer), "held may_not_follow")
    let order = try house.order(customer)
    XCTAssertEqual(try verdict(house, customer), "ordered may_not_follow")
    try house.confirm(order)
    XCTAssertEqual(try verdict(house, customer), "ordered may_not_follow")
    try house.open(order, on: "2026-12-01")
    XCTAssertEqual(try verdict(house, customer), "ordered may_not_follow", "it opens only then")
    for (moment, expected) in [
      ("2026-12-01 00:00", "service may_follow"), ("2027-07-31T23:59:59", "service may_follow"),
      ("2027-08-01 00:00", "renewal may_not_follow"), ("2027-11-30 12:00", "renewal may_not_follow"),
      ("2027-12-01 00:00", "protection may_not_follow"), ("2028-11-30 12:00", "protection may_not_follow"),
      ("2028-12-01 00:00", "after may_follow"),
    ] {
      try house.set(moment)
      XCTAssertEqual(try verdict(house, customer), expected, moment)
    }
    try house.note(customer, by: .zhang)
    XCTAssertEqual(try verdict(house, customer), "after may_not_follow", "he reached somebody")
    try house.set("2029-02-01 00:00")
    try house.note(customer, by: .zhang, .noAnswer)
    XCTAssertEqual(try verdict(house, customer), "after may_follow", "he reached nobody for two months")
    try house.renew(order, on: "2029-02-01")
    XCTAssertEqual(try verdict(house, customer), "service may_follow")
  }

  func testTheContractNameIsComparedFolded() throws {
    let house = try TestHouse()
    let customer = try house.signed(opened: "2026-11-01")
    let folding = house.rules.tables.folding
    let (same, other) = (folding.folded("日東精密電子"), folding.folded("昆山日东"))
    XCTAssertEqual(try verdict(house, customer, contract: same), "service may_follow")
    XCTAssertEqual(try verdict(house, customer, contract: other), "service may_not_follow")
  }

  func testTheKindOfTheAskersDepartmentDecides() throws {
    let house = try TestHouse()
    let customer = try house.signed(opened: "2026-03-01")
    XCTAssertEqual(try verdict(house, customer), "renewal may_not_follow")
    try AddPerson(login: "xu", name: "续", department: "二部", roles: [.agent], departmentKind: .renewal)
      .perform(by: house.id(.admin), at: house.now, in: house.house)
    XCTAssertEqual(try house.rules.departmentKind(of: house.person(.li)), .renewal)
    XCTAssertEqual(try house.rules.departmentKind(of: house.person(.zhang)), .channel, "as the policy says")
    XCTAssertEqual(try verdict(house, customer), "renewal may_follow")
  }

  /// What the seller's department was there for when the order came in is what counts later.
  func testOnlyWhatAChannelSignedHasFurtherAccounts() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .li))
    let departments = try house.store().people
    try departments.setKind(.direct, of: try XCTUnwrap(try departments.department(named: "二部")))
    let order = try house.order(customer, by: .li)
    try departments.setKind(.channel, of: try XCTUnwrap(try departments.department(named: "二部")))
    try house.confirm(order)
    try house.open(order, on: "2026-11-26")
    XCTAssertEqual(try verdict(house, customer, for: .zhang), "service may_not_follow")
  }

  func testTheOrdersOfAHitAreOneLookAlongAnIndex() throws {
    let house = try TestHouse()
    let customer = try house.signed(opened: "2026-11-01")
    let connection = try house.store().connection
    XCTAssertEqual(try Store(connection).orders.list(of: customer).count, 1)
    let statements = try connection.query("SELECT sql FROM sqlite_stmt WHERE sql LIKE '%customer_order%'") {
      $0.text(0)
    }
    XCTAssertEqual(statements.count, 2, "\(statements)")
  }
}
