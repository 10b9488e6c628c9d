import TestSupport
import XCTest

/// Changes, pairs, merges and judgements, as scripts use them (R3.10, R3.11, R5.3, R5.7).
final class ChangeCommandTests: XCTestCase {
  /// A house with somebody of the support.
  private func house() throws -> CommandHouse {
    let house = try CommandHouse()
    try house.run("person add shen --name 沈清明 --department 本部 --role support")
    return house
  }

  func testACustomerIsChangedAndShown() throws {
    let house = try house()
    let code = try house.entered(1, by: "zhang")
    let changed = try house.run(
      "change \(code) --name 苏州听雨包装有限公司 --industry 包装 --remark 要送样", as: "zhang")
    XCTAssertEqual(changed.keys, ["code", "receipt", "unprotected", "twin", "twin_name"])
    XCTAssertEqual(changed["unprotected"], false)
    try house.run("av \(code) --legal-person 孙先生 --tax-number 91320500MA1XXXXX0A", as: "zhang")
    try house.run("contact add \(code) --name 钱先生 --title 采购 --main --mobile 13900000012", as: "zhang")
    try house.run("number mark \(code) 13900000012 wrong", as: "zhang")
    let shown = try house.run("show \(code)", as: "zhang")
    XCTAssertEqual(shown["name"], "苏州听雨包装有限公司")
    XCTAssertEqual(shown["av"]?["known"], 3)
    XCTAssertEqual(shown["av"]?["of"], 6)
    XCTAssertEqual(shown["av"]?["legal_person"], "孙先生")
    XCTAssertEqual(shown["unprotected"], .null)
    XCTAssertEqual(shown["contacts"]?.items.map { $0["title"] }, ["采购"])
    let last = shown["timeline"]?.items.first
    XCTAssertEqual(last?["event"], "change")
    XCTAssertEqual(
      last?["changes"], [["field": "number 139 0000 0012", "before": "good", "after": "wrong"]])
    let text = house.text("show \(code)", as: "zhang")
    for part in [
      "AV 3/6 missing: licence name, licence address, invoice title", "number 139 0000 0012 wrong",
    ] {
      XCTAssertTrue(text.contains(part), "\(part) in \(text)")
    }
  }

  func testACollisionIsJudged() throws {
    let house = try house()
    let other = try house.entered(1, by: "li")
    let mine = try house.entered(2, by: "zhang")
    let name = try XCTUnwrap(try house.run("show \(other)", as: "li")["name"]?.text)
    let changed = try house.run("change \(mine) --name \(name)", as: "zhang")
    XCTAssertEqual(changed["unprotected"], true)
    XCTAssertEqual(changed["twin"], .text(other))
    XCTAssertEqual(try house.run("show \(mine)", as: "zhang")["unprotected"]?["twin"], .text(other))
    XCTAssertTrue(house.text("show \(mine)", as: "zhang").contains("Unprotected"))
    let waiting = try house.run("judgements", as: "shen")
    XCTAssertEqual(
      waiting.keys,
      [
        "code", "name", "holder", "department", "twin", "twin_name", "twin_holder", "twin_department",
        "matched",
        "receipt", "opened_at", "judge_by",
      ])
    XCTAssertEqual(waiting["receipt"], changed["receipt"])
    XCTAssertEqual(try house.run("alerts", as: "shen")["kind"], "to_judge")
    XCTAssertEqual(try house.call("judge \(mine) perhaps", as: "shen").code, "usage")
    XCTAssertEqual(
      try house.run("judge \(mine) hand_over --remark 同一家", as: "shen"),
      ["code": .text(mine), "judgement": "hand_over"])
    XCTAssertEqual(try house.run("show \(mine)", as: "li")["holder"]?["name"], "江立秋")
    XCTAssertEqual(try house.call("judge \(mine) keep", as: "shen").code, "nothing_to_judge")
    XCTAssertTrue(house.text("judgements", as: "shen").hasPrefix("No collision"))
  }

