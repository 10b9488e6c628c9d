import Domain
import Services
import TestSupport
import XCTest

/// The first return call after an order is confirmed (R4.3).
final class ReturnCallTests: XCTestCase {
  private func house(days: JSON = "3d") throws -> TestHouse {
    try TestHouse(
      .channel(["signed": ["return_call": days, "old_order": .null, "renewal": "never"]]))
  }

  private func confirmed(in house: TestHouse) throws -> CustomerID {
    let customer = try house.customer(in: .library(of: .zhang))
    try house.note(customer, by: .zhang)
    try house.confirm(try house.order(customer))
    return customer
  }

  private func why(_ house: TestHouse) throws -> [CallReason] {
    try CallListView.read(by: house.id(.zhang), at: house.now, in: house.house).rows.map(\.why)
  }

  private func overdue(_ house: TestHouse) throws -> [Int?] {
    try OverdueView.read(by: house.id(.zhang), at: house.now, in: house.house).lines.filter(\.isReturnCall)
      .map(\.days)
  }

  func testItIsToBeMadeUntilSomebodyIsReached() throws {
    let house = try house()
    let customer = try confirmed(in: house)
    XCTAssertEqual(try why(house), [], "he was called today")
    try house.set("2026-11-27 09:00")
    XCTAssertEqual(try why(house), [.returnCall])
    let row = try CallListView.read(by: house.id(.zhang), at: house.now, in: house.house).rows.first
    XCTAssertEqual(row?.returnCallBy, try house.time("2026-11-30 00:00"))
    try house.note(customer, by: .zhang, .noAnswer)
    try house.set("2026-11-28 09:00")
    XCTAssertEqual(try why(house), [.returnCall], "nobody was reached")
    let note = try house.note(customer, by: .zhang)
    try house.takeBack(note.note, on: customer, by: .zhang)
    try house.set("2026-11-29 09:00")
    XCTAssertEqual(try why(house), [.returnCall], "what was taken back reached nobody")
    try house.note(customer, by: .zhang)
    try house.set("2026-11-30 09:00")
    XCTAssertEqual(try why(house), [])
  }

  func testAnotherOrderAsksAgain() throws {
    let house = try house()
    let customer = try confirmed(in: house)
    try house.set("2026-11-27 09:00")
    try house.note(customer, by: .zhang)
    try house.confirm(try house.order(customer))
    try house.set("2026-11-28 09:00")
    XCTAssertEqual(try why(house), [.returnCall])
    try house.void(try XCTUnwrap(try house.orders(of: customer).last).order.id)
    XCTAssertEqual(try why(house), [], "an order that is void asks for nothing")
  }

  func testItIsOverdueAfterItsLastDay() throws {
    let house = try house()
    _ = try confirmed(in: house)
    for (moment, days) in [("2026-11-29 23:59", []), ("2026-11-30 00:00", [1]), ("2026-12-02 09:00", [3])] {
      try house.set(moment)
      XCTAssertEqual(try overdue(house), days, moment)
    }
  }

  func testWhatIsVoidOrNotAskedForIsNone() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    let order = try house.order(customer)
    try house.set("2026-11-27 09:00")
    XCTAssertEqual(try why(house), [], "nothing is confirmed")
    try house.confirm(order)
    XCTAssertEqual(try why(house), [.returnCall])
    try house.void(order)
    XCTAssertEqual(try why(house), [])
    let silent = try self.house(days: .null)
    _ = try confirmed(in: silent)
    try silent.set("2026-12-20 09:00")
    XCTAssertEqual(try why(silent), [])
    XCTAssertEqual(try overdue(silent), [])
  }
}
