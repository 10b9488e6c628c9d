import CommandLine
import Foundation
import TestSupport
import XCTest

/// The commands about customers and the keys of their JSON, which are public and stable.
final class CustomerContractTests: ContractTestCase {
  func testEnterShowAndMine() throws {
    let base = try CommandBase()
    let entered = try base.json(
      "enter", "--name", "苏州日东精密电子有限公司", "--phone", "0512-60010001转8001", "--phone", "0512-60010002",
      "--mobile",
      "13800010001", "--fax", "0512-60010009", "--address", "江苏省苏州市相城区潮声路8号", "--contact", "钱先生", "--as",
      "zhang")
    XCTAssertEqual(entered["code"]?.text, "K000001")
    let shown = try base.json("show", "K000001", "--as", "zhang")
    assertHas(
      [
        "code", "name", "state", "holder", "numbers", "intent", "stage", "clocks", "contacts", "timeline",
        "holders_before",
      ], shown)
    XCTAssertEqual(shown["state"]?.text, "pending")
    XCTAssertEqual(shown["numbers"]?.items.count, 4)
    XCTAssertEqual(shown["clocks"]?.items.count, 3)
    XCTAssertEqual(shown["place"]?.text, "相城")
    XCTAssertEqual(try base.json("show", "1", "--as", "zhang"), shown, "by its id")
    XCTAssertEqual(try base.json("show", "k1", "--as", "zhang"), shown)
    let mine = try base.list("mine", "--as", "zhang")
    assertHas(["code", "name", "intent", "due_at", "days_left", "numbers"], try XCTUnwrap(mine.first))
    XCTAssertEqual(mine.first?["due_at"]?.text, "2026-12-27T00:00:00+08:00")
    XCTAssertEqual(mine.first?["days_left"]?.integer, 30)
  }

  /// R2.2: a number that is not printed was not seen.
  func testMineIsAsLongAsWasAsked() throws {
    let base = try base()
    for customer in ["1", "2"] { try base.json("pick", customer, "--as", "zhang") }
    let all = try base.list("mine", "--as", "zhang").map { $0["code"] }
    XCTAssertEqual(all.count, 2)
    XCTAssertEqual(try base.list("mine", "--limit", "1", "--as", "zhang").map { $0["code"] }, [all[0]])
    XCTAssertEqual(try base.list("mine", "--limit", "2", "--as", "zhang").count, 2)
    XCTAssertEqual(try base.list("mine", "--limit", "9", "--as", "zhang").count, 2)
    for (limit, left) in [("1", true), ("2", false)] {
      let said = base.run("mine", "--limit", limit, "--as", "zhang").output
      XCTAssertEqual(said.contains("1 more"), left, said)
    }
    for limit in ["0", "-1", "all", ""] {
      try base.assertRefused("usage", status: 2, ["mine", "--limit", limit, "--as", "zhang"])
    }
  }

  func testAPersonIsEnteredByItsMobile() throws {
    let base = try CommandBase()
    let entered = try base.json(
      "enter", "--person", "--name", "钱多多", "--mobile", "13800010001", "--address", "苏州", "--as", "zhang")
    XCTAssertEqual(
      try base.json("show", try XCTUnwrap(entered["code"]?.text), "--as", "zhang")["kind"]?.text, "person")
  }

  func testSeaPickAndRelease() throws {
    let base = try base()
    let sea = try base.list("sea", "--as", "li")
    XCTAssertEqual(sea.count, 2)
    for row in sea {
      assertHas(["code", "name", "intent", "due_at", "days_left", "numbers", "cursor"], row)
      XCTAssertTrue(row["numbers"]?.items.first?.text?.contains("****") ?? false, "masked")
    }
    let seen = try base.json("show", "K000002", "--as", "zhang")
    XCTAssertEqual(seen["numbers"]?.items.first?["number"]?.text, "0512-6****02")
    for hidden in ["address", "remark"] { XCTAssertEqual(seen[hidden], .null, hidden) }
    XCTAssertEqual(seen["numbers"]?.items.first?["dialled"], .null)
    XCTAssertFalse(base.run("show", "K000002", "--as", "zhang").output.contains("6001"))
    let picked = try base.json("pick", "K000001", "--as", "zhang")
    XCTAssertEqual(picked["code"]?.text, "K000001")
    XCTAssertEqual(picked["numbers"], ["0512-6001 0001"], "a number shows when its holder opens the customer")
    try base.assertRefused("held", ["pick", "K000001", "--as", "li"])
    try base.assertRefused("held", ["pick", "K000001", "--as", "zhang"])
    try base.assertRefused("not_held", ["release", "K000001", "--reason", "no_need", "--as", "li"])
    XCTAssertEqual(
      try base.json("release", "K000001", "--reason", "no_need", "--as", "zhang")["code"]?.text, "K000001")
    for reason in ["unreachable", "competitor", "duplicate", "other"] {
      try base.json("pick", "K000001", "--as", "zhang")
      try base.json("release", "K000001", "--reason", reason, "--as", "zhang")
    }
    try base.assertRefused("held", ["pick", "K000001", "--as", "li"])
    base.set("2026-11-26T14:01:00+08:00")
    try base.json("pick", "K000001", "--as", "li")
  }

