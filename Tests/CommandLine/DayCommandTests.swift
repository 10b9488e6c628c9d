import TestSupport
import XCTest

/// The commands of the agent's day and the manager's evening, as scripts use them.
final class DayCommandTests: XCTestCase {
  private func enter(_ count: Int, in base: CommandBase) throws -> [String] {
    try (1...count).map { index in
      let entered = try base.json(
        "enter", "--name", "苏州潮音\(index)号机械有限公司", "--phone", "0512-6001000\(index)", "--fax", "none",
        "--address",
        "苏州市潮声路\(index)号", "--as", "zhang")
      return try XCTUnwrap(entered["code"]?.text)
    }
  }

  func testTheDayOfAnAgent() throws {
    let base = try CommandBase()
    let codes = try enter(2, in: base)
    _ = try base.json(
      "note", codes[0], "--kind", "call", "--outcome", "appointment", "--text", "约好", "--next",
      "2026-11-26T15:00:00+08:00",
      "--intent", "B", "--as", "zhang")
    let again = try base.json(
      "note", codes[0], "--kind", "call", "--outcome", "no_answer", "--text", "", "--next", "+2h", "--as",
      "zhang")
    XCTAssertEqual(again["next_contact_at"]?.text, "2026-11-26T15:00:00+08:00", "what was agreed stays")
    let calls = try base.list("calls", "--as", "zhang")
    XCTAssertEqual(calls.map { $0["code"]?.text }, [codes[0]])
    XCTAssertEqual(calls.first?["why"], "appointment")
    XCTAssertEqual(calls.first?["at"]?.text, "2026-11-26T15:00:00+08:00")
    let counters = try base.json("counters", "--as", "zhang")
    XCTAssertEqual(
      ["effective", "ab", "added", "visits"].map { counters[$0]?.integer }, [1, 1, 2, 0])
    XCTAssertEqual(
      ["effective", "ab", "added", "visits"].map { counters["\($0)_target"]?.integer }, [32, 3, 5, 8])
    XCTAssertEqual(try base.list("counters", "--counted", "--as", "zhang").count, 4)
    XCTAssertEqual(try base.json("visit-day", "on", "--as", "zhang")["date"], "2026-11-26")
    XCTAssertEqual(try base.json("counters", "--as", "zhang")["visit_day"], true)
    try base.assertRefused("usage", status: 2, ["visit-day", "perhaps", "--as", "zhang"])
  }

  func testTomorrowAndTheEvening() throws {
    let base = try CommandBase()
    let codes = try enter(3, in: base)
    try base.assertRefused("list_empty", ["tomorrow", "submit", "--as", "zhang"])
    _ = try base.json("tomorrow", "add", codes[2], "--as", "zhang")
    try base.assertRefused("already_listed", ["tomorrow", "add", codes[2], "--as", "zhang"])
    XCTAssertEqual(try base.json("tomorrow", "fill", "--as", "zhang")["prepared"]?.integer, 3)
    _ = try base.json("tomorrow", "drop", codes[1], "--as", "zhang")
    try base.assertRefused("list_short", ["tomorrow", "submit", "--as", "zhang"])
    XCTAssertEqual(
      try base.json("tomorrow", "submit", "--reason", "库里只有两家", "--as", "zhang")["status"], "submitted")
    try base.assertRefused("already_submitted", ["tomorrow", "submit", "--reason", "又", "--as", "zhang"])
    let shown = try base.list("tomorrow", "show", "--as", "zhang")
    XCTAssertEqual(shown.first?["date"], "2026-11-27")
    XCTAssertEqual([shown.first?["prepared"]?.integer, shown.first?["new"]?.integer], [2, 2])
    XCTAssertEqual(shown.dropFirst().map { $0["code"]?.text }, [codes[2], codes[0]])
    XCTAssertEqual(try base.list("evening", "--as", "lin").map { $0["status"]?.text }, ["submitted"])
    try base.assertRefused("not_allowed", ["evening", "--as", "zhang"])
    try base.assertRefused("invalid_field", ["evening", "return", "zhang", "--remark", " ", "--as", "lin"])
    _ = try base.json("evening", "return", "zhang", "--remark", "新的不够", "--as", "lin")
    XCTAssertEqual(try base.list("tomorrow", "show", "--as", "zhang").first?["remark"], "新的不够")
    XCTAssertEqual(try base.list("alerts", "--as", "zhang").first?["remark"], "新的不够")
    _ = try base.json("tomorrow", "submit", "--reason", "就这些", "--as", "zhang")
    XCTAssertEqual(try base.json("evening", "pass", "zhang", "--as", "lin")["status"], "passed")
    try base.assertRefused("list_passed", ["evening", "pass", "zhang", "--as", "lin"])
    try base.assertRefused("other_department", ["evening", "pass", "li", "--as", "lin"])
    let line = try XCTUnwrap(try base.list("evening", "--as", "lin").first)
    let keys: Set = [
      "login", "name", "prepared", "new", "effective", "ab", "added", "visits", "overdue", "warnings",
      "status",
    ]
    XCTAssertEqual(keys.subtracting(line.keys), [], "missing keys")
    XCTAssertEqual(line["status"], "passed")
    XCTAssertEqual(try base.list("evening", "history", "--as", "lin").map { $0["passed_by"]?.text }, ["林经理"])
    _ = try base.json("cover", "li", "--from", "2026-11-26", "--to", "2026-11-27", "--by", "zhang")
    XCTAssertEqual(
      try base.list("evening", "--department", "二部").map { $0["status"]?.text }, ["away"])
    try base.assertRefused("away", ["evening", "pass", "li"])
  }
}
