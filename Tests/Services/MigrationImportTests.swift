import Domain
import Services
import Storage
import TestSupport
import XCTest

/// Customers taken over from another system with their holders and dates (R12.3).
final class MigrationImportTests: XCTestCase {
  private static let heading = "公司名称,固定电话,经营地址,负责人,录入日期,最后联系"
  /// It is Thursday, 2026-11-26.

  @discardableResult
  private func migrate(
    _ rows: [String], into house: TestHouse, from day: Day? = Day(iso: "2026-12-01"), isDryRun: Bool = false,
    heading: String = heading, refused: @escaping (RowRefusal) -> Void = { _ in }
  ) throws -> ImportReport {
    let rows = rows.enumerated().map { index, row in
      row.replacing("#", with: "苏州潮音\(index)厂,0512-6\(1_000_000 + index),苏州")
    }
    return try house.importRows(rows, clocksFrom: day, isDryRun: isDryRun, heading: heading, refused: refused)
  }

  func testEachGoesToItsHolderAndTheRestToTheSea() throws {
    let house = try TestHouse()
    let name = try house.person(.li).name
    try migrate(["#,zhang,2025-03-01,2026-10-02", "#,\(name),,", "#,,2025-03-01,"], into: house)
    XCTAssertEqual(try house.view(CustomerID(1)).customer.holder, house.id(.zhang))
    XCTAssertEqual(try house.view(CustomerID(2), as: .li).customer.holder, house.id(.li))
    let third = try house.view(CustomerID(3))
    XCTAssertNil(third.customer.holder)
    XCTAssertEqual(third.migrated?.history.entered, Day(iso: "2025-03-01"))
    XCTAssertNil(try house.view(CustomerID(2), as: .li).migrated)
  }

  /// The dates are kept and shown, and are neither a note nor a way in of their days.
  func testTheHistoryIsKeptAndMovesNothing() throws {
    let house = try TestHouse()
    try migrate(["#,zhang,2025-03-01,2026-10-02"], into: house)
    let view = try house.view(CustomerID(1))
    XCTAssertEqual(view.customer.state, .pending)
    XCTAssertEqual(view.notes.count, 0)
    XCTAssertEqual(view.opportunity?.enteredAt, house.now)
    let migrated = view.timeline.filter { if case .migrated = $0.kind { true } else { false } }
    XCTAssertEqual(migrated.map(\.at), [house.now])
    guard case .migrated(let history) = view.timeline.last?.kind else {
      return XCTFail("it is no first line")
    }
    XCTAssertEqual(
      history, MigratedHistory(entered: Day(iso: "2025-03-01"), lastContact: Day(iso: "2026-10-02")))
    XCTAssertEqual(try house.library(of: .zhang).day.newCustomers, 0)
  }

  func testClocksStartAtTheStatedDay() throws {
    let house = try TestHouse()
    try migrate(["#,zhang,2025-03-01,2026-10-02"], into: house)
    XCTAssertEqual(try house.due(CustomerID(1)), "2026-12-31 24:00")
    // A note before that day starts the clock no earlier.
    try house.note(CustomerID(1), by: .zhang)
    XCTAssertEqual(try house.due(CustomerID(1)), "2026-12-31 24:00")
    try house.set("2026-12-03 10:00")
    try house.note(CustomerID(1), by: .zhang)
    XCTAssertEqual(try house.due(CustomerID(1)), "2027-01-02 24:00")
    let today = try TestHouse()
    try migrate(["#,zhang,,"], into: today, from: Day(iso: "2026-11-26"))
    XCTAssertEqual(try today.due(CustomerID(1)), "2026-12-26 24:00")
  }

  /// Who gets a customer later has its clocks from then on (R3.3).
  func testTheNextHolderHasClocksOfHisOwn() throws {
    let house = try TestHouse()
    try migrate(["#,zhang,,"], into: house)
    try house.release(CustomerID(1), by: .zhang)
    house.pass(minutes: 5)
    try house.pick(CustomerID(1), by: .li)
    XCTAssertEqual(try house.due(CustomerID(1), as: .li), "2026-12-26 24:00")
  }

