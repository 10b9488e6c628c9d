import TestSupport
import XCTest

/// What is lost, void or deactivated, as scripts use it (R3.9, R2.4).
final class LostCommandTests: XCTestCase {
  func testLostIsAskedAgreedAndTold() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(
      try house.run(
        "lost ask \(code) --reason competitor --competitor 云帆 --explanation 便宜两成", as: "zhang"),
      ["id": 1, "kind": "lost", "code": .text(code), "state": "open", "asked_of": "林白露"])
    let waiting = try house.run("approvals", as: "lin")
    XCTAssertEqual(waiting["kind"], "lost")
    XCTAssertEqual(waiting["reason"], "便宜两成")
    XCTAssertEqual(waiting["facts"]?["lost_reason"], "competitor")
    XCTAssertEqual(waiting["facts"]?["competitor"], "云帆")
    XCTAssertEqual(waiting["if_granted"], 90)
    XCTAssertEqual(waiting["facts"]?["opens_at"], "2027-02-25T00:00:00+08:00")
    let listed = house.text("approvals", as: "lin", in: "zh-Hans")
    XCTAssertTrue(listed.contains("买了竞品") && listed.contains("竞品 云帆"), listed)
    XCTAssertEqual(try house.run("lost answer 1 --agree", as: "lin"), ["id": 1, "granted": true])
    let shown = try house.run("show \(code)", as: "lin")
    XCTAssertEqual(shown["state"], "lost")
    XCTAssertEqual(shown["opens_at"], "2027-02-25T00:00:00+08:00")
    XCTAssertEqual(try house.run("lost", as: "zhang")["reason"], "lost_competitor")
    XCTAssertTrue(house.text("lost", as: "zhang", in: "zh-Hans").contains("战败 (买了竞品)"))
    XCTAssertTrue(house.text("audit \(code)", as: "gu", in: "zh-Hans").contains("云帆: 便宜两成"))
    XCTAssertEqual(try house.call("pick \(code)", as: "wang").code, "wrong_state")
  }

  func testItIsSentBackOrGivenAway() throws {
    let house = try CommandHouse()
    let codes = try (1...2).map { try house.entered($0, by: "zhang") }
    for code in codes {
      try house.run("lost ask \(code) --reason budget --explanation 没钱", as: "zhang")
    }
    try house.run("lost answer 1 --back --remark 再谈一次", as: "lin")
    XCTAssertEqual(try house.run("alerts", as: "zhang")["remark"], "再谈一次")
    XCTAssertEqual(
      try house.run("lost answer 2 --give wang", as: "lin"), ["id": 2, "granted": false, "given_to": "wang"])
    XCTAssertEqual(try house.run("show \(codes[1])", as: "wang")["state"], "pending")
  }

  func testWhatIsRefused() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    for (call, login, refusal) in [
      ("lost ask \(code) --reason competitor --explanation x", "zhang", "invalid_field"),
      ("lost ask \(code) --reason no_need --explanation \u{3000}", "zhang", "invalid_field"),
      ("lost ask \(code) --reason no_need --explanation x", "li", "not_held"),
      ("lost ask K000099 --reason no_need --explanation x", "zhang", "unknown_customer"),
      ("lost answer 7 --agree", "lin", "unknown_request"), ("lost answer x --back", "lin", "unknown_request"),
      ("void \(code) --reason x", "zhang", "not_allowed"), ("reactivate \(code)", "lin", "not_allowed"),
      ("void \(code) --reason \u{3000} --ask", "zhang", "invalid_field"),
    ] {
      let said = try house.call(call, as: login)
      XCTAssertEqual([said.code, String(said.status)], [refusal, "1"], call)
    }
    try house.run("extension ask \(code) --days 3 --reason 等", as: "zhang")
    XCTAssertEqual(try house.call("lost answer 1 --agree", as: "lin").code, "unknown_request")
    for call in [
      "lost ask \(code) --explanation x", "lost ask \(code) --reason no_need",
      "lost ask \(code) --reason never --explanation x", "lost answer 1", "lost answer 1 --agree --back",
      "void \(code)", "deactivate \(code)", "reactivate",
    ] {
      XCTAssertEqual(try house.call(call, as: "lin").status, 2, call)
    }
  }

  func testVoidDeactivatedAndTakenUpAgain() throws {
    let house = try CommandHouse()
    let codes = try (1...3).map { try house.entered($0, by: "zhang") }
    try house.run("void \(codes[0]) --reason 录错了 --ask", as: "zhang")
    try house.run("approve 1", as: "lin")
    XCTAssertEqual(try house.run("show \(codes[0])", as: "lin")["state"], "void")
    let both = try house.call("deactivate \(codes[1]),\(codes[0]) --reason 停业", as: "lin")
    XCTAssertEqual(both.status, 1, "one of them is void already")
    XCTAssertTrue(
      both.text.contains("\"state\":\"inactive\"") && both.text.contains("\"reason\":\"wrong_state\""))
    XCTAssertEqual(try house.run("reactivate \(codes[1])", as: "lin")["state"], "unassigned")
    XCTAssertEqual(try house.run("void \(codes[2]) --reason 重复", as: "lin")["state"], "void")
  }
}
