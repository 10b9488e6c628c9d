import TestSupport
import XCTest

/// The lists of the floor through commands, as an outsider tries them (R7.1, R7.4, R7.5, R8.1-R8.3).
final class EveningCommandTests: XCTestCase {
  /// Zhang holds three customers in 一部 under lin, li one in 二部, which has no manager; gu is above both.
  private func base() throws -> CommandBase {
    let base = try CommandBase()
    try base.json("person", "add", "gu", "--name", "顾大寒", "--department", "House", "--role", "director")
    for (index, login) in ["zhang", "zhang", "zhang", "li"].enumerated() {
      try base.json(
        "enter", "--name", "苏州潮音\(index)号机械有限公司", "--phone", "0512-6001000\(index)", "--fax", "none",
        "--address", "苏州市潮声路\(index)号", "--as", login)
    }
    return base
  }

  private func handIn(_ login: String, in base: CommandBase) throws {
    try base.json("tomorrow", "fill", "--as", login)
    try base.json("tomorrow", "submit", "--reason", "库里只有这些", "--as", login)
  }

  private func tick(_ time: String, in base: CommandBase) throws {
    base.set(time)
    try base.json("engine", "tick")
  }

  // MARK: names

  func testTheKeysOfTheAnswers() throws {
    let base = try base()
    let figures: Set = [
      "effective", "effective_target", "ab", "ab_target", "added", "added_target", "visits", "visits_target",
      "visit_day",
    ]
    XCTAssertEqual(try base.json("counters", "--as", "zhang").keys, figures)
    try base.json("plan", "1", "2026-11-26T15:00:00+08:00", "--as", "zhang")
    try base.json("plan", "2", "2026-11-26T15:00:00+08:00", "--as", "zhang")
    try base.json("release", "2", "--reason", "no_need", "--as", "zhang")
    let calls = try base.list("calls", "--as", "zhang")
    XCTAssertEqual(
      calls.map(\.keys),
      [
        [
          "code", "id", "name", "why", "at", "agreed", "purpose", "due_at", "days_overdue", "tries", "intent",
          "called_today",
          "struck", "end_reason",
        ], ["code", "id", "name", "why", "at", "due_at", "struck", "ended_at", "end_reason"],
      ])
    try handIn("zhang", in: base)
    let list = try base.list("tomorrow", "show", "--as", "zhang")
    XCTAssertEqual(
      list.first?.keys,
      [
        "date", "prepared", "prepared_target", "new", "new_target", "status", "changed", "submitted_at",
        "late", "reason", "remark", "answered_by", "visit_day", "version",
      ])
    let row: Set = [
      "code", "name", "source", "new", "later", "counts", "intent", "at", "agreed", "purpose", "due_at",
      "end_reason",
    ]
    XCTAssertEqual(list.dropFirst().map(\.keys), [row, row])
    XCTAssertEqual(try base.list("evening", "show", "zhang", "--as", "lin").map(\.keys), list.map(\.keys))
    let line: Set = [
      "date", "for", "login", "name", "department", "prepared", "prepared_target", "new", "new_target",
      "overdue", "warnings", "status", "whole", "submitted_at", "late", "changed", "passed_by", "deputy",
      "version",
    ]
    XCTAssertEqual(try base.list("evening", "--as", "lin").map(\.keys), [line.union(figures)])
    XCTAssertEqual(
      try base.list("evening", "history", "--as", "lin").map(\.keys),
      [
        [
          "date", "login", "name", "department", "status", "submitted_at", "late", "passed_by", "answered_at",
          "remark", "at_close",
        ]
      ])
  }

  // MARK: bad input