  func testACustomerIsTransferred() throws {
    let house = try house()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(
      try house.run("transfer \(code) --to wang", as: "lin"),
      ["code": .text(code), "to": "wang", "holder": "汪春分"])
    XCTAssertEqual(try house.run("show \(code)", as: "wang")["holder"]?["name"], "汪春分")
    XCTAssertEqual(try house.run("alerts", as: "zhang")["kind"], "transferred")
    XCTAssertEqual(try house.run("alerts", as: "wang")["kind"], "received")
    XCTAssertEqual(try house.call("transfer \(code) --to wang", as: "lin").code, "same_holder")
    XCTAssertEqual(try house.call("transfer \(code) --to li", as: "lin").code, "not_allowed")
    XCTAssertEqual(try house.call("transfer \(code) --to wu", as: "lin").code, "unknown_person")
    XCTAssertEqual(try house.call("transfer \(code)", as: "lin").code, "usage")
    XCTAssertTrue(house.text("transfer \(code) --to zhang", as: "lin").contains("went to 何小满"))
  }

  func testAPairIsEnteredAndUndone() throws {
    let house = try house()
    let company = try house.entered(1, by: "zhang")
    let person = try XCTUnwrap(
      try house.run(
        "enter --person --name 钱立春 --mobile 13900000012 --fax none --phone none --address 苏州 --pair \(company)",
        as: "zhang")["code"]?.text)
    XCTAssertEqual(try house.run("show \(company)", as: "zhang")["pair"], .text(person))
    XCTAssertEqual(try house.call("pair \(company) \(person)", as: "zhang").code, "already_paired")
    try house.run("unpair \(person)", as: "zhang")
    XCTAssertEqual(try house.run("show \(company)", as: "zhang")["pair"], .null)
    XCTAssertEqual(
      try house.run("pair \(person) \(company)", as: "zhang"),
      ["code": .text(person), "pair": .text(company)])
  }

  func testTwoRecordsAreMerged() throws {
    let house = try house()
    let (older, younger) = (try house.entered(1, by: "li"), try house.entered(2, by: "zhang"))
    XCTAssertEqual(
      try house.run("merge \(younger) \(older)", as: "shen"), ["code": .text(older), "void": .text(younger)])
    let shown = try house.run("show \(younger)", as: "li")
    XCTAssertEqual(shown["code"], .text(older))
    XCTAssertEqual(shown["merged_codes"], [.text(younger)])
    XCTAssertEqual(try house.run("lost", as: "zhang")["reason"], "merged")
    XCTAssertEqual(
      try house.call("note \(younger) --kind call --outcome connected --text x", as: "li").code, "merged")
    XCTAssertEqual(try house.call("merge \(older) \(older)", as: "shen").code, "same_customer")
  }

  func testWhatWasLearnedIsHandedOn() throws {
    let house = try house()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(
      try house.run("tell \(code) --phone 13900000012 --contact 钱先生 --text 在找供应商", as: "li"),
      ["code": .text(code)])
    XCTAssertEqual(
      try house.run("show \(code)", as: "zhang")["timeline"]?.items.first?["text"],
      "钱先生, 139 0000 0012, 在找供应商")
    XCTAssertEqual(try house.run("alerts", as: "zhang")["kind"], "told")
  }

  func testADoNotCallIsLifted() throws {
    let house = try house()
    let code = try house.entered(1, by: "zhang")
    try house.run("number mark \(code) 051261000001 do_not_call", as: "zhang")
    XCTAssertEqual(try house.call("number mark \(code) 051261000001 good", as: "zhang").code, "not_allowed")
    XCTAssertEqual(
      try house.run("number lift 0512-61000001 --reason 客户同意", as: "lin"), ["customers": [.text(code)]])
  }

  func testHowTheyAreNotCalled() throws {
    let house = try house()
    for call in [
      "change", "change K000001", "change K000001 --company --person", "av K000001", "contact add K000001",
      "contact", "number add K000001", "number mark K000001 1", "number mark K000001 1 deaf",
      "number lift 13900000012", "pair K000001", "merge K000001", "judge K000001", "tell",
    ] {
      let said = try house.call(call, as: "zhang")
      XCTAssertEqual([said.code, String(said.status)], ["usage", "2"], call)
    }
    for (call, code) in [
      ("change K000099 --name x", "unknown_customer"), ("change x --name x", "unknown_customer"),
      ("enter --person --name 钱 --mobile 13900000012 --address 苏州 --pair x", "unknown_customer"),
    ] {
      XCTAssertEqual(try house.call(call, as: "zhang").code, code, call)
    }
  }
}
