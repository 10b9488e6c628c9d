import Domain
import TestSupport
import XCTest

/// Contacts, profile, tags and stages, as scripts use them (R6.6, R10.1, R10.2, R10.4).
final class BuyerCommandTests: XCTestCase {
  func testTheContactsOfACustomerMakeATree() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    for call in [
      "contact add \(code) --name 孙总 --title 老板 --role decider",
      "contact add \(code) --name 钱先生 --title 采购 --main --superior 孙总",
      "contact add \(code) --name 吴女士", "contact change \(code) 吴女士 --name 吴敏 --care --role gatekeeper",
      "contact link \(code) 吴敏 --superior 钱先生", "contact link \(code) 孙总 钱先生",
      "contact link \(code) 孙总 吴敏", "contact link \(code) 孙总 吴敏 --drop",
    ] {
      XCTAssertEqual(
        try house.run(call, as: "zhang").keys, ["code", "receipt", "unprotected", "twin", "twin_name"], call)
    }
    let contacts = try XCTUnwrap(house.run("show \(code)", as: "zhang")["contacts"])
    XCTAssertEqual(
      contacts,
      [
        [
          "name": "孙总", "title": "老板", "main": false, "care": false, "role": "decider", "superior": .null,
          "influences": ["钱先生"],
        ],
        [
          "name": "钱先生", "title": "采购", "main": true, "care": false, "role": .null, "superior": "孙总",
          "influences": [],
        ],
        [
          "name": "吴敏", "title": "", "main": false, "care": true, "role": "gatekeeper", "superior": "钱先生",
          "influences": [],
        ],
      ])
    let text = house.text("show \(code)", as: "zhang")
    for line in [
      "孙总  老板, decides, listened to by 钱先生", "'- 钱先生  采购, main contact", "   '- 吴敏  gatekeeper, to care for",
    ] {
      XCTAssertTrue(text.contains(line), "\(line) in \(text)")
    }
    XCTAssertEqual(try house.call("contact link \(code) 孙总 --superior 吴敏", as: "zhang").code, "invalid_field")
  }

  func testWhatIsKnownOfABuyerIsShown() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    try house.run("profile \(code) --product 外贸站 --sex 男", as: "zhang")
    try house.run("tag add \(code) 展会 出口", as: "zhang")
    try house.run("tag drop \(code) 展会", as: "zhang")
    try house.run("stage \(code) 3 --why 要报价", as: "zhang")
    let shown = try house.run("show \(code)", as: "zhang")
    XCTAssertEqual(shown["tags"], ["出口"])
    XCTAssertEqual(shown["profile"]?["product"], "外贸站")
    XCTAssertEqual(shown["profile"]?["of"], 5)
    XCTAssertEqual(
      shown["profile"]?.keys,
      [
        "levels", "of", "known", "missing", "sex", "product", "competitor", "use", "purchase", "employer",
        "birthday", "age", "payment", "wishes",
      ])
    let step = try XCTUnwrap(shown["stages"]?.items.first)
    XCTAssertEqual(step.keys, ["stage", "at", "who", "why"])
    XCTAssertEqual([step["stage"], step["who"], step["why"]], [3, "何小满", "要报价"])
    XCTAssertEqual(shown["stage"], 3)
    let text = house.text("show \(code)", as: "zhang")
    for part in ["Tags: 出口", "Stages: 1", "lacks name, competitor", "tag 展会"] {
      XCTAssertTrue(text.contains(part), "\(part) in \(text)")
    }
    try house.run("release \(code) --reason no_need", as: "zhang")
    let seen = try house.run("show \(code)", as: "li")
    XCTAssertEqual(seen["profile"], .null)
    XCTAssertEqual(seen["tags"], ["出口"], "the sea is searched by them (R5.10)")
  }

  func testANoteIsWrittenInFullAndPutRight() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    let day = "2026-11-27T"
    house.now = "\(day)14:30:00+08:00"
    let note = try XCTUnwrap(
      try house.run(
        "note \(code) --kind call --outcome connected --text 要报价 --start \(day)13:00 --end \(day)13:20 "
          + "--contact 钱先生 --cost 12.5", as: "zhang")["note"]?.integer)
    XCTAssertEqual(
      try house.run("note correct \(note) --text 要两份报价", as: "zhang"),
      ["code": .text(code), "note": .number(Double(note))])
    let line = try XCTUnwrap(
      house.run("show \(code)", as: "zhang")["timeline"]?.items.first { $0["event"] == "note" })
    XCTAssertEqual(
      line.keys,
      [
        "at", "who", "department", "event", "kind", "outcome", "text", "first_text", "contact_at", "ended_at",
        "met", "number", "cost", "place", "next_contact_at", "agreed", "purpose", "intent", "taken_back_at",
        "note",
      ])
    XCTAssertEqual([line["text"], line["first_text"], line["met"]], ["要两份报价", "要报价", "钱先生"])
    XCTAssertEqual(
      [line["contact_at"], line["ended_at"], line["cost"]],
      [.text("\(day)13:00:00+08:00"), .text("\(day)13:20:00+08:00"), "12.50"])
    let text = house.text("show \(code)", as: "zhang")
    for part in ["要两份报价  (corrected)", "note \(note) 要报价 > 要两份报价"] {
      XCTAssertTrue(text.contains(part), "\(part) in \(text)")
    }
    try house.run("invalid \(code)", as: "zhang")
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["state"], "invalid")
    XCTAssertEqual(try house.call("invalid \(code)", as: "zhang").code, "wrong_state")
    try house.run("revive \(code)", as: "zhang")
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["state"], "following")
    for (call, code) in [
      ("note correct 0 --text x", "unknown_note"), ("note correct 999 --text x", "unknown_note"),
      ("note correct \(note)", "usage"), ("note correct", "usage"),
      ("note \(code) --kind call --outcome connected --text x --at \(day)13:00 --start \(day)13:00", "usage"),
      ("note \(code) --kind call --outcome connected --text x --cost dear", "invalid_field"),
      ("note \(code) --kind call --outcome connected --text x --end soon", "invalid_field"),
    ] {
      XCTAssertEqual(try house.call(call, as: "zhang").code, code, call)
    }
  }

  func testADocumentIsKeptAndSaved() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    let path = try house.file("一份报价")
    let keys: Set = ["document", "code", "name", "size", "sha256", "by", "at"]
    let added = try house.run("document add \(code) \(path)", as: "zhang")
    XCTAssertEqual(Set(added.keys), keys)
    XCTAssertEqual([added["name"], added["size"]], ["given", 12])
    XCTAssertEqual(
      added["sha256"], .text(SHA256.hex(of: Array("一份报价".utf8))))
    XCTAssertEqual(try house.run("document list \(code)", as: "zhang"), added)
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["documents"]?.items, [added])
    XCTAssertTrue(house.text("document list \(code)", as: "zhang").contains("given\t12 B\t何小满"))
    XCTAssertEqual(try house.call("document add \(code) \(path)", as: "zhang").code, "document_known")
    let saved = try house.run("document save 1 \(path).out", as: "lin")
    XCTAssertEqual(Set(saved.keys), keys.union(["path"]))
    XCTAssertEqual(try String(contentsOfFile: "\(path).out", encoding: .utf8), "一份报价")
    for (call, code) in [
      ("document save 1 \(path).out", "bad_file"), ("document save 9 x", "unknown_document"),
      ("document save x x", "unknown_document"), ("document add \(code) /dev/null", "bad_file"),
      ("document add \(code) /nowhere/x", "bad_file"), ("document add \(code)", "usage"),
      ("document list K000099", "unknown_customer"),
    ] {
      XCTAssertEqual(try house.call(call, as: "zhang").code, code, call)
    }
    XCTAssertEqual(try house.call("document save 1 \(path).li", as: "li").code, "not_allowed")
    XCTAssertEqual(try house.call("document list \(code)", as: "li").code, "not_allowed")
  }

  func testATaskIsKeptAndDone() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    let added = try house.run(
      "task add \(code) --subject 送样 --product 外贸站 --due +2d --helper li --helper wang", as: "zhang")
    XCTAssertEqual(
      added.keys,
      [
        "task", "code", "name", "subject", "product", "owner", "helpers", "started_at", "due_at", "stage",
        "cost",
      ])
    XCTAssertEqual([added["owner"], added["stage"], added["helpers"]], ["何小满", "open", ["汪春分", "江立秋"]])
    XCTAssertEqual(added["due_at"]?.text?.prefix(10), "2026-11-28")
    XCTAssertEqual(try house.run("task list", as: "li"), added)
    XCTAssertEqual(try house.run("alerts", as: "li")["remark"], "送样")
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["tasks"]?.items, [added])
    let changed = try house.run("task change 1 --stage doing --cost 30 --no-helper wang", as: "li")
    XCTAssertEqual([changed["stage"], changed["cost"], changed["helpers"]], ["doing", "30.00", ["江立秋"]])
    XCTAssertEqual(try house.run("task done 1", as: "zhang")["stage"], "done")
    XCTAssertEqual(try house.call("task list", as: "zhang").lines, [])
    XCTAssertEqual(try house.run("task list --done", as: "zhang")["task"], 1)
    XCTAssertTrue(house.text("show \(code)", as: "zhang").contains("task: stage in hand > done; 送样"))
    for (call, code) in [
      ("task add \(code)", "usage"), ("task", "usage"), ("task change 1 --stage soon", "usage"),
      ("task add \(code) --subject x --helper nobody", "unknown_person"), ("task done 0", "unknown_task"),
      ("task add \(code) --subject x --due 昨天", "invalid_field"), ("task done x", "unknown_task"),
      ("task add \(code) --subject x --cost y", "invalid_field"),
    ] {
      XCTAssertEqual(try house.call(call, as: "zhang").code, code, call)
    }
  }

  /// R5.9: what an import left open is named, with the day until which it is protected.
  func testWhatAnImportLeftOpenIsNamed() throws {
    let house = try CommandHouse()
    let file = try house.file("公司名称,固定电话,经营地址\n苏州日东精密电子有限公司,0512-60010001,苏州市潮声路1号\n")
    try house.run("import \(file) --to zhang", as: "gu")
    let shown = try house.run("show K000001", as: "zhang")
    XCTAssertEqual(shown["missing"], ["fax"])
    XCTAssertEqual(shown["complete_by"], "2026-12-04T00:00:00+08:00")
    XCTAssertEqual(shown["unprotected"], .null)
    XCTAssertTrue(
      house.text("show K000001", as: "zhang").contains("Left open by the import: fax. Fill it in by"))
    house.now = "2026-12-04T09:00:00+08:00"
    let late = try house.run("show K000001", as: "zhang")
    XCTAssertEqual(late["unprotected"]?["missing"], ["fax"])
    XCTAssertEqual(late["unprotected"]?["since"], "2026-12-04T00:00:00+08:00")
    XCTAssertTrue(house.text("show K000001", as: "zhang").contains("Unprotected: what its import left open"))
    try house.run("number add K000001 --fax none", as: "zhang")
    let whole = try house.run("show K000001", as: "zhang")
    XCTAssertEqual([whole["missing"], whole["complete_by"], whole["unprotected"]], [[], .null, .null])
  }

  func testHowTheyAreNotCalled() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    for call in [
      "contact change", "contact change \(code)", "contact change \(code) 钱", "contact link \(code) 钱",
      "contact add \(code) --name 钱 --role boss", "profile \(code)", "tag add \(code)", "tag drop \(code)",
      "tag", "stage \(code)", "stage \(code) three", "stage \(code) 2 3",
    ] {
      let said = try house.call(call, as: "zhang")
      XCTAssertEqual([said.code, String(said.status)], ["usage", "2"], call)
    }
    for (call, code) in [
      ("contact change \(code) 钱 --main", "invalid_field"), ("tag drop \(code) 展会", "invalid_field"),
      ("stage \(code) 9", "invalid_field"), ("tag add K000099 展会", "unknown_customer"),
    ] {
      XCTAssertEqual(try house.call(call, as: "zhang").code, code, call)
    }
    XCTAssertEqual(try house.call("stage \(code) 2", as: "li").code, "not_held")
  }
}
