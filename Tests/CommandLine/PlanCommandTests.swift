import TestSupport
import XCTest

/// What comes next, as scripts and people read it: an appointment is told from a callback everywhere (R6.1), with what it
/// is for (R11.8).
final class PlanCommandTests: XCTestCase {
  func testAPlanSaysWhatItIsAndWhatFor() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    let plan: JSON = [
      "code": .text(code), "next_contact_at": "2026-11-27T15:00:00+08:00", "agreed": false, "purpose": "送样",
      "due_at": "2026-12-27T00:00:00+08:00", "beyond_due": false,
    ]
    XCTAssertEqual(try house.run("plan \(code) 明3 --purpose 送样", as: "zhang"), plan)
    let moved = try house.run("plan \(code) 明4 --agreed", as: "zhang")
    XCTAssertEqual([moved["agreed"], moved["purpose"]], [true, "送样"])
    XCTAssertEqual(try house.run("plan \(code) 明5", as: "zhang")["agreed"], true, "moved it is still one")
    XCTAssertEqual(try house.run("plan \(code) 明5 --ours", as: "zhang")["agreed"], false)
    XCTAssertEqual(try house.call("plan \(code) 明5 --ours --agreed", as: "zhang").status, 2)
    let noted = try house.run(
      "note \(code) --kind call --outcome appointment --text 约好 --next 明6 --purpose 签合同", as: "zhang")
    XCTAssertEqual([noted["agreed"], noted["purpose"]], [true, "签合同"])
    XCTAssertEqual(house.text("plan \(code) none", as: "zhang"), "\(code): no next contact any more\n")
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["purpose"], .null)
  }

  /// In every list, in text and in JSON.
  func testTheyAreToldApartEverywhere() throws {
    let house = try CommandHouse(at: "2026-11-26T09:00:00+08:00")
    for isAgreed in [true, false] {
      let code = try house.entered(isAgreed ? 1 : 2, by: "zhang")
      let kind = isAgreed ? "--agreed" : "--ours"
      let said = (isAgreed ? "appointment" : "callback") + " 11-26 Thu 15:00 送样"
      try house.run("plan \(code) 15:00 --purpose 送样 \(kind)", as: "zhang")
      for list in ["show \(code)", "mine"] {
        XCTAssertTrue(house.text(list, as: "zhang").contains(said), list)
      }
      for list in ["show \(code)", "mine", "calls"] {
        let row = try house.call(list, as: "zhang").lines.first { $0["code"] == .text(code) }
        XCTAssertEqual([row?["agreed"], row?["purpose"]], [.bool(isAgreed), "送样"], list)
      }
      try house.run("plan \(code) 2026-12-30T10:00", as: "zhang")
      try house.run("tomorrow add \(code)", as: "zhang")
      let listed = try house.call("tomorrow show", as: "zhang").lines.first { $0["code"] == .text(code) }
      XCTAssertEqual([listed?["agreed"], listed?["purpose"]], [.bool(isAgreed), "送样"])
    }
    house.now = "2026-12-24T10:00:00+08:00"
    try house.run("engine tick")
    let text = house.text("alerts", as: "zhang")
    for said in ["appointment 12-30 Wed 10:00 送样 lies beyond", "callback 12-30 Wed 10:00 送样 lies beyond"] {
      XCTAssertTrue(text.contains(said), text)
    }
    let alerts = try house.call("alerts", as: "zhang").lines
    house.now = "2026-12-25T15:00:00+08:00"
    for rows in [alerts, try house.call("forecast --customers", as: "lin").lines] {
      XCTAssertTrue(rows.contains { $0["agreed"] == true } && rows.contains { $0["agreed"] == false })
    }
  }

  /// R11.8: those for whom nothing is planned; what was planned and missed is planned all the same.
  func testThoseWithoutAPlan() throws {
    let house = try CommandHouse()
    let codes = try (1...3).map { try house.entered($0, by: "zhang") }
    try house.run("plan \(codes[0]) +10m", as: "zhang")
    house.now = "2026-11-26T15:00:00+08:00"
    let without = try house.call("mine --without-plan", as: "zhang").lines.compactMap { $0["code"]?.text }
    XCTAssertEqual(Set(without), Set(codes.dropFirst()))
    XCTAssertEqual(try house.call("mine --without-plan --limit 1", as: "zhang").lines.count, 1)
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.count, 3)
  }
}
