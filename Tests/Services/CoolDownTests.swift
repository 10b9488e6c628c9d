import Domain
import Services
import TestSupport
import XCTest

/// Nobody who held a customer lately may pick it again (R3.6).
final class CoolDownTests: XCTestCase {
  private func house(release: String = "24:00") throws -> TestHouse {
    try TestHouse(Policy.channel(["cool_down": 15, "release": .release(release)]))
  }

  func testItLastsThroughDayDPlusN() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    let free = try XCTUnwrap(Day(iso: "2026-12-12"))
    for moment in ["2026-11-26 14:05", "2026-12-01 09:00", "2026-12-11T23:59:59"] {
      try house.set(moment)
      try assertRefused(.coolingDown(until: free), leaves: house) { try house.pick(customer, by: .zhang) }
    }
    try house.set("2026-12-12 00:00")
    XCTAssertNoThrow(try house.pick(customer, by: .zhang))
  }

  func testItIsTheFormerHoldersAlone() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    house.pass(minutes: 2)
    XCTAssertNoThrow(try house.pick(customer, by: .li))
  }

  /// 24:00 belongs to the day that ends; it holds after a flow-back as after a release.
  func testAFlowBackAtMidnightCountsFromTheDayThatEnds() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-27 10:00")  // due 2026-12-26 24:00
    assertRefused(.coolingDown(until: try XCTUnwrap(Day(iso: "2027-01-11")))) {
      try house.pick(customer, by: .zhang)
    }
    try house.set("2027-01-11 00:00")
    XCTAssertNoThrow(try house.pick(customer, by: .zhang))
  }

  func testAFlowBackAtAnHourCountsFromItsDay() throws {
    let house = try house(release: "10:00")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-26 12:00")  // due 2026-12-26 10:00
    assertRefused(.coolingDown(until: try XCTUnwrap(Day(iso: "2027-01-11")))) {
      try house.pick(customer, by: .zhang)
    }
  }

  /// Counted over all holders in that window, not only the last.
  func testSomebodyElseInBetweenChangesNothing() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    house.pass(days: 1)
    try house.pick(customer, by: .li)
    house.pass(days: 1)
    try house.release(customer, by: .li)
    house.pass(days: 1)
    assertRefused(.coolingDown(until: try XCTUnwrap(Day(iso: "2026-12-12")))) {
      try house.pick(customer, by: .zhang)
    }
    assertRefused(.coolingDown(until: try XCTUnwrap(Day(iso: "2026-12-14")))) {
      try house.pick(customer, by: .li)
    }
  }

  /// What a manager gave him and took again in between does not end the rest he has to keep.
  func testATransferInBetweenChangesNothing() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    house.pass(days: 1)
    try house.transfer(customer, to: .zhang)
    house.pass(days: 1)
    try house.transfer(customer, to: .manager)
    try house.release(customer, by: .manager)
    house.pass(days: 1)
    assertRefused(.coolingDown(until: try XCTUnwrap(Day(iso: "2026-12-12")))) {
      try house.pick(customer, by: .zhang)
    }
  }

  func testAnUndoClearsIt() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    house.pass(seconds: 30)
    XCTAssertNoThrow(try house.undoRelease(of: customer, by: .zhang))
    XCTAssertEqual(try house.view(customer).holder, try house.holder(.zhang))
  }

  func testTheLastHoldingCounts() throws {
    let house = try house()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    try house.set("2026-12-12 09:00")
    try house.pick(customer, by: .zhang)
    try house.set("2026-12-20 09:00")
    try house.release(customer, by: .zhang)
    assertRefused(.coolingDown(until: try XCTUnwrap(Day(iso: "2027-01-05")))) {
      try house.pick(customer, by: .zhang)
    }
  }

  func testZeroIsNone() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.release(customer, by: .zhang)
    XCTAssertNoThrow(try house.pick(customer, by: .zhang))
  }
}