  func testWhatIsRefusedInOneLineAndChangesNothing() throws {
    let base = try base()
    try handIn("zhang", in: base)
    try base.json("cover", "li", "--from", "2026-11-26", "--to", "2026-11-27", "--by", "zhang")
    for (code, words) in [
      ("other_department", "evening pass li --as lin"), ("other_department", "evening show li --as lin"),
      ("other_department", "evening history li --as lin"), ("own_list", "evening pass lin --as lin"),
      ("not_allowed", "evening pass zhang --as zhang"), ("not_allowed", "evening pass zhang --as li"),
      ("not_allowed", "evening --department 二部 --as lin"), ("not_allowed", "evening history --as zhang"),
      ("invalid_field", "evening --department 九部 --as gu"),
      ("invalid_field", "evening pass --whole --department 九部 --as gu"),
      ("unknown_person", "evening pass nobody --as lin"),
      ("unknown_person", "evening return nobody --remark x --as lin"),
      ("unknown_person", "evening show nobody --as lin"),
      ("unknown_person", "evening history nobody --as lin"),
      ("not_submitted", "evening pass zhang --date 2026-11-25 --as lin"),
      ("not_submitted", "evening pass zhang --date 2026-11-27 --as lin"), ("away", "evening pass li --as gu"),
      ("away", "evening return li --remark x --as gu"),
      ("already_submitted", "tomorrow submit --reason x --as zhang"),
      ("list_empty", "tomorrow submit --reason x --as li"), ("not_submitted", "tomorrow withdraw --as li"),
      ("unknown_customer", "tomorrow add K999999 --as zhang"), ("not_held", "tomorrow add 4 --as zhang"),
      ("not_listed", "tomorrow drop 4 --as zhang"), ("already_listed", "tomorrow add 1 --as zhang"),
      ("invalid_field", "cover zhang --from 2026-11-27 --to 2026-11-26 --by li"),
      ("invalid_field", "cover zhang --from 2026-11-20 --to 2026-11-21 --by li"),
      ("invalid_field", "cover zhang --from 2026-11-26 --to 2026-11-27 --by zhang"),
      ("unknown_person", "cover nobody --from 2026-11-26 --to 2026-11-27 --by li"),
      ("unknown_person", "cover zhang --from 2026-11-26 --to 2026-11-27 --by nobody"),
      ("not_allowed", "cover li --from 2026-11-26 --to 2026-11-27 --by zhang --as lin"),
      ("not_allowed", "cover zhang --from 2026-11-26 --to 2026-11-27 --by li --as zhang"),
    ] {
      try base.assertRefused(code, words.split(separator: " ").map(String.init))
    }
    for words in [
      "evening --date garbage --as lin", "evening --date 2026-02-30 --as lin", "evening pass --as lin",
      "evening pass zhang --whole --as lin", "evening pass zhang --department 一部 --as lin",
      "evening pass zhang --date soon --as lin", "evening return zhang --as lin", "evening show --as lin",
      "evening history --date soon --as lin", "evening history zhang --department 一部 --as lin",
      "evening history zhang li --as lin",
      "cover zhang --from soon --to 2026-11-27 --by li", "cover zhang --from 2026-11-26 --by li",
      "tomorrow add --as zhang", "tomorrow drop --as zhang", "tomorrow submit --reason --as zhang",
    ] {
      try base.assertRefused("usage", status: 2, words.split(separator: " ").map(String.init))
    }
    XCTAssertEqual(try base.list("evening", "--as", "lin").map { $0["status"]?.text }, ["submitted"])
  }

  func testADepartmentWithoutAgentsHasNoEvening() throws {
    let base = try base()
    try base.json("person", "add", "lu", "--name", "陆小雪", "--department", "空部", "--role", "clerk")
    for words in [["evening"], ["evening", "history"], ["evening", "pass", "--whole"]] {
      let words = words + ["--department", "空部", "--as", "gu"]
      XCTAssertEqual(try base.run(words + ["--json"]).objects, [])
      let text = base.run(words)
      XCTAssertEqual([Int(text.status), text.output.filter(\.isNewline).count], [0, 1], text.output)
    }
  }

  // MARK: the evening and the next one

  func testWhatWasPlannedIsComparedTheNextEvening() throws {
    let base = try base()
    try handIn("zhang", in: base)
    try base.json("evening", "pass", "zhang", "--as", "lin")
    base.set("2026-11-27T10:00:00+08:00")
    try base.json("note", "1", "--kind", "call", "--outcome", "connected", "--text", "要报价", "--as", "zhang")
    try base.json("release", "2", "--reason", "no_need", "--as", "zhang")
    base.set("2026-11-27T17:00:00+08:00")
    let planned = try base.list("evening", "show", "zhang", "--as", "lin").filter { $0["planned"] == true }
    XCTAssertEqual(planned.map { $0["code"]?.text }, ["K000001", "K000002", "K000003"])
    XCTAssertEqual(planned.map { $0["called"] }, [true, false, false])
    XCTAssertEqual(planned.map { $0["outcome"]?.text }, ["connected", nil, nil])
    XCTAssertEqual(planned.map { $0["end_reason"]?.text }, [nil, "no_need", nil], "not called, and why")
    XCTAssertEqual(
      planned.first?.keys,
      ["code", "name", "planned", "source", "called", "outcome", "called_at", "end_reason"])
  }

  /// R8.2, R8.3: whether the engine ran at the close or came later, who was unchecked then is on record.
  func testTheCloseGoesOnRecord() throws {
    let base = try base()
    try handIn("zhang", in: base)
    try base.json("evening", "pass", "zhang", "--as", "lin")
    try handIn("li", in: base)
    try tick("2026-11-26T18:29:00+08:00", in: base)
    XCTAssertEqual(try base.list("evening", "history", "--as", "gu").map { $0["at_close"] }, [.null, .null])
    try tick("2026-11-26T18:31:00+08:00", in: base)
    try base.json("evening", "pass", "li", "--as", "gu")
    func history(_ words: String...) throws -> [[String?]] {
      let answer = base.run(["evening", "history"] + words + ["--as", "gu", "--json"])
      return try answer.objects.map { line in
        ["date", "login", "status", "passed_by", "at_close"].map { line[$0]?.text }
      }
    }
    let first = [
      ["2026-11-26", "zhang", "passed", "林经理", nil], ["2026-11-26", "li", "passed", "顾大寒", "submitted"],
    ]
    XCTAssertEqual(try history(), first)
    // On the 27th no engine runs at the close.
    try tick("2026-11-30T09:00:00+08:00", in: base)
    let second = ["zhang", "li"].map { ["2026-11-27", $0, "not_submitted", nil, "not_submitted"] }
    XCTAssertEqual(try history(), second + first)
    XCTAssertEqual(try history("--date", "2026-11-27"), second)
    XCTAssertEqual(try history("li"), [second[1], first[1]])
    XCTAssertEqual(try history("--department", "一部"), [second[0], first[0]])
    XCTAssertEqual(try history("li", "--date", "2026-11-26"), [first[1]])
    base.set("2027-03-01T09:00:00+08:00")
    XCTAssertEqual(try history(), [], "of the last days alone")
    XCTAssertEqual(try history("--date", "2026-11-26"), first, "and of any day that is named")
  }

