import Domain
import Services
import TestSupport
import XCTest

/// What an import left open is asked for, and unprotects its customer 5 desk days after somebody got it (R5.9).
final class CompletenessTests: CollisionLookCase {
  private let row = "苏州日东精密电子有限公司,0512-60010001,,苏州市潮声路1号"
  private static let heading = "公司名称,固定电话,传真,经营地址"

  /// The customer of this row, imported into somebody's library on a Thursday, or into the sea.
  private func imported(
    _ row: String? = nil, to holder: TestHouse.Who? = .zhang, in house: TestHouse
  ) throws -> CustomerID {
    let report = try house.importRows(
      [row ?? self.row], to: holder, heading: CompletenessTests.heading)
    XCTAssertEqual(report.entered, 1)
    return CustomerID(1)
  }

  private func missing(_ house: TestHouse, _ customer: CustomerID) throws -> [EntryField] {
    try house.view(customer).incompleteness?.missing ?? []
  }

  /// What another agent is told who finds it by its name.
  private func verdict(_ house: TestHouse) throws -> Verdict? {
    try look(house, known, by: .li).hits.first?.verdict
  }

  func testItIsUnprotectedFromTheMomentItself() throws {
    let house = try TestHouse()
    let customer = try imported(in: house)
    XCTAssertEqual(try missing(house, customer), [.fax])
    XCTAssertEqual(try house.view(customer).incompleteness?.until, try house.time("2026-12-04 00:00"))
    try house.set("2026-12-03 23:59")
    XCTAssertEqual(try verdict(house), .mayNotFollow)
    try house.set("2026-12-04 00:00")
    XCTAssertEqual(try verdict(house), .mayFollow, "engine or no engine, opened or not")
    try house.change(customer) { $0.faxes = ["0512-60010002"] }
    XCTAssertEqual(try verdict(house), .mayNotFollow, "put right later, it is protected again")
    XCTAssertEqual(try missing(house, customer), [])
  }

  func testNoneIsAnAnswer() throws {
    let house = try TestHouse()
    let customer = try imported(in: house)
    try house.change(customer) { $0.faxes = ["无"] }
    XCTAssertEqual(try missing(house, customer), [])
    XCTAssertEqual(
      try house.view(customer).events.first?.changes, [FieldChange(field: "fax", before: nil, after: "none")])
    try house.change(customer) { $0.faxes = ["none"] }
    XCTAssertEqual(try house.view(customer).events.count, 1, "it was said already")
    try house.change(customer) { $0.remark = "要送样" }
    XCTAssertEqual(try missing(house, customer), [])
  }

  func testARowSaysNoneItself() throws {
    for (row, fields) in [
      ("苏州日东精密电子有限公司,0512-60010001,/,苏州市潮声路1号", [EntryField]()),
      ("苏州日东精密电子有限公司,0512-60010001,0512-60010002,苏州市潮声路1号", []),
      ("苏州日东精密电子有限公司,13900000012,无,苏州市潮声路1号", [.landline]),
      ("苏州日东精密电子有限公司,13900000012,,苏州市潮声路1号", [.landline, .fax]),
    ] {
      let house = try TestHouse()
      XCTAssertEqual(try missing(house, imported(row, in: house)), fields, row)
    }
  }

  /// The days count from when somebody got it; who gets it next has his own.
  func testTheDaysCountFromWhoGotIt() throws {
    let house = try TestHouse()
    let customer = try imported(to: nil, in: house)
    XCTAssertNil(try house.view(customer, as: .li).incompleteness, "nobody holds it")
    try house.set("2026-12-14 10:00")
    try house.pick(customer, by: .zhang)
    XCTAssertEqual(try house.view(customer).incompleteness?.until, try house.time("2026-12-22 00:00"))
    try house.set("2026-12-22 10:00")
    XCTAssertEqual(try verdict(house), .mayFollow)
    try house.transfer(customer, to: .manager)
    XCTAssertEqual(try verdict(house), .mayNotFollow)
  }

  func testWhatWasTypedInWasAskedForAll() throws {
    let house = try TestHouse()
    let customer = try house.customer(known, in: .library(of: .zhang))
    XCTAssertNil(try house.view(customer).incompleteness)
    try house.set("2026-12-10 10:00")
    XCTAssertEqual(try verdict(house), .mayNotFollow)
  }

  /// R5.7, R5.9: an order counts once it is filled in.
  func testAnOrderWaitsForIt() throws {
    let house = try TestHouse()
    let customer = try imported(in: house)
    try house.set("2026-12-04 09:00")
    let order = try house.order(customer)
    try assertRefused(.incomplete([.fax]), leaves: house) { try house.confirm(order) }
    try house.change(customer) { $0.faxes = ["无"] }
    try house.confirm(order)
    XCTAssertNil(try house.view(customer).incompleteness, "a signed customer is asked for nothing more")
  }

  func testAnotherPolicyAsksForLess() throws {
    let house = try TestHouse(try XCTUnwrap(ShippedPolicy.direct))
    XCTAssertEqual(try missing(house, imported(in: house)), [])
  }
}