  func testTheDayOfTheClocksIsTodayOrSoon() throws {
    let house = try TestHouse()
    for (day, problem) in [("2026-11-25", Refusal.Problem.past), ("2026-12-28", .outOfRange)] {
      try assertRefused(.invalidField("clocks_from", problem), leaves: house) {
        try migrate(["#,zhang,,"], into: house, from: Day(iso: day))
      }
    }
    XCTAssertEqual(try migrate(["#,zhang,,"], into: house, from: Day(iso: "2026-12-27")).entered, 1)
  }

  func testWhatIsWrongIsNamed() throws {
    let rows = [
      "#,nobody,,", "#,clerk,,", "#,zhang,2026-11-27,", "#,zhang,soon,", "#,zhang,2026-10-02,2026-10-01",
      "#,zhang,,2026-13-01", "#,zhang,2026-11-26,2026-11-26",
    ]
    let problems = [
      "holder.unknown", "holder.unknown", "entered.ahead", "entered.unreadable",
      "last_contact.before_entered",
      "last_contact.unreadable",
    ]
    for isDryRun in [true, false] {
      var refused: [String] = []
      let house = try TestHouse()
      let report = try migrate(rows, into: house, isDryRun: isDryRun) { refused.append($0.problem) }
      XCTAssertEqual(report.entered, 1)
      XCTAssertEqual(refused, problems)
    }
  }

  func testANameThatSeveralHaveIsNoHolder() throws {
    let house = try TestHouse()
    let name = try house.person(.li).name
    try house.store().connection.run("UPDATE person SET name = ? WHERE id = ?", [name, house.id(.zhang)])
    let report = try migrate(["#,\(name),,", "#,zhang,,"], into: house)
    XCTAssertEqual(report.problems, ["holder.ambiguous": 1])
  }

  /// Beyond a holder's capacity rows are refused, those of others go in.
  func testRowsBeyondCapacityAreRefused() throws {
    let house = try TestHouse(Policy.channel(["capacity": 2]))
    let rows = ["#,zhang,,", "#,zhang,,", "#,zhang,,", "#,li,,", "#,,,"]
    for isDryRun in [true, false] {
      let report = try migrate(rows, into: house, isDryRun: isDryRun)
      XCTAssertEqual(report.entered, 4)
      XCTAssertEqual(report.reasons, ["library_full": 1])
    }
  }

  func testColumnsOfAMigrationAreForOneAlone() throws {
    let house = try TestHouse()
    XCTAssertThrowsError(try migrate(["#,zhang,,"], into: house, from: nil)) {
      XCTAssertEqual($0 as? ImportError, .heading(.onlyForMigration(["负责人", "录入日期", "最后联系"])))
    }
    XCTAssertThrowsError(try migrate(["#"], into: house, heading: "公司名称,固定电话,经营地址")) {
      XCTAssertEqual($0 as? ImportError, .heading(.missing(.holder)))
    }
  }

  func testDaysAsTablesHaveThem() throws {
    let calendar = HouseCalendar.shipped(for: try .channel())
    for text in [
      "2026-11-20", "2026/11/20", "2026.11.20", "2026年11月20日", "20261120", "46346", "46346.6041",
      "2026-11-20 14:30:05", "2026/11/20 9:05", "2026-11-20T14:30:00Z",
    ] { XCTAssertEqual(ImportDate.day(text, in: calendar)?.iso, "2026-11-20", text) }
    XCTAssertEqual(ImportDate.day("2026/1/5", in: calendar)?.iso, "2026-01-05")
    for text in [
      "", "11/20/2026", "2026-13-01", "2026-02-30", "20-11-2026", "2026", "2026-11", "昨天", "2026--1",
      "-46346",
      "999999999999999999999", "2026-11-20-1", "12345", "1.5",
    ] { XCTAssertNil(ImportDate.day(text, in: calendar), text) }
  }
}
