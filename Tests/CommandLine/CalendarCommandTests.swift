import TestSupport
import XCTest

/// The calendar of the house, as scripts use it (R4.5).
final class CalendarCommandTests: XCTestCase {
  func testACalendarIsImported() throws {
    let house = try CommandHouse(policy: "direct")
    let code = try house.entered(1, by: "zhang")
    let shown = try house.call("calendar show 2026").lines
    XCTAssertTrue(shown.contains(["date": "2026-10-01", "kind": "off"]), "\(shown)")
    let lines = (11...15).map { "2026-12-\($0)\toff\tremark" } + ["2026-12-19,work", "", "# the end"]
    let path = try house.file("\u{FEFF}date,kind\r\n" + lines.joined(separator: "\r\n"))
    XCTAssertEqual(try house.run("calendar import \(path)"), ["years": [2026]])
    try house.run("engine tick")
    XCTAssertEqual(try house.run("why \(code)", as: "zhang")["due_at"], "2026-12-16T10:00:00+08:00")
    let now = try house.call("calendar show 2026").lines.map { $0["date"]?.text }
    XCTAssertEqual(now, ["2026-12-11", "2026-12-14", "2026-12-15", "2026-12-19"])
    XCTAssertEqual(try house.run("workday 2026-12-10 +1")["due"], "2026-12-16", "what the house adopted")
    XCTAssertEqual(try house.call("calendar show 2040").lines, [])
    XCTAssertTrue(house.text("calendar show 2040").contains("No table for 2040"))
    XCTAssertEqual(try house.call("calendar import \(path)", as: "lin").code, "not_allowed")
  }

  func testWithoutABaseTheCalendarThatShips() throws {
    let base = try CommandBase(sandbox: false)
    let days = base.run(["calendar", "show", "2026", "--json"])
    XCTAssertEqual(days.status, 0, days.errors)
    XCTAssertTrue(try days.objects.contains(["date": "2026-10-01", "kind": "off"]))
    XCTAssertEqual(
      try base.run(["workday", "2026-09-30", "+3", "--json"]).objects.first?["due"], "2026-10-10")
  }

  func testABadCalendarIsRefusedWithItsLine() throws {
    let house = try CommandHouse()
    let year = (1...7).map { "2026-10-0\($0),off" }
    let later = (1...7).map { "2028-10-0\($0),off" }
    for (lines, what) in [
      (year + ["2026-02-30,off"], "8"), (year + ["2026-10-08"], "8"), (year + ["2026-10-08,open"], "8"),
      (year + ["tomorrow,off"], "8"), (year + ["2026-10-01,work"], "8"), (year + later, "2027"),
      (Array(year.prefix(2)), "2026"), ([], "no day"), (["", "# nothing"], "no day"),
    ] {
      for newline in ["\n", "\r\n"] {
        let path = try house.file(lines.joined(separator: newline))
        let said = try house.call("calendar import \(path)")
        XCTAssertEqual([said.code, String(said.status)], ["bad_calendar", "1"], "\(lines)")
        XCTAssertTrue(said.text.contains(what), said.text)
      }
    }
    XCTAssertEqual(try house.call("calendar import /nowhere/x.csv").code, "bad_file")
  }
}
