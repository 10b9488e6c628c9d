import Domain
import Services
import TestSupport
import XCTest

/// One out, one in, in a single step (R3.4).
final class SwapTests: XCTestCase {
  private func fullHouse() throws -> (TestHouse, held: CustomerID, new: CustomerID) {
    let house = try TestHouse(Policy.channel(["capacity": 2, "cool_down": 15]))
    let held = try house.customers(2, in: .library(of: .zhang))
    return (house, held[0], try house.customer(in: .sea))
  }

  func testASwapReleasesAndTakesIn() throws {
    let (house, held, new) = try fullHouse()
    house.pass(days: 1)
    let opportunity = try house.swap(held, for: new, by: .zhang)
    XCTAssertEqual(opportunity.enteredAt, house.now)
    XCTAssertEqual(try house.view(new).holder, try house.holder(.zhang))
    XCTAssertEqual(try house.view(held).customer.state, .unassigned)
    XCTAssertEqual(try house.library(of: .zhang).held, 2)
  }

  /// It passes the whole gate for the new one first; refused, nothing is released.
  func testRefusedNothingIsReleased() throws {
    let (house, held, _) = try fullHouse()
    let others = try house.customer(in: .library(of: .li))
    try assertRefused(.held(by: house.holder(.li), since: house.now), leaves: house) {
      try house.swap(held, for: others, by: .zhang)
    }
    let own = try house.customer(in: .library(of: .li))
    try house.release(own, by: .li)
    try assertRefused(.undoPending(by: house.holder(.li), until: house.now + 60), leaves: house) {
      try house.swap(held, for: own, by: .zhang)
    }
    try assertRefused(.unknownCustomer("K000099"), leaves: house) {
      try house.swap(held, for: CustomerID(99), by: .zhang)
    }
  }

  func testTheCoolDownHoldsForASwapToo() throws {
    let (house, held, new) = try fullHouse()
    try house.swap(held, for: new, by: .zhang)
    house.pass(minutes: 2)
    try assertRefused(.coolingDown(until: try XCTUnwrap(Day(iso: "2026-12-12"))), leaves: house) {
      try house.swap(new, for: held, by: .zhang)
    }
  }

  func testTheDailyLimitCountsASwapAsOne() throws {
    let house = try TestHouse(Policy.channel(["capacity": 1, "daily_picks": 2]))
    let customers = try house.customers(4, in: .sea)
    try house.pick(customers[0], by: .zhang)
    try house.swap(customers[0], for: customers[1], by: .zhang)
    try assertRefused(.dailyLimit(picked: 2, limit: 2), leaves: house) {
      try house.swap(customers[1], for: customers[2], by: .zhang)
    }
  }

  func testWhatOneDoesNotHoldCantBeSwapped() throws {
    let (house, _, new) = try fullHouse()
    let others = try house.customer(in: .library(of: .li))
    try assertRefused(.notHeld, leaves: house) { try house.swap(others, for: new, by: .zhang) }
    try assertRefused(.notHeld, leaves: house) { try house.swap(new, for: new, by: .zhang) }
  }

  func testACustomerForItself() throws {
    let (house, held, _) = try fullHouse()
    try assertRefused(.held(by: house.holder(.zhang), since: house.now), leaves: house) {
      try house.swap(held, for: held, by: .zhang)
    }
  }

  /// Over the cap a swap lets nothing more in (R3.4).
  func testALoweredCapLetsNothingIn() throws {
    let house = try TestHouse(Policy.channel(["capacity": 2]))
    let held = try house.customers(2, in: .library(of: .zhang))
    let new = try house.customer(in: .sea)
    try house.store().connection.run("UPDATE person SET capacity = 1 WHERE id = ?", [house.id(.zhang)])
    XCTAssertEqual(try house.library(of: .zhang).rows.count, 2, "it takes nothing away")
    try assertRefused(.libraryFull(held: 2, capacity: 1), leaves: house) {
      try house.swap(held[0], for: new, by: .zhang)
    }
  }

  /// The one to be given up has flowed back meanwhile: it is over, whatever becomes of the swap (R4.6).
  func testWhatFlowedBackMeanwhileIsNotSwapped() throws {
    let (house, held, new) = try fullHouse()
    try house.tick(through: "2026-12-26 12:00")
    try house.set("2026-12-27 00:00")
    assertRefused(.flowedBack(at: house.now)) { try house.swap(held, for: new, by: .zhang) }
    XCTAssertEqual(try house.view(held, as: .li).customer.state, .unassigned)
    XCTAssertEqual(
      try BaseDump(house.path).count("customer", where: "id = \(held.value) AND owner IS NULL"), 1)
    XCTAssertEqual(try house.view(new).customer.state, .unassigned)
  }

  func testOneCantTakeTheReleaseOfASwapBackAlone() throws {
    let (house, held, new) = try fullHouse()
    try house.swap(held, for: new, by: .zhang)
    try assertRefused(.libraryFull(held: 2, capacity: 2), leaves: house) {
      try house.undoRelease(of: held, by: .zhang)
    }
  }
}
