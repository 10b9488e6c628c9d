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

  /// R4.5: a calendar adopted for a new year holds in it, and leaves the others as they are.
  func testACalendarAdoptedForANewYear() throws {
    let off = try XCTUnwrap(Day(iso: "2031-01-23"))
    let work = try XCTUnwrap(Day(iso: "2031-01-19"))
    let adopted = HouseCalendar.ofTests.replacing([off: false, work: true])
    XCTAssertTrue(adopted.hasTable(for: 2031))
    XCTAssertFalse(adopted.hasTable(for: 2030), "only the year it names")
    XCTAssertFalse(adopted.isDeskDay(off), "a Thursday off")
    XCTAssertTrue(adopted.isDeskDay(work), "a Sunday worked")
    XCTAssertEqual(adopted.deskDay(after: off - 1), off + 1)
    for year in [2024, 2026, 2027] { XCTAssertTrue(adopted.hasTable(for: year)) }
    for day in CalendarTable().exceptions.keys {
      XCTAssertEqual(adopted.isDeskDay(day), HouseCalendar.ofTests.isDeskDay(day), day.iso)
    }
  }

  /// A year adopted anew is that of the new table alone; its neighbours keep theirs.
  func testACalendarAdoptedForAYearThatHasOne() throws {
    let off = try XCTUnwrap(Day(iso: "2026-11-26"))
    let adopted = HouseCalendar.ofTests.replacing([off: false])
    XCTAssertFalse(adopted.isDeskDay(off))
    XCTAssertTrue(adopted.isDeskDay(try XCTUnwrap(Day(iso: "2026-10-01"))), "the old table of 2026 is gone")
    XCTAssertFalse(adopted.isDeskDay(try XCTUnwrap(Day(iso: "2027-10-01"))))
    XCTAssertFalse(adopted.isDeskDay(try XCTUnwrap(Day(iso: "2025-10-01"))))
  }

  /// 40 cases that two independent libraries agree on, heavy on the edges of holidays.
  func testDeskDaysAgreeWithTheOracle() throws {
    let rows = try CalendarFixture.rows("workday_cases.tsv")
    XCTAssertEqual(rows.count, 40)
    for row in rows {
      let start = try XCTUnwrap(Day(iso: row[1]))
      let count = try XCTUnwrap(Int(row[3]))
      let due = HouseCalendar.ofTests.adding(deskDays: count, to: start)
      XCTAssertEqual(due.iso, row[4], row[0])
      XCTAssertEqual(due - start, Int(row[5]), row[0])
      XCTAssertEqual(HouseCalendar.ofTests.isDeskDay(start), row[2] == "1", row[0])
    }
  }
}
