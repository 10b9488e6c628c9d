import Domain
import Services
import TestSupport
import XCTest

/// Ticks: idempotent, late, each customer by itself (R4.11, R4.12).
final class EngineTests: XCTestCase {
  func testATickWarnsAndReleases() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    for (moment, warned, released) in [
      ("2026-12-18 08:59", 0, 0), ("2026-12-18 09:00", 1, 0), ("2026-12-18 09:00", 0, 0),
      ("2026-12-23 00:00", 1, 0), ("2026-12-25 00:00", 1, 0), ("2026-12-26 23:59", 0, 0),
      ("2026-12-27 00:00", 0, 1), ("2026-12-27 00:00", 0, 0), ("2027-03-01 00:00", 0, 0),
    ] {
      try house.set(moment)
      let report = try house.tick()
      XCTAssertEqual([report.warned, report.released], [warned, released], moment)
      XCTAssertEqual(report.failed, [])
    }
  }

  func testRunningItTwiceGivesTheSameRows() throws {
    let house = try TestHouse()
    try house.importRows((1...30).map { "苏州潮音\($0)厂,0512-6000\(1000 + $0),苏州" }, to: .zhang)
    for moment in ["2026-12-19 10:00", "2026-12-25 10:00", "2026-12-27 00:00"] {
      try house.set(moment)
      try house.tick()
      let rows = try BaseDump(house.path).all()
      try house.tick()
      _ = try SweepDeadlines().perform(at: house.now, in: house.another())
      XCTAssertEqual(try BaseDump(house.path).all(), rows, moment)
    }
  }

  /// However many looks there were before, who was warned by then is released at the same moment with the same reason.
  func testRunningItLateGivesTheSameEnd() throws {
    func ends(_ looks: [String]) throws -> [String] {
      let house = try TestHouse()
      let customers = try house.customers(3, in: .library(of: .zhang))
      house.pass(days: 5)
      try house.visit(customers[1], by: .zhang)
      for look in looks {
        try house.set(look)
        try house.tick()
      }
      return try BaseDump(house.path).values(
        "SELECT customer || ' ' || ended_at || ' ' || end_reason || ' ' || end_clocks FROM opportunity ORDER BY id"
      )
    }
    let punctual = try ends(["2026-12-24 00:00", "2026-12-27 00:00", "2026-12-30 00:00", "2027-01-01 00:00"])
    XCTAssertEqual(punctual.count, 3)
    XCTAssertEqual(try ends(["2026-12-24 00:00", "2026-12-29 09:00", "2027-02-01 00:00"]), punctual)
  }

  func testTheReasonIsTheEarliestClock() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    for day in ["2026-12-20", "2027-01-15"] {
      try house.set("\(day) 10:00")
      try house.note(customer, by: .zhang)
    }
    try house.tick(through: "2027-01-26 10:00")
    let holding = try XCTUnwrap(try house.view(customer, as: .li).holdings.first)
    XCTAssertEqual(holding.endReason, .flowedBack(clocks: ["visit"]))
    XCTAssertEqual(holding.endedAt, try house.time("2027-01-26 00:00"))
  }

  /// The engine was down from before the warnings until long after: everybody is warned first (R4.7).
  func testAfterALongOutageEverybodyIsWarnedFirst() throws {
    let house = try TestHouse(at: "2026-09-01 10:00")
    try house.customers(5, in: .library(of: .zhang)).forEach { _ in }
    try house.set("2026-10-08 09:30")  // due on 2026-10-01, the first day of the holiday
    XCTAssertEqual(try house.tick().warned, 5)
    XCTAssertEqual(try house.library(of: .zhang).rows.count, 5)
    try house.set("2026-10-09 23:59")
    XCTAssertEqual(try house.tick().released, 0)
    try house.set("2026-10-10 00:00")
    XCTAssertEqual(try house.tick().released, 5)
  }

  func testAFailingCustomerIsReportedAndStopsNobody() throws {
    let house = try TestHouse()
    let customers = try house.customers(3, in: .library(of: .zhang))
    try house.store().connection.run(
      "UPDATE opportunity SET policy = 'gone' WHERE customer = ?", [customers[1]])
    try house.set("2026-12-25 00:00")
    let report = try house.tick()
    XCTAssertEqual(report.warned, 2)
    XCTAssertEqual(report.failed, [customers[1]])
    XCTAssertEqual(try house.tick().failed, [customers[1]], "it is tried again")
  }

  /// The stored moment can be early, after the clock of a base was put right by hand: the engine looks, and sleeps.
  func testACustomerWokenForNothing() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.store().connection.run("UPDATE customer SET wake_at = ? WHERE id = ?", [house.now, customer])
    XCTAssertEqual(try house.tick(), TickReport())
    XCTAssertEqual(
      try BaseDump(house.path).value("SELECT wake_at FROM customer"),
      String(try house.time("2026-12-18 09:00").seconds))
    XCTAssertEqual(try house.tick(), TickReport())
  }

  /// A customer whose turn fails must not keep the engine from sleeping.
  func testTheEngineSleepsUntilThereIsSomethingToDo() throws {
    let house = try TestHouse()
    let engine = Engine(house.house)
    XCTAssertEqual(try engine.nextLook(after: house.now), house.now + 20, "an empty house")
    let customer = try house.customer(in: .library(of: .zhang))
    try house.set("2026-12-18T08:59:50")
    XCTAssertEqual(try engine.nextLook(after: house.now), try house.time("2026-12-18 09:00"))
    try house.set("2026-12-18T08:59:30")
    XCTAssertEqual(try engine.nextLook(after: house.now), house.now + 20)
    try house.store().connection.run(
      "UPDATE opportunity SET policy = 'gone' WHERE customer = ?", [customer])
    try house.set("2026-12-20 10:00")
    XCTAssertEqual(try house.tick().failed, [customer])
    XCTAssertEqual(try engine.nextLook(after: house.now), house.now + 20)
  }

  /// More than one chunk, and several chunks between two checkpoints (R4.11).
  func testManyAreReleasedInChunks() throws {
    let house = try TestHouse(Policy.channel(["capacity": 100_000]))
    try house.importRows((1...1150).map { "苏州潮音\($0)厂,0512-6\(1_000_000 + $0),苏州" }, to: .zhang)
    try house.set("2026-12-25 00:00")
    XCTAssertEqual(try house.tick().warned, 1150)
    try house.set("2026-12-27 00:00")
    XCTAssertEqual(try house.tick().released, 1150)
    XCTAssertEqual(try BaseDump(house.path).count("opportunity", where: "ended_at IS NULL"), 0)
    XCTAssertEqual(try BaseDump(house.path).value("SELECT value FROM counter WHERE name = 'sea'"), "1150")
  }

  // MARK: alerts

  func testTheHolderIsToldOnce() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-27 10:00")
    let alerts = try Reading.alerts(of: house.id(.zhang), limit: 99, in: house.house)
    XCTAssertEqual(alerts.map(\.kind), [.flowedBack, .warned, .warned, .warned])
    XCTAssertEqual(Set(alerts.map(\.customer)), [customer])
    XCTAssertEqual(Set(alerts.map(\.due)), [try house.time("2026-12-27 00:00")])
    XCTAssertEqual(
      alerts.map(\.at),
      try ["2026-12-27 00:00", "2026-12-25 00:00", "2026-12-23 00:00", "2026-12-18 09:00"].map(house.time))
    XCTAssertEqual(try Reading.alerts(of: house.id(.li), limit: 99, in: house.house).count, 0)
  }

  func testAlertsAreNewUntilTheyAreSeen() throws {
    let house = try TestHouse()
    try house.customer(in: .library(of: .zhang))
    try house.tick(through: "2026-12-24 10:00")
    let zhang = house.id(.zhang)
    XCTAssertEqual(try house.library(of: .zhang).unseenAlerts, 2)
    let newest = try XCTUnwrap(try Reading.alerts(of: zhang, limit: 9, in: house.house).first).id
    try MarkAlertsSeen(upTo: newest).perform(by: zhang, at: house.now, in: house.house)
    XCTAssertEqual(try house.library(of: .zhang).unseenAlerts, 0)
    XCTAssertEqual(try Reading.alerts(of: zhang, limit: 9, in: house.house).map(\.isNew), [false, false])
    try house.tick(through: "2026-12-25 10:00")
    XCTAssertEqual(
      try Reading.alerts(of: zhang, limit: 9, in: house.house).map(\.isNew), [true, false, false])
  }
}
