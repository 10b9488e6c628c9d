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
