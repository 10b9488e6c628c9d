import Assets
import Domain
import XCTest

final class CalendarTableTests: XCTestCase {
  func testTheBuiltInTableIsReadWhole() {
    let table = CalendarTable()
    XCTAssertEqual(table.exceptions.count, Table("tables/workdays.tsv").rows.count)
    XCTAssertEqual(table.years, [2024, 2025, 2026, 2027])
    XCTAssertEqual(table.provisionalYears, [2027])
  }

  func testOffAndWorkAreToldApart() {
    let table = CalendarTable(rows: [["2026-10-01", "off", "National Day"], ["2026-10-10", "work"]])
    XCTAssertEqual(table.exceptions[Day(number: 20_727)], false)
    XCTAssertEqual(table.exceptions[Day(number: 20_736)], true)
    XCTAssertEqual(table.provisionalYears, [])
  }

  func testLinesThatSayNothingArePassedOver() {
    let table = CalendarTable(rows: [[], ["2026-02-30", "off"], ["2026-10-01", "perhaps"], ["2026-10-01"]])
    XCTAssertEqual(table.exceptions, [:])
    XCTAssertEqual(table.years, [])
  }

  func testAYearWithoutATableIsKnownAsSuch() {
    let calendar = HouseCalendar.ofTests
    XCTAssertTrue(calendar.hasTable(for: 2026))
    XCTAssertFalse(calendar.hasTable(for: 2031))
  }

  /// 40 cases that two independent libraries agree on, heavy on the edges of holidays.
  func testDeskDaysAgreeWithTheOracle() throws {
    for row in try CalendarFixture.rows("workday_cases.tsv") {
      let start = try XCTUnwrap(Day(iso: row[1]))
      let count = try XCTUnwrap(Int(row[3]))
      let due = HouseCalendar.ofTests.adding(deskDays: count, to: start)
      XCTAssertEqual(due.iso, row[4], row[0])
      XCTAssertEqual(due - start, Int(row[5]), row[0])
      XCTAssertEqual(HouseCalendar.ofTests.isDeskDay(start), row[2] == "1", row[0])
    }
  }
}