  func testTheSeaIsSearchedAndFiltered() throws {
    let base = try base()
    func found(_ words: String...) throws -> [String] {
      let answer = base.run(["sea"] + words + ["--json"])
      XCTAssertEqual(answer.status, 0, answer.errors)
      return try answer.objects.compactMap { $0["code"]?.text }
    }
    XCTAssertEqual(try found("日东"), ["K000001"])
    XCTAssertEqual(try found("苏州", "日东"), ["K000001"])
    XCTAssertEqual(try found("苏州 日东"), ["K000001"])
    XCTAssertEqual(try found("ysmj"), ["K000002"])
    XCTAssertEqual(try found("0512-60010002"), ["K000002"])
    XCTAssertEqual(try found("没有"), [])
    XCTAssertEqual(try found("--intent", "0").count, 2)
    XCTAssertEqual(try found("--intent", "B"), [])
    XCTAssertEqual(try found("--industry", "机械"), [])
    XCTAssertEqual(try found("--released-from", "2026-11-26", "--released-to", "2026-11-26").count, 2)
    XCTAssertEqual(try found("--released-from", "2026-11-27"), [])
    XCTAssertEqual(try found("--former-department", "一部"), [])
    let first = try base.list("sea", "--limit", "1")
    XCTAssertEqual(first.compactMap { $0["code"]?.text }, ["K000002"])
    XCTAssertEqual(try found("--after", first.first?["cursor"]?.text ?? ""), ["K000001"])
    XCTAssertEqual(base.run("sea", "没有").output.split(separator: "\n").count, 1, "says that there is nothing")
  }

