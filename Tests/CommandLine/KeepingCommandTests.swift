import TestSupport
import XCTest

/// Extensions, take-backs, lists and undo, as scripts use them (R4.8, R4.16, R4.18, R3.5, R3.12).
final class KeepingCommandTests: XCTestCase {
  // MARK: extension

  func testAnExtensionIsAskedListedAndAnswered() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(
      try house.run("extension ask \(code) --days 5 --reason 等预算", as: "zhang"),
      ["id": 1, "code": .text(code), "days": 5, "state": "open"])
    let request = try house.run("requests", as: "lin")
    XCTAssertEqual(
      request.keys, ["id", "kind", "code", "name", "asker", "days", "reason", "asked_at", "expires_at"])
    XCTAssertEqual(request["kind"], "extension")
    XCTAssertEqual(request["asker"], "何小满")
    XCTAssertEqual(request["expires_at"], "2026-11-28T00:00:00+08:00")
    XCTAssertEqual(try house.run("extension answer 1 --grant", as: "lin"), ["id": 1, "granted": true])
    XCTAssertEqual(try house.run("why \(code)", as: "zhang")["due_at"], "2027-01-01T00:00:00+08:00")
    XCTAssertEqual(try house.call("requests", as: "lin").lines, [])
    XCTAssertEqual(try house.run("alerts", as: "zhang")["kind"], "request_granted")
    XCTAssertTrue(house.text("requests", as: "lin").hasPrefix("Nothing waits"))
  }

  func testAnExtensionThatIsRefused() throws {
    let house = try CommandHouse()
    let (code, other) = (try house.entered(1, by: "zhang"), try house.entered(2, by: "zhang"))
    for (call, login, refusal) in [
      ("\(code) --days 0", "zhang", "invalid_field"), ("\(code) --days 60", "zhang", "invalid_field"),
      ("\(code) --days x", "zhang", "invalid_field"), ("\(code) --days 3", "li", "not_held"),
      ("K000099 --days 3", "zhang", "unknown_customer"), ("nonsense --days 3", "zhang", "unknown_customer"),
    ] {
      let said = try house.call("extension ask \(call) --reason 等", as: login)
      XCTAssertEqual([said.code, String(said.status)], [refusal, "1"], call)
    }
    try house.run("extension ask \(code) --days 3 --reason 等", as: "zhang")
    for (customer, refusal) in [(code, "already_asked"), (other, "extension_spent")] {
      XCTAssertEqual(
        try house.call("extension ask \(customer) --days 3 --reason 等", as: "zhang").code, refusal)
    }
    XCTAssertEqual(try house.call("extension answer 1 --grant", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("extension answer 9 --grant", as: "lin").code, "unknown_request")
    XCTAssertEqual(try house.call("extension answer x --grant", as: "lin").code, "unknown_request")
    try house.run("extension answer 1 --refuse --remark 不等", as: "lin")
    XCTAssertEqual(try house.call("extension answer 1 --grant", as: "lin").code, "already_answered")
  }

  func testAfterTheDue() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    house.now = "2026-12-24T10:00:00+08:00"
    try house.run("engine tick")
    house.now = "2026-12-27T00:00:00+08:00"
    XCTAssertEqual(
      try house.call("extension ask \(code) --days 3 --reason 等", as: "zhang").code, "flowed_back")
  }

  func testHowTheyAreNotCalled() throws {
    let house = try CommandHouse()
    for call in [
      "extension ask", "extension ask K000001 --days 3", "extension ask K000001 --reason x",
      "extension answer",
      "extension answer 1", "extension answer 1 --grant --refuse", "extension", "takeback", "house add",
      "house", "block drop", "lost now", "undo all", "swap K000001", "rescue --all", "requests x",
      "forecast tomorrow", "engine", "engine status --x", "policy", "policy use channel", "policy check",
      "policy adopt x.json", "policy show nobody", "calendar show", "calendar show x", "calendar import",
    ] {
      let said = try house.call(call, as: "zhang")
      XCTAssertEqual([said.code, String(said.status)], ["usage", "2"], call)
      XCTAssertEqual(said.lines.count, 1, call)
    }
  }

  // MARK: lost, take-back, rescue

  func testWhatIsLostIsAskedBack() throws {
    let house = try CommandHouse()
    let (code, kept) = (try house.entered(1, by: "zhang"), try house.entered(2, by: "zhang"))
    house.now = "2026-12-24T10:00:00+08:00"
    try house.run("engine tick")
    let rescue = try house.call("rescue", as: "zhang").lines
    XCTAssertEqual(rescue.map { $0["code"]?.text }, [code, kept])
    XCTAssertEqual(rescue.first?["days_left"], 2)
    XCTAssertEqual(rescue.first?["due_at"], "2026-12-27T00:00:00+08:00")
    try house.run("note \(kept) --kind call --outcome connected --text 要报价", as: "zhang")
    XCTAssertEqual(try house.call("rescue", as: "zhang").lines.count, 1)
    house.now = "2026-12-27T09:00:00+08:00"
    try house.run("engine tick")
    let lost = try house.call("lost", as: "zhang").lines
    XCTAssertEqual(lost.count, 1)
    XCTAssertEqual(lost.first?.keys, ["code", "name", "lost_at", "reason", "clocks", "holder", "department"])
    XCTAssertEqual(lost.first?["lost_at"], "2026-12-27T00:00:00+08:00")
    XCTAssertEqual(lost.first?["reason"], "flowed_back")
    XCTAssertEqual(lost.first?["clocks"], ["note"])
    XCTAssertEqual(lost.first?["holder"], .null)
    XCTAssert(house.text("lost", as: "zhang").contains("flowed back ("))
    XCTAssertEqual(try house.call("takeback \(code)", as: "zhang").code, "not_allowed")
    XCTAssert(house.text("takeback \(code)", as: "zhang").contains("--ask"))
    XCTAssertEqual(
      try house.run("takeback \(code) --ask", as: "zhang"), ["id": 1, "code": .text(code), "state": "open"])
    XCTAssertEqual(try house.run("requests", as: "lin")["kind"], "take_back")
    XCTAssertEqual(
      try house.run("takeback \(code)", as: "lin"),
      ["code": .text(code), "holder": "何小满", "due_at": "2026-12-29T00:00:00+08:00"])
    XCTAssertEqual(try house.call("takeback \(code)", as: "lin").code, "nothing_to_take_back")
    XCTAssertEqual(try house.call("lost", as: "zhang").lines, [])
  }

  func testATakeBackThatComesTooLate() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    house.now = "2026-12-24T10:00:00+08:00"
    try house.run("engine tick")
    house.now = "2026-12-29T00:00:00+08:00"
    try house.run("engine tick")
    XCTAssertEqual(try house.call("takeback \(code)", as: "lin").code, "too_late")
    XCTAssertEqual(try house.call("takeback \(code) --ask", as: "zhang").code, "too_late")
  }

  // MARK: the lists of the house

  func testHouseAccountsAndBlockedNames() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(
      try house.run("house add \(code)", as: "gu"), ["code": .text(code), "house_account": true])
    XCTAssertEqual(try house.run("why \(code)", as: "zhang")["due_at"], .null)
    XCTAssertEqual(
      try house.run("house drop \(code)", as: "gu"), ["code": .text(code), "house_account": false])
    XCTAssertEqual(try house.call("house add \(code)", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("house add K000099", as: "lin").code, "unknown_customer")
    XCTAssertEqual(
      try house.run("block add 上海黑名单贸易有限公司", as: "lin"), ["name": "上海黑名单贸易有限公司", "blocked": true])
    XCTAssertEqual(try house.call("block add 上海黑名单贸易有限公司", as: "lin").code, "blocked")
    XCTAssertEqual(
      try house.call("enter 上海黑名单贸易有限公司 --phone 021-60000001 --fax none --address 上海", as: "li").status, 2)
    XCTAssertEqual(
      try house.call("enter --name 上海黑名单贸易有限公司 --phone 021-60000001 --fax none --address 上海", as: "li").code,
      "blocked")
    XCTAssertEqual(try house.call("block drop 上海黑名单贸易有限公司", as: "zhang").code, "not_allowed")
    try house.run("block drop 上海黑名单贸易有限公司", as: "lin")
    XCTAssertEqual(try house.call("block drop 上海黑名单贸易有限公司", as: "lin").code, "invalid_field")
  }

  // MARK: undo and swap

  func testUndoAndSwap() throws {
    let house = try CommandHouse()
    let (old, new) = (try house.entered(1, by: "zhang"), try house.entered(2, by: "li"))
    try house.run("release \(new) --reason no_need", as: "li")
    XCTAssertEqual(
      try house.run("undo", as: "li"), ["code": .text(new), "undone": "release"])
    try house.run("release \(new) --reason no_need", as: "li")
    XCTAssertEqual(try house.call("swap \(old) \(new)", as: "zhang").code, "held")
    house.now = "2026-11-26T14:05:00+08:00"
    XCTAssertEqual(try house.call("undo", as: "li").code, "too_late_to_undo")
    let swapped = try house.run("swap \(old) \(new)", as: "zhang")
    XCTAssertEqual(swapped["code"], .text(new))
    XCTAssertEqual(swapped["due_at"], "2026-12-27T00:00:00+08:00")
    XCTAssertEqual(try house.run("undo", as: "zhang"), ["code": .text(new), "undone": "swap"])
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.map { $0["code"]?.text }, [old])
    XCTAssertEqual(try house.call("undo", as: "zhang").status, 1)
  }

  /// R3.4: at the cap one goes as the new one comes.
  func testAnEntryInsteadOfAnother() throws {
    let house = try CommandHouse()
    let (old, kept) = (try house.entered(1, by: "zhang"), try house.entered(2, by: "li"))
    let entry = "enter --name 苏州日东精密电子有限公司 --phone 0512-69990041 --fax none --address 苏州市潮声路8号"
    XCTAssertEqual(try house.call("\(entry) --releasing \(kept)", as: "zhang").code, "not_held")
    XCTAssertEqual(try house.call("\(entry) --releasing nobody", as: "zhang").code, "unknown_customer")
    let entered = try house.run("\(entry) --releasing \(old)", as: "zhang")
    XCTAssertEqual(entered["released"], .text(old))
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.map { $0["code"] }, [entered["code"]])
    XCTAssertEqual(try house.run("undo", as: "zhang"), ["code": .text(old), "undone": "release"])
  }

  /// R3.7: `pick`, `show` and `mine` print numbers; what was printed was seen.
  func testAnUndonePickWhoseNumberWasPrintedCounts() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    try house.run("release \(code) --reason no_need", as: "zhang")
    house.now = "2026-11-26T14:10:00+08:00"
    try house.run("pick \(code)", as: "li")
    try house.run("undo", as: "li")
    let seen = try house.dump().value("SELECT count(*) FROM opportunity WHERE number_shown_at")
    XCTAssertEqual(seen, "1")
  }

  // MARK: views of the sea

  func testAViewOfTheSeaIsKeptListedAndDropped() throws {
    let house = try CommandHouse()
    XCTAssertEqual(
      try house.run("view keep 6 --name 塑料 --filter 业:塑料 --base today", as: "zhang"),
      ["digit": 6, "name": "塑料"])
    XCTAssertEqual(
      try house.run("view list", as: "zhang"),
      ["digit": 6, "name": "塑料", "base": "today", "filter": "业:塑料", "oldest_first": false])
    XCTAssertEqual(try house.call("view list", as: "li").lines, [])
    try house.run("view drop 6", as: "zhang")
    XCTAssertEqual(try house.call("view list", as: "zhang").lines, [])
    for (call, status) in [
      ("view keep 5 --name a", 1), ("view keep x --name a", 1), ("view keep 6", 2),
      ("view keep 6 --name a --base no", 2), ("view drop 1", 1),
    ] {
      XCTAssertEqual(try house.call(call, as: "zhang").status, Int32(status), call)
    }
  }

  /// R4.18: the sea and what left somebody tell of the due moment itself, the engine down; the place and the former holder
  /// are looked for as well (R5.10).
  func testTheSeaFromTheMomentItself() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    house.now = "2026-12-24T10:00:00+08:00"
    try house.run("engine tick")
    house.now = "2026-12-26T23:59:00+08:00"
    XCTAssertEqual(try house.call("sea", as: "li").lines, [])
    house.now = "2026-12-27T00:00:00+08:00"
    for words in ["sea", "sea --place 苏州", "sea --former-holder 何小满", "sea --former-holder zhang"] {
      XCTAssertEqual(try house.call(words, as: "li").lines.map { $0["code"] }, [.text(code)], words)
    }
    for words in ["sea --place 昆山", "sea --former-holder wang"] {
      XCTAssertEqual(try house.call(words, as: "li").lines, [], words)
    }
    XCTAssertEqual(try house.call("sea --former-holder nobody", as: "li").code, "invalid_field")
    XCTAssertEqual(try house.run("lost", as: "zhang")["code"], .text(code))
  }

  /// R6.2: a next contact beyond the due is flagged, and what is planned is told.
  func testAPlanBeyondTheDueIsFlagged() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    let late = try house.run("plan \(code) 2026-12-28T10:00", as: "zhang")
    XCTAssertEqual(late.keys, ["code", "next_contact_at", "agreed", "purpose", "due_at", "beyond_due"])
    XCTAssertEqual([late["beyond_due"], late["next_contact_at"]], [true, "2026-12-28T10:00:00+08:00"])
    XCTAssertTrue(house.text("plan \(code) 2026-12-28T10:00", as: "zhang").contains("beyond the due"))
    let early = try house.run("plan \(code) 2026-12-20T10:00", as: "zhang")
    XCTAssertEqual(early["beyond_due"], false)
    let note = try house.run(
      "note \(code) --kind call --outcome connected --text 要报价 --next 2027-02-01T10:00", as: "zhang")
    XCTAssertEqual(note["beyond_due"], true)
  }

  func testDepartmentsCapacitiesAndEntriesForOthers() throws {
    let house = try CommandHouse()
    XCTAssertEqual(
      try house.run("department add 一部一组 --under 一部"),
      ["department": "一部一组", "under": "一部", "policy": .null, "kind": .null])
    XCTAssertEqual(try house.call("department add 一部一组 --under 一部").code, "invalid_field")
    XCTAssertEqual(try house.call("department add 三部 --under 一部", as: "lin").code, "not_allowed")
    XCTAssertEqual(
      try house.run("person change zhang --capacity 1"), ["login": "zhang", "capacity": 1])
    _ = try house.entered(1, by: "zhang")
    XCTAssertThrowsError(try house.entered(2, by: "zhang"))
    XCTAssertEqual(try house.run("person change zhang --capacity policy")["capacity"], .null)
    XCTAssertEqual(try house.call("person change zhang --capacity x").code, "usage")
    try house.run("person add lu --name 陆小雪 --department 一部 --role clerk")
    let entry = "enter --for zhang --name 苏州观澜包装厂 --phone 0512-60010077 --fax none --address 苏州"
    let code = try house.run(entry, as: "lu")["code"]
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.last?["code"], code)
    XCTAssertEqual(try house.call("mine --of zhang", as: "lu").lines.count, 2)
    XCTAssertEqual(try house.call("mine --of li", as: "lu").code, "not_allowed")
    XCTAssertEqual(try house.call(entry, as: "wang").code, "not_allowed")
    XCTAssertEqual(
      try house.call("audit").lines.prefix(1).map { [$0["act"], $0["login"]] }, [["enter_for", "lu"]])
  }
}
