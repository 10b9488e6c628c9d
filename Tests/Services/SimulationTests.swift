import Domain
import Services
import TestSupport
import XCTest

/// A candidate on the real data, against a count by hand (R4.15).
final class SimulationTests: XCTestCase {
  private func candidate(_ length: String, name: String = "channel") throws -> Policy {
    try Policy.channel(["clocks": [.clock("note", length)], "warnings": [1], "name": .text(name)])
  }

  private func simulate(_ policy: Policy, in house: TestHouse) throws -> PolicySimulation {
    try PolicySimulation.read(policy, by: house.id(.admin), at: house.now, in: house.house)
  }

  /// Entered on 2026-11-26, 11-30, 12-04, 12-08 by zhang, and on 12-08 by li; each is due 30 days later.
  private func house() throws -> (TestHouse, [CustomerID]) {
    let house = try TestHouse()
    var customers: [CustomerID] = []
    for day in ["2026-11-26", "2026-11-30", "2026-12-04", "2026-12-08"] {
      try house.set("\(day) 10:00")
      customers.append(try house.customer(in: .library(of: .zhang)))
    }
    customers.append(try house.customer(in: .library(of: .li)))
    try house.set("2026-12-10 10:00")
    return (house, customers)
  }

  func testTheNumbers() throws {
    let (house, customers) = try house()
    for (customer, next) in [(0, "2026-12-20 10:00"), (1, "2026-12-09 10:00")] {
      let next = try house.time(next)
      try house.store().connection.run(
        "UPDATE customer SET next_contact = ? WHERE id = ?", [next, customers[customer]])
    }
    let result = try simulate(candidate("10d"), in: house)
    XCTAssertEqual(result.held, 5)
    // Due on 12-06, 12-10, 12-14, none before the end of the third desk day, 12-15; and on 12-18 twice, a day beyond.
    XCTAssertEqual([result.tonight.candidate, result.tonight.today], [0, 0])
    XCTAssertEqual([result.inSevenDays.candidate, result.inSevenDays.withAppointment], [3, 1])
    XCTAssertEqual(result.inSevenDays.byHolder, [house.id(.zhang): 3])
    let nine = try simulate(candidate("9d"), in: house)
    XCTAssertEqual(nine.inSevenDays.byHolder, [house.id(.zhang): 4, house.id(.li): 1])
    XCTAssertEqual(nine.names[house.id(.li)], try house.holder(.li))
  }

  func testWhatTheRulesInForceSay() throws {
    let (house, _) = try house()
    for (moment, tonight, week) in [
      ("2026-12-18 10:00", 0, 0), ("2026-12-19 10:00", 0, 1), ("2026-12-23 10:00", 0, 2),
      ("2026-12-26 10:00", 1, 2),
    ] {
      try house.set(moment)
      let result = try simulate(candidate("100d"), in: house)
      XCTAssertEqual([result.tonight.today, result.inSevenDays.today], [tonight, week], moment)
      XCTAssertEqual([result.tonight.candidate, result.inSevenDays.candidate], [0, 0])
    }
  }

  /// What was to flow back within the three days all the same does (R4.15), unless it has to be warned first (R4.7).
  func testWhatWasDueBeforeStaysDue() throws {
    for isWarned in [true, false] {
      let (house, _) = try house()
      if isWarned { try house.tick(through: "2026-12-26 10:00") }
      try house.set("2026-12-26 10:00")
      let result = try simulate(candidate("10d"), in: house)
      XCTAssertEqual(result.tonight.candidate, isWarned ? 1 : 0)
      XCTAssertEqual(result.inSevenDays.candidate, 5)
    }
  }

  func testItChangesNothing() throws {
    let (house, _) = try house()
    let before = try BaseDump(house.path).all()
    _ = try simulate(candidate("1d"), in: house)
    XCTAssertEqual(try BaseDump(house.path).all(), before)
  }

  func testOnlyWhatRunsUnderIt() throws {
    let (house, customers) = try house()
    XCTAssertEqual(try simulate(candidate("10d", name: "other"), in: house).held, 0)
    try house.mark(houseAccount: true, customers[0])
    try house.release(customers[1], by: .zhang)
    XCTAssertEqual(try simulate(candidate("10d"), in: house).held, 3)
  }

  /// A policy without clocks that gets one.
  func testThoseWithoutAClockYetCount() throws {
    let house = try TestHouse(try XCTUnwrap(try ShippedPolicy.dealer))
    try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-10 10:00")
    let result = try simulate(candidate("10d", name: "dealer"), in: house)
    XCTAssertEqual([result.held, result.inSevenDays.candidate, result.inSevenDays.today], [1, 1, 0])
  }
}
