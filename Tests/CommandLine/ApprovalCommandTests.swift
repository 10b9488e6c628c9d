import TestSupport
import XCTest

/// One queue for everything that waits for an answer, as scripts use it (R8.4).
final class ApprovalCommandTests: XCTestCase {
  func testAnyKindIsListedAndAnsweredByItsID() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    try house.run("extension ask \(code) --days 5 --reason 等预算", as: "zhang")
    let waiting = try house.run("approvals", as: "lin")
    XCTAssertEqual(waiting["kind"], "extension")
    XCTAssertEqual(waiting["if_granted"], "2027-01-01T00:00:00+08:00")
    XCTAssertEqual(waiting["facts"]?["notes"], 0)
    XCTAssertEqual(waiting["may_grant"], true)
    XCTAssertTrue(house.text("approvals", as: "lin", in: "zh-Hans").contains("小计 0 条"))
    XCTAssertEqual(try house.run("approve 1", as: "lin"), ["id": 1, "granted": true])
    let again = house.text("refuse 1", as: "gu", in: "zh-Hans")
    XCTAssertTrue(again.contains("林白露 已经答复过了"), again)
    XCTAssertEqual(try house.call("approvals", as: "lin").lines, [])
  }

  /// R8.4: what is applied for goes to support, which finds it in the same queue.
  func testApplicationsAreSupports() throws {
    let house = try CommandHouse()
    try house.run("person add shen --name 沈清明 --department 支持 --role support")
    _ = try house.entered(1, by: "li")
    let numbers = "--landline 0512-69990001 --fax 无 --address 苏州 --remark 老客户"
    try house.run("apply \(numbers) --name 苏州潮音1号机械中心有限公司", as: "zhang")
    let waiting = try house.run("approvals", as: "shen")
    XCTAssertEqual(
      [waiting["id"], waiting["kind"], waiting["asker"], waiting["reason"]],
      ["A1", "application", "何小满", "老客户"])
    XCTAssertEqual(waiting["facts"]?["landline"], "0512-69990001")
    XCTAssertEqual(try house.call("approve A1", as: "lin").code, "not_allowed")
    XCTAssertEqual(try house.call("refuse A1", as: "shen").code, "invalid_field", "a refusal says why")
    XCTAssertEqual(try house.run("refuse A1 --remark 是同一家", as: "shen"), ["id": "A1", "granted": false])
    XCTAssertEqual(try house.call("approve a1", as: "shen").code, "already_answered")
    XCTAssertEqual(try house.call("approve A9", as: "shen").code, "unknown_application")
  }

  func testWhatIsRefused() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    try house.run("extension ask \(code) --days 12 --reason 等预算", as: "zhang")
    XCTAssertEqual(try house.run("approvals", as: "lin")["may_grant"], false)
    XCTAssertTrue(house.text("approvals", as: "lin", in: "zh-Hans").contains("要总监批"))
    for (call, login, refusal) in [
      ("approve 1", "lin", "not_allowed"), ("approve 1", "zhang", "not_allowed"),
      ("refuse 0", "lin", "unknown_request"),
      ("approve x", "lin", "unknown_request"), ("refuse 9", "lin", "unknown_request"),
      ("approvals", "zhang", "not_allowed"),
    ] {
      let said = try house.call(call, as: login)
      XCTAssertEqual([said.code, String(said.status)], [refusal, "1"], call)
    }
    for call in ["approve", "refuse", "approve 1 2", "approvals 1", "approve 1 --give wang"] {
      XCTAssertEqual(try house.call(call, as: "lin").status, 2, call)
    }
    try house.run("refuse 1 --remark 不等了", as: "lin")
    XCTAssertEqual(try house.run("alerts", as: "zhang")["kind"], "request_refused")
  }
}