  func testNoteAndWhy() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    base.set("2026-11-28T10:00:00+08:00")
    let note = try base.json(
      "note", "1", "--kind", "call", "--outcome", "interested", "--text", "要报价", "--next", "明天10点",
      "--intent",
      "B", "--as", "zhang")
    XCTAssertEqual(note["code"]?.text, "K000001")
    XCTAssertEqual(note["due_at"]?.text, "2026-12-29T00:00:00+08:00")
    XCTAssertEqual(note["next_contact_at"]?.text, "2026-11-29T10:00:00+08:00")
    let why = try base.json("why", "1", "--as", "zhang")
    assertHas(
      ["clock", "started_at", "started_by", "due_at", "days_left", "renewed_by", "then", "clocks"], why)
    XCTAssertEqual(why["clock"]?.text, "note")
    XCTAssertEqual(why["started_by"]?.text, "note")
    XCTAssertEqual(why["started_at"]?.text, "2026-11-28T10:00:00+08:00")
    XCTAssertEqual(why["renewed_by"]?.text, "note")
    XCTAssertEqual(why["days_left"]?.integer, 30)
    XCTAssertEqual(why["clocks"]?.items.compactMap { $0["clock"]?.text }, ["note", "visit", "signing"])
    XCTAssertEqual(why["clocks"]?.items.last?["renewed_by"], .null, "nothing renews the signing clock")
    XCTAssertEqual(why["clocks"]?.items[1]["started_by"]?.text, "picked")
    let shown = try base.json("show", "1", "--as", "zhang")
    XCTAssertEqual(shown["intent"]?.text, "B")
    XCTAssertEqual(shown["state"]?.text, "following")
    XCTAssertEqual(shown["timeline"]?.items.compactMap { $0["event"]?.text }, ["note", "picked"])
  }

  func testPlan() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    for (text, at) in [
      ("明天10点", "2026-11-27T10:00:00+08:00"), ("+2h", "2026-11-26T16:00:00+08:00"),
      ("fri 15:30", "2026-11-27T15:30:00+08:00"), ("2026-12-01 09:00", "2026-12-01T09:00:00+08:00"),
    ] {
      XCTAssertEqual(try base.json("plan", "1", text, "--as", "zhang")["next_contact_at"]?.text, at, text)
    }
    XCTAssertEqual(
      try base.list("mine", "--as", "zhang").first?["next_contact_at"]?.text, "2026-12-01T09:00:00+08:00")
    XCTAssertEqual(try base.json("plan", "1", "none", "--as", "zhang")["next_contact_at"], .null)
    XCTAssertEqual(base.run("plan", "1", "明3", "--as", "zhang").status, 0)
    try base.assertRefused("invalid_field", ["plan", "1", "gestern", "--as", "zhang"])
    try base.assertRefused("invalid_field", ["plan", "1", "2020-01-01 10:00", "--as", "zhang"])
    try base.assertRefused("not_held", ["plan", "1", "明3", "--as", "li"])
  }

  func testEveryWordOfTheContract() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    func note(_ words: String...) throws {
      let answer = base.run(["note", "1", "--text", "x", "--as", "zhang"] + words)
      XCTAssertEqual(answer.status, 0, answer.errors)
    }
    for kind in ["call", "visit", "message", "mail", "other"] {
      try note("--kind", kind, "--outcome", "connected", "--place", "厂里", "--met", "钱先生")
    }
    for outcome in [
      "connected", "appointment", "interested", "no_answer", "busy", "refused", "wrong_number", "dead_number",
      "do_not_call", "signed",
    ] {
      try note("--kind", "message", "--outcome", outcome)
    }
    for intent in ["0", "C", "B", "A", "H", "O"] {
      try note("--kind", "call", "--outcome", "connected", "--intent", intent)
    }
    for role in ["agent", "manager", "director", "support", "clerk", "reception", "admin"] {
      try base.json("person", "add", "p-\(role)", "--name", "某", "--department", "一部", "--role", role)
    }
  }

  /// What scripts read is the same before a warning, after it, and where no clock runs: every key, and no other.
  func testTheKeysOfWhyShowAndCheck() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    let why: Set = [
      "clock", "started_at", "started_by", "due_at", "days_left", "renewed_by", "code", "then", "warned_at",
      "clocks",
    ]
    let show: Set = [
      "code", "id", "name", "kind", "state", "holder", "address", "place", "industry", "intent", "stage",
      "numbers", "next_contact_at", "agreed", "purpose", "due_at", "days_left", "clocks", "contacts",
      "remark", "source",
      "orders", "axis", "timeline", "av", "pair", "unprotected", "applications", "left_drafts",
      "merged_codes",
      "holders_before", "changes", "profile", "tags", "documents", "stages", "stage_days", "tasks", "missing",
      "complete_by", "opens_at", "helpers", "account_of", "accounts",
    ]
    for moment in [CommandBase.start, "2026-12-24T10:00:00+08:00"] {
      house.now = moment
      try house.run("engine tick")
      let told = try house.run("why \(code)", as: "zhang")
      XCTAssertEqual(told.keys, why, moment)
      XCTAssertEqual(told["warned_at"] == .null, moment == CommandBase.start)
      XCTAssertEqual(try house.run("show \(code)", as: "zhang").keys, show, moment)
      let check = try house.run("check --name 苏州潮音1号机械有限公司", as: "li")
      XCTAssertEqual(check.keys, ["receipt", "verdict", "more", "hits"], moment)
      XCTAssertEqual(
        check["hits"]?.items.first?.keys,
        [
          "code", "name", "holder", "department", "state", "matched_by", "matched", "verdict", "reason",
          "until",
        ], moment)
    }
  }

  /// R10.1: what the tab of changes shows.
  func testShowTellsTheChanges() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["changes"]?.items, [])
    try house.run("tag add \(code) 展会", as: "zhang")
    try house.run("note \(code) --kind call --outcome connected --text 要报价单", as: "zhang")
    try house.run("change \(code) --name 苏州潮音9号机械有限公司", as: "zhang")
    let changes = try XCTUnwrap(try house.run("show \(code)", as: "zhang")["changes"]).items
    XCTAssertEqual(changes.count, 2, "a note is none")
    let fields = changes.flatMap { $0["changes"]?.items ?? [] }.compactMap { $0["field"]?.text }
    XCTAssert(fields.contains("name"), "\(changes)")
    XCTAssert(changes.allSatisfy { $0["who"] != nil && $0["at"] != nil }, "\(changes)")
  }
}
