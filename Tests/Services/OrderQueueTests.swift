import Domain
import Services
import TestSupport
import XCTest

/// The orders that wait for who keeps them (R8.7, R4.3).
final class OrderQueueTests: XCTestCase {
  private func queue(_ house: TestHouse, as who: TestHouse.Who = .clerk) throws -> [OrderQueue.Line] {
    try OrderQueue.read(by: house.id(who), at: house.now, in: house.house).lines
  }

  private func steps(_ house: TestHouse, as who: TestHouse.Who = .clerk) throws -> [OrderQueue.Step] {
    try queue(house, as: who).map(\.step)
  }

  func testFromTheSubmissionToThePaymentOfTheRest() throws {
    let house = try TestHouse()
    XCTAssertEqual(try steps(house), [])
    let order = try house.order(try house.customer(in: .library(of: .zhang)), yuan: 100)
    XCTAssertEqual(try steps(house), [.confirm])
    XCTAssertEqual(try queue(house).first?.due(in: house.calendar), try house.time("2026-12-11 00:00"))
    try house.confirm(order)
    XCTAssertEqual(try steps(house), [.open])
    try house.open(order, on: "2026-11-26")
    XCTAssertEqual(try steps(house), [], "nothing came in yet, and nothing is promised")
    try house.pay(order, 40, rest: "2026-12-10")
    XCTAssertEqual(try steps(house), [.rest])
    XCTAssertEqual(try queue(house).first?.due(in: house.calendar), try house.time("2026-12-11 00:00"))
    let last = try house.pay(order, 60)
    XCTAssertEqual(try steps(house), [])
    try VoidPayment(last, reason: "记错").perform(by: house.id(.clerk), at: house.now, in: house.house)
    XCTAssertEqual(try steps(house), [.rest])
    try house.void(order)
    XCTAssertEqual(try steps(house), [])
  }

  func testWhatLapsedWaitsNoMore() throws {
    let house = try TestHouse()
    try house.order(try house.customer(in: .library(of: .zhang)))
    try house.set("2026-12-10 23:59")
    XCTAssertEqual(try steps(house), [.confirm])
    try house.set("2026-12-11 00:00")
    XCTAssertEqual(try steps(house), [])
  }

  /// What is next, and within that the longest waiting first; of the rests the soonest.
  func testTheirOrder() throws {
    let house = try TestHouse()
    let orders = try (1...5).map { _ in
      house.now = house.now + 60
      return try house.order(try house.customer(in: .library(of: .zhang)), yuan: 100)
    }
    for order in orders[..<3] { try house.confirm(order) }
    for (order, rest) in [(orders[0], "2026-12-20"), (orders[1], "2026-12-10")] {
      try house.open(order, on: "2026-11-26")
      try house.pay(order, 1, rest: rest)
    }
    XCTAssertEqual(
      try queue(house).map(\.id), [orders[3], orders[4], orders[2], orders[1], orders[0]])
  }

  func testWhoSeesThem() throws {
    let house = try TestHouse()
    try house.order(try house.customer(in: .library(of: .zhang)))
    try house.order(try house.customer(in: .library(of: .li)), by: .li)
    XCTAssertEqual(try queue(house).count, 2)
    XCTAssertEqual(try queue(house, as: .manager).map(\.seller.name), ["何小满"])
    XCTAssertEqual(try queue(house, as: .director).count, 2)
    assertRefused(.notAllowed(.keepOrders)) { _ = try queue(house, as: .zhang) }
  }

  /// R4.3: older than two calendar months and not opened.
  func testAnOldOrderIsFlagged() throws {
    let house = try TestHouse(
      .channel([
        "order_hold": "366wd", "signed": ["return_call": .null, "old_order": "2mo", "renewal": "never"],
      ]))
    let order = try house.order(try house.customer(in: .library(of: .zhang)), yuan: 100)
    try house.set("2027-01-26 23:59")
    XCTAssertEqual(try queue(house).map(\.isOld), [false])
    try house.set("2027-01-27 00:00")
    XCTAssertEqual(try queue(house).map(\.isOld), [true])
    try house.confirm(order)
    XCTAssertEqual(try queue(house).map(\.isOld), [true])
    try house.open(order, on: "2027-01-27")
    try house.pay(order, 1)
    XCTAssertEqual(try queue(house).map(\.isOld), [false])
  }
}
