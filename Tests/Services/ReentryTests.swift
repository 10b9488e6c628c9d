import Domain
import Services
import TestSupport
import XCTest

/// Who takes again what he held not long before has its old time to sign (R4.1).
final class ReentryTests: XCTestCase {
  /// Held by zhang from 2026-11-26, and given up so many days later.
  private func released(after days: Int, _ policy: Policy? = nil) throws -> (TestHouse, CustomerID) {
    let house = try TestHouse(policy)
    let customer = try house.customer(in: .library(of: .zhang))
    for _ in 0..<(days / 25) {
      house.pass(days: 25)
      try house.visit(customer, by: .zhang)
    }
    house.pass(days: days % 25)
    try house.release(customer, by: .zhang)
    house.pass(minutes: 2)
    return (house, customer)
  }

  func testTheOldDueOfTheSigningStands() throws {
    let (house, customer) = try released(after: 20)
    let old = house.calendar.dueText(house.calendar.end(of: try house.day("2026-11-26") + 180))
    for gap in [0, 20, 89] {
      let (house, customer) = try released(after: 20)
      house.pass(days: gap)
      try house.pick(customer, by: .zhang)
      XCTAssertEqual(try house.dues(customer)["signing"], old, "gap included: \(gap)")
      XCTAssertNotEqual(try house.dues(customer)["note"], old, "the others start anew (R3.3)")
    }
    house.pass(days: 90)
    try house.pick(customer, by: .zhang)
    XCTAssertNotEqual(try house.dues(customer)["signing"], old, "90 days after it is a new one")
  }

  func testItStandsOverSeveralHoldings() throws {
    let (house, customer) = try released(after: 20)
    let old = house.calendar.dueText(house.calendar.end(of: try house.day("2026-11-26") + 180))
    for _ in 0..<3 {
      try house.pick(customer, by: .zhang)
      house.pass(days: 20)
      try house.release(customer, by: .zhang)
      house.pass(days: 5)
    }
    try house.pick(customer, by: .zhang)
    XCTAssertEqual(try house.dues(customer)["signing"], old)
  }

  /// For somebody else, and for who is given it by a manager, every clock starts anew.
  func testOthersHaveANewTime() throws {
    let (house, customer) = try released(after: 20)
    let new = house.calendar.dueText(house.calendar.end(of: house.calendar.day(of: house.now) + 180))
    try house.pick(customer, by: .li)
    XCTAssertEqual(try house.dues(customer, as: .li)["signing"], new)
    try house.transfer(customer, to: .zhang, by: .director)
    XCTAssertEqual(try house.dues(customer)["signing"], new)
  }

  func testAnUndonePickIsNoHolding() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .sea)
    try house.pick(customer, by: .zhang)
    try house.undo(by: .zhang)
    house.pass(days: 5)
    try house.pick(customer, by: .zhang)
    XCTAssertEqual(
      try house.dues(customer)["signing"],
      house.calendar.dueText(house.calendar.end(of: house.calendar.day(of: house.now) + 180)))
  }

  /// Whoever lost it by that clock may not take it for 90 days; others may at once.
  func testWhoeverLostItByThatClockRests() throws {
    let policy = try Policy.channel(["clocks": [.clock("signing", "20d", repeats: false)]])
    let house = try TestHouse(policy)
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-17 00:00")
    XCTAssertEqual(try house.lastEnd(customer)?.at, "2026-12-16 24:00")
    let free = try house.day("2026-12-16") + 90
    for day in [try house.day("2026-12-17"), free - 1] {
      house.now = house.calendar.moment(day, minute: 600)
      try assertRefused(.coolingDown(until: free), leaves: house) { try house.pick(customer, by: .zhang) }
    }
    house.now = house.calendar.moment(free, minute: 600)
    XCTAssertNoThrow(try house.pick(customer, by: .zhang))
  }

  func testOthersTakeItAtOnce() throws {
    let policy = try Policy.channel(["clocks": [.clock("signing", "20d", repeats: false)]])
    let house = try TestHouse(policy)
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-17 00:00")
    XCTAssertNoThrow(try house.pick(customer, by: .li))
  }

  /// A policy may do without (direct has its own cool-down, R4.2).
  func testAPolicyMayDoWithout() throws {
    let (house, customer) = try released(after: 20, Policy.channel(["reentry": "0d"]))
    try house.pick(customer, by: .zhang)
    XCTAssertEqual(
      try house.dues(customer)["signing"],
      house.calendar.dueText(house.calendar.end(of: house.calendar.day(of: house.now) + 180)))
    XCTAssertEqual(try ShippedPolicy.direct?.reentryDays, 0)
  }
}
