import TestSupport
import XCTest

/// The register of helpers, as scripts use it (R3.8).
final class CooperationCommandTests: XCTestCase {
  func testAskedApprovedListedAndEnded() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(
      try house.run("coop ask \(code) --with li --reason 他认识采购", as: "zhang"),
      ["id": 1, "kind": "coop", "code": .text(code), "state": "open", "asked_of": "林白露"])
    XCTAssertEqual(try house.run("approvals", as: "lin")["person"], "江立秋")
    XCTAssertEqual(try house.run("coop answer 1 --grant", as: "lin"), ["id": 1, "granted": true])
    let line = try house.run("coop list", as: "li")
    XCTAssertEqual(
      line.keys, ["code", "name", "holder", "helper", "department", "since", "reason"])
    XCTAssertEqual([line["code"], line["holder"], line["helper"]], [.text(code), "何小满", "江立秋"])
    XCTAssertTrue(house.text("show \(code)", as: "li", in: "zh-Hans").contains("协作人 江立秋"))
    XCTAssertEqual(
      try house.run("coop end \(code) --with li", as: "zhang"),
      ["code": .text(code), "helper": "li", "helps": false])
    XCTAssertEqual(try house.call("show \(code)", as: "li").code, "not_allowed")
    XCTAssertEqual(
      try house.run("coop add \(code) --with wang", as: "lin"),
      ["code": .text(code), "helper": "wang", "helps": true])
    XCTAssertEqual(try house.run("alerts", as: "wang")["kind"], "help_began")
  }

  func testWhatIsRefused() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    for (call, login, refusal) in [
      ("coop ask \(code) --with nobody --reason x", "zhang", "unknown_person"),
      ("coop ask \(code) --with zhang --reason x", "zhang", "invalid_field"),
      ("coop ask \(code) --with li --reason \u{3000}", "zhang", "invalid_field"),
      ("coop ask \(code) --with wang --reason x", "li", "not_held"),
      ("coop add \(code) --with wang", "zhang", "not_allowed"),
      ("coop end \(code) --with wang", "zhang", "no_helper"),
      ("coop answer 5 --grant", "lin", "unknown_request"),
    ] {
      let said = try house.call(call, as: login)
      XCTAssertEqual([said.code, String(said.status)], [refusal, "1"], call)
    }
    for call in ["coop", "coop ask \(code) --with li", "coop answer 1", "coop end \(code)", "coop list x"] {
      XCTAssertEqual(try house.call(call, as: "lin").status, 2, call)
    }
  }
}
