import Domain
import Services
import TestSupport
import XCTest

/// What `tideline doctor` finds, and what it makes anew.
final class DoctorTests: XCTestCase {
  private func house() throws -> TestHouse {
    let house = try TestHouse()
    try house.customers(4, in: .library(of: .zhang)).forEach { _ in }
    try house.customer("苏州日东精密电子有限公司", in: .sea)
    try house.set("2026-12-24 10:00")
    try house.engineTick()
    return house
  }

  private func wrong(_ house: TestHouse) throws -> [Finding.Check] {
    try Examination.read(
      by: house.id(.admin), at: house.now, wallClock: Instant(seconds: 0), in: house.house
    ).filter { $0.state == .wrong }.map(\.check)
  }

  private func rebuild(_ house: TestHouse) throws -> [Int] {
    let now = house.now
    let (customers, wrong) = try RebuildDerived().perform(
      by: house.id(.admin), at: now, wallClock: { now }, in: house.house)
    return [customers, wrong]
  }

  private func run(_ sql: String, in house: TestHouse) throws {
    try house.store().connection.execute(sql)
  }

  func testASoundHouse() throws {
    let house = try house()
    XCTAssertEqual(try wrong(house), [])
    let others: Set = ["event", "lease", "customer_grams_data", "customer_grams_idx"]
    let before = try BaseDump(house.path).all(except: others)
    XCTAssertEqual(try rebuild(house), [5, 0])
    XCTAssertEqual(try BaseDump(house.path).all(except: others), before, "nothing was wrong")
  }

  /// R3.11: the names of what was merged belong to what a customer is found by.
  func testAMergedCustomerIsSoundToo() throws {
    let house = try house()
    let ids = try house.customers(2, in: .library(of: .li))
    try house.merge(ids[0], ids[1])
    try house.merge(CustomerID(5), ids[0])
    XCTAssertEqual(try wrong(house), [])
    let rows = try BaseDump(house.path).rows(of: "customer")
    XCTAssertEqual(try rebuild(house), [7, 0])
    XCTAssertEqual(try BaseDump(house.path).rows(of: "customer"), rows)
    XCTAssertEqual(try wrong(house), [])
  }

  func testDerivedColumnsAreCheckedAndMadeAnew() throws {
    for damage in [
      "flow_back_at = flow_back_at - 1", "wake_at = NULL", "clock = 'visit'", "warned_at = NULL",
      "buys_by = 7",
    ] {
      let house = try house()
      let rows = try BaseDump(house.path).rows(of: "customer")
      try run("UPDATE customer SET \(damage) WHERE id = 2", in: house)
      XCTAssertEqual(try wrong(house), [.derived], damage)
      XCTAssertEqual(try rebuild(house), [5, 1])
      XCTAssertEqual(try wrong(house), [], damage)
      if damage != "buys_by = 7" { XCTAssertEqual(try BaseDump(house.path).rows(of: "customer"), rows) }
    }
  }

  /// R7.5: what a list keeps of its customers, where nothing froze it.
  func testTheCopiesOnListsAreCheckedAndMadeAnew() throws {
    for damage in ["is_held = 0", "intent = 'A'", "due = due + 1", "due = NULL"] {
      let house = try house()
      try house.fillTomorrow()
      let rows = try BaseDump(house.path).rows(of: "day_list_row")
      try run("UPDATE day_list_row SET \(damage) WHERE customer = 2", in: house)
      XCTAssertEqual(try wrong(house), [.lists], damage)
      XCTAssertEqual(try rebuild(house), [5, 0])
      XCTAssertEqual(try wrong(house), [], damage)
      XCTAssertEqual(try BaseDump(house.path).rows(of: "day_list_row"), rows)
      // R8.2: what was passed says what was then, whatever becomes of its customers.
      try run("UPDATE day_list_row SET is_live = 0, \(damage) WHERE customer = 2", in: house)
      XCTAssertEqual(try wrong(house), [], damage)
    }
  }

  func testTheSearchIndexIsCheckedAndMadeAnew() throws {
    for damage in [
      "INSERT INTO customer_grams (customer_grams) VALUES ('delete-all')",
      "UPDATE customer SET name_key = 'x' WHERE id = 5", "UPDATE customer SET initials = 'x' WHERE id = 5",
      "UPDATE customer SET folded = 'x' WHERE id = 5",
    ] {
      let house = try house()
      try run(damage, in: house)
      XCTAssertEqual(try wrong(house), [.search], damage)
      _ = try rebuild(house)
      XCTAssertEqual(try wrong(house), [])
      var query = SeaQuery(searching: "日东", tables: house.rules.tables)
      query.limit = 9
      let found = try SeaView.read(query, by: house.id(.zhang), in: house.house).rows
      XCTAssertEqual(found.map(\.name), ["苏州日东精密电子有限公司"])
    }
  }

  func testCountersAndHolders() throws {
    let house = try house()
    try run("UPDATE counter SET value = value + 1 WHERE name = 'sea'", in: house)
    XCTAssertEqual(try wrong(house), [.rows])
    _ = try rebuild(house)
    XCTAssertEqual(try wrong(house), [])
    try run("UPDATE customer SET opportunity = 1 WHERE id = 2", in: house)
    XCTAssertEqual(try wrong(house), [.rows], "who holds it is no derived column: it is said, not guessed")
    _ = try rebuild(house)
    XCTAssertEqual(try wrong(house), [.rows])
  }

  func testTheEngineAndTheClock() throws {
    let house = try house()
    house.pass(seconds: 120)
    XCTAssertEqual(try wrong(house), [])
    house.pass(seconds: 1)
    XCTAssertEqual(try wrong(house), [.engine])
    house.pass(days: 16)
    XCTAssertEqual(try wrong(house), [.engine, .clock])
    try house.engineTick()
    XCTAssertEqual(try wrong(house), [.engine, .clock, .fuse])
    try house.set("2040-03-01 10:00")
    XCTAssertEqual(try wrong(house), [.engine, .clock, .fuse, .calendar])
  }

  func testWhoMayNot() throws {
    let house = try house()
    for who in [TestHouse.Who.zhang, .manager, .support] {
      try assertRefused(.notAllowed(.engine), leaves: house) {
        _ = try Examination.read(
          by: house.id(who), at: house.now, wallClock: house.now, in: house.house)
      }
    }
  }

  /// R2.5: a trigger or table that was dropped shows, and one that was changed or added.
  func testTheGuardsAreMissed() throws {
    for damage in [
      "DROP TRIGGER event_stays", "DROP TRIGGER note_is_final", "DROP TABLE warning",
      "DROP INDEX event_customer",
      "DROP TRIGGER event_is_final; CREATE TRIGGER event_is_final BEFORE UPDATE ON event BEGIN SELECT 1; END",
      "CREATE TRIGGER x AFTER INSERT ON event BEGIN DELETE FROM alert; END", "DROP TABLE blocked_name",
    ] {
      let house = try house()
      try run(damage, in: house)
      XCTAssertTrue(try wrong(house).contains(.guards), damage)
    }
    XCTAssertFalse(try wrong(try house()).contains(.guards))
  }
}
