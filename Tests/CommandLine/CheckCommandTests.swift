import TestSupport
import XCTest

/// `check` and the receipts it leaves, as scripts and people read them (R5.3 to R5.6).
final class CheckCommandTests: XCTestCase {
  private func house() throws -> CommandHouse {
    let house = try CommandHouse()
    try house.run(
      "enter --name 苏州日东精密电子有限公司 --phone 0512-60010001 --fax none --address 苏州市潮声路1号", as: "zhang")
    return house
  }

  func testACheckTellsAndLeavesAReceipt() throws {
    let house = try house()
    let found = try house.run("check --name 昆山日东精密电子商行 --phone 0512-60010001 --mobile 13912345678", as: "li")
    XCTAssertEqual(found.keys, ["hits", "more", "receipt", "verdict"])
    XCTAssertEqual(found["receipt"]?.text, "C261126-0002")
    XCTAssertEqual(found["verdict"]?.text, "may_not_follow")
    let hit = try XCTUnwrap(found["hits"]?.items.first)
    XCTAssertEqual(
      hit.keys,
      [
        "code", "department", "holder", "matched", "matched_by", "name", "reason", "state", "until",
        "verdict",
      ])
    XCTAssertEqual(hit["until"], .null)
    XCTAssertEqual(hit["code"]?.text, "K000001")
    XCTAssertEqual(hit["holder"]?.text, "何小满")
    XCTAssertEqual(hit["department"]?.text, "一部")
    XCTAssertEqual(hit["state"]?.text, "pending")
    XCTAssertEqual(hit["matched_by"]?.items.compactMap(\.text), ["key", "number"])
    XCTAssertEqual(hit["matched"]?.items.compactMap(\.text), ["日东精密电子", "0512-6001 0001"])
    XCTAssertEqual(hit["verdict"]?.text, "may_not_follow")
    XCTAssertEqual(hit["reason"]?.text, "held")
  }

  /// Of one's own customer nobody is told that he may not follow it; of another's he is.
  func testOnesOwnIsSaidToBeOnesOwn() throws {
    let house = try house()
    for (login, own, other) in [("zhang", true, false), ("li", false, true)] {
      let said = house.text("check --name 苏州日东精密电子有限公司", as: login, in: "zh-Hans")
      XCTAssertEqual(said.contains("已是你的"), own, said)
      XCTAssertEqual(said.contains("不可跟"), other, said)
      XCTAssertEqual(house.text("check --name 苏州日东精密电子有限公司", as: login).contains("ours already"), own)
    }
    XCTAssertEqual(
      try house.run("check --name 苏州日东精密电子有限公司", as: "zhang")["verdict"], "may_not_follow",
      "as scripts know it")
  }

  func testNothingFoundMayBeEntered() throws {
    let house = try house()
    let found = try house.run("check --fax 0512-69999999 --area 0512", as: "li")
    XCTAssertEqual(found["verdict"]?.text, "may_enter")
    XCTAssertEqual(found["hits"]?.items.count, 0)
    XCTAssertTrue(
      house.text("check --name 秋水食品", as: "li").hasPrefix("May enter: no collision, terms checked: 1"))
  }

  func testAReceiptIsFoundAgain() throws {
    let house = try house()
    try house.run("check --name 日东精密电子", as: "li")
    XCTAssertEqual(
      try house.call("receipt list", as: "li").lines.map { $0["receipt"]?.text }, ["C261126-0002"])
    let kept = try house.run("receipt show c261126-0002", as: "li")
    XCTAssertEqual(kept["person"]?.text, "江立秋")
    XCTAssertEqual(kept["act"]?.text, "check")
    XCTAssertEqual(kept["hits"]?.items.first?["code"]?.text, "K000001")
    XCTAssertEqual(try house.call("receipt show C261126-0002", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("receipt show C261126-0009", as: "li").code, "unknown_receipt")
    XCTAssertEqual(try house.call("receipt show 7", as: "li").code, "unknown_receipt")
    XCTAssertTrue(house.text("receipt show C261126-0002", as: "li").contains("K000001"))
    XCTAssertEqual(house.text("receipt list", as: "lin"), "No receipts yet\n")
  }

  func testTheReceiptsOfACustomer() throws {
    let house = try house()
    try house.run("check --name 日东精密电子", as: "li")
    for login in ["zhang", "lin"] {
      let list = try house.call("receipt list --customer K1", as: login).lines
      XCTAssertEqual(list.map { $0["receipt"]?.text }, ["C261126-0002"])
      XCTAssertEqual(list.first?["person"], "江立秋")
      XCTAssertNil(list.first?["hits"])
    }
    for (call, code) in [("K1", "not_allowed"), ("K9", "unknown_customer"), ("x", "unknown_customer")] {
      XCTAssertEqual(try house.call("receipt list --customer \(call)", as: "li").code, code)
    }
  }

  func testWhatCantBeCheckedIsSaidInOneLine() throws {
    let house = try house()
    for (words, code, status) in [
      ("check", "missing", 2), ("check --area 0512", "missing", 2), ("check --name 潮", "invalid_field", 1),
      ("check --phone abc", "invalid_field", 1), ("check --name 日东 --area 1", "invalid_field", 1),
    ] as [(String, String, Int32)] {
      let said = try house.call(words, as: "li")
      XCTAssertEqual(said.status, status, words)
      XCTAssertEqual(said.code, status == 1 ? code : said.code, words)
    }
  }

  /// W1: who has it, why, and what to do; and the receipt that settles a dispute.
  func testARefusedEntryNamesTheReceipt() throws {
    let house = try house()
    let text = house.text("enter --name 昆山日东精密电子商行 --phone 0512-60010009 --fax 无 --address 昆山", as: "li")
    XCTAssertTrue(text.contains("K000001") && text.contains("何小满") && text.contains("C261126-0002"), text)
  }
}
