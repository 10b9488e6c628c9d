import Domain
import Services
import TestSupport
import XCTest

/// Somebody works the customers of a colleague who is away, and all returns by itself (R2.6).
final class CoverTests: XCTestCase {
  /// zhang is away on Friday and Saturday; li, of another department, works his customers.
  private func house() throws -> (TestHouse, CustomerID) {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-11-26 15:00")
    return (house, customer)
  }

  @discardableResult
  private func cover(
    _ house: TestHouse, _ from: String = "2026-11-27", _ to: String = "2026-11-28",
    by deputy: TestHouse.Who = .li
  ) throws -> [LibraryRow] {
    try CoverPerson(house.id(.zhang), from: house.day(from), to: house.day(to), by: house.id(deputy))
      .perform(by: house.id(.director), at: house.now, in: house.house)
  }

  func testTheCoverWorksBetweenTheDays() throws {
    let (house, customer) = try house()
    try cover(house)
    for (moment, isCovered) in [
      ("2026-11-26 23:59", false), ("2026-11-27 00:00", true), ("2026-11-28 23:59", true),
      ("2026-11-29 00:00", false),
    ] {
      try house.set(moment)
      if isCovered {
        XCTAssertTrue(try house.view(customer, as: .li).isCovered, moment)
        XCTAssertNoThrow(try house.note(customer, by: .li), moment)
        XCTAssertNoThrow(try house.plan(customer, "2026-12-01 10:00", by: .li), moment)
        XCTAssertNoThrow(
          try DialNumber(of: customer).perform(by: house.id(.li), at: house.now, in: house.house))
        XCTAssertEqual(try house.library(of: .li).covered.map(\.id), [customer], moment)
        XCTAssertEqual(try house.library(of: .li).coveredFor, [try house.holder(.zhang)], moment)
        XCTAssertEqual(try house.library(of: .zhang).absence?.deputy, try house.holder(.li), moment)
      } else {
        assertRefused(.notAllowed(.see)) { _ = try house.view(customer, as: .li) }
        assertRefused(.notHeld) { try house.note(customer, by: .li) }
        XCTAssertEqual(try house.library(of: .li).covered.count, 0, moment)
        XCTAssertNil(try house.library(of: .zhang).absence, moment)
      }
      XCTAssertEqual(try house.view(customer, as: .director).holder?.id, house.id(.zhang), "it stays his")
    }
  }

  /// R4.9: a note of who stands in moves the clocks of the one opportunity.
  func testItsNotesRenewTheClocks() throws {
    let (house, customer) = try house()
    try cover(house)
    let opportunity = try house.view(customer, as: .director).opportunity?.id
    try house.set("2026-11-28 10:00")
    try house.note(customer, by: .li)
    XCTAssertEqual(try house.due(customer), "2026-12-28 24:00")
    XCTAssertEqual(
      try house.view(customer, as: .director).opportunity?.id, opportunity, "no opportunity is opened")
    XCTAssertEqual(try house.library(of: .li).held, 0, "it takes none of his slots")
  }

  /// What is its holder's to decide is his; another's customers are not covered.
  func testTheCoverIsAHelper() throws {
    let (house, customer) = try house()
    let others = try house.customer(in: .library(of: .manager))
    try cover(house)
    try house.set("2026-11-27 10:00")
    assertRefused(.notHeld) { try house.release(customer, by: .li) }
    assertRefused(.notHeld) { try house.ask(customer, days: 3, by: .li) }
    assertRefused(.notHeld) { try house.change(customer, by: .li) { $0.remark = "要送样" } }
    assertRefused(.notHeld) { try house.note(others, by: .li) }
  }

  /// Both are warned, and both were told of the leave.
  func testBothAreWarned() throws {
    let (house, customer) = try house()
    try cover(house, "2026-12-20", "2026-12-24")
    XCTAssertEqual(try house.alerts(of: .li).map(\.kind), [.covers])
    XCTAssertEqual(try house.alerts(of: .zhang).map(\.kind), [.covered])
    XCTAssertEqual(try house.alerts(of: .zhang).first?.remark, "江立秋 2026-12-20 - 2026-12-24")
    try house.tick(through: "2026-12-26 10:00")
    let warned = { try house.alerts(of: $0).filter { $0.kind == .warned && $0.customer == customer }.count }
    XCTAssertEqual(try warned(.zhang), 3)
    XCTAssertEqual(try warned(.li), 1, "on the day that falls into the leave")
  }

  /// Planned leave lists what falls due during it: through the end of its last day.
  func testWhatFallsDueDuringItIsListed() throws {
    let (house, customer) = try house()
    XCTAssertEqual(try cover(house, "2026-12-26", "2026-12-26").map(\.id), [customer], "due at its 24:00")
    XCTAssertEqual(try cover(house, "2026-12-27", "2026-12-30").map(\.id), [])
    XCTAssertEqual(try cover(house, "2026-12-20", "2026-12-25").map(\.id), [])
  }
}