  /// R8.2: a list that was handed in after midnight waited for is of the evening before, and the clock set back finds it.
  func testOverMidnight() throws {
    let base = try base()
    base.set("2026-11-26T23:50:00+08:00")
    try handIn("zhang", in: base)
    base.set("2026-11-27T00:10:00+08:00")
    try base.assertRefused("not_submitted", ["evening", "pass", "zhang", "--as", "lin"])
    XCTAssertEqual(try base.list("tomorrow", "show", "--as", "zhang").first?["date"], "2026-11-30")
    try base.json("evening", "pass", "zhang", "--date", "2026-11-26", "--as", "lin")
    base.set("2026-11-26T23:55:00+08:00")
    for words in ["tomorrow fill", "tomorrow drop 1", "tomorrow submit --reason x", "tomorrow withdraw"] {
      try base.assertRefused("list_passed", words.split(separator: " ").map(String.init) + ["--as", "zhang"])
    }
    XCTAssertEqual(try base.list("tomorrow", "show", "--as", "zhang").first?["status"], "passed")
  }

  /// R8.2: who checks where the manager is away, or there is none.
  func testTheDeputyAndTheDirector() throws {
    let base = try base()
    for login in ["zhang", "li"] { try handIn(login, in: base) }
    try base.assertRefused("not_allowed", ["evening", "pass", "zhang", "--as", "li"])
    try base.json("cover", "lin", "--from", "2026-11-26", "--to", "2026-11-26", "--by", "li", "--as", "gu")
    XCTAssertEqual(try base.list("evening", "--as", "li").map { $0["login"]?.text }, ["zhang"])
    try base.assertRefused("own_list", ["evening", "pass", "li", "--as", "li"])
    try base.json("evening", "pass", "zhang", "--as", "li")
    try base.assertRefused("list_passed", ["evening", "pass", "zhang", "--as", "lin"])
    try base.assertRefused("list_passed", ["evening", "return", "zhang", "--remark", "x", "--as", "gu"])
    try base.json("evening", "return", "li", "--remark", "新的不够", "--as", "gu")
    XCTAssertTrue(base.run("alerts", "--as", "li").output.contains("新的不够"))
    base.set("2026-11-27T09:00:00+08:00")
    try base.assertRefused("not_allowed", ["evening", "--as", "li"])
  }

  /// What a line says is read by who has no JSON, too: one figure a column, and what is late.
  func testALineInText() throws {
    let base = try base()
    base.set("2026-11-26T18:29:00+08:00")
    try handIn("li", in: base)
    try tick("2026-11-26T18:31:00+08:00", in: base)
    try handIn("zhang", in: base)
    try base.json("visit-day", "on", "--as", "li")
    let lines = base.run("evening", "--as", "gu").output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let figures = ["3/50<", "3/5<", "0/32<", "0/3<", "3/5<", "-", "0", "0", "waits"]
    XCTAssertEqual(lines.first { $0[0] == "张三" }, ["张三"] + figures + ["late"])
    let visits = ["1/50<", "1/5<", "-", "-", "1/5<", "0/8<", "0", "0", "waits"]
    XCTAssertEqual(lines.first { $0[0] == "李四" }, ["李四"] + visits)
    XCTAssertTrue(base.run("alerts", "--as", "gu").output.contains("2 agents"))
    let history = base.run("evening", "history", "zhang", "--as", "gu").output
    XCTAssertEqual(history, "2026-11-26\t张三\twaits\t-\tlate\tunchecked at the close\n")
  }

  /// A list that is another than was handed in says so, to its agent and to his manager.
  func testAChangedListSaysSo() throws {
    let base = try base()
    try handIn("zhang", in: base)
    let asked = [["tomorrow", "show", "--as", "zhang"], ["evening", "--as", "lin"]]
    for words in asked { XCTAssertFalse(base.run(words).output.contains("changed since")) }
    try base.json("release", "2", "--reason", "no_need", "--as", "zhang")
    for words in asked {
      XCTAssertTrue(base.run(words).output.contains("changed since"), "\(words)")
      XCTAssertEqual(try base.run(words + ["--json"]).objects.first?["changed"], true)
    }
    try base.json("evening", "pass", "zhang", "--as", "lin")
    XCTAssertEqual(
      try base.list("evening", "--as", "lin").first?["prepared"]?.integer, 2, "as it stands")
  }
}
