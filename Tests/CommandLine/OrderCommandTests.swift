import TestSupport
import XCTest

/// Orders, as scripts use them (R8.6, R8.7, section 9).
final class OrderCommandTests: XCTestCase {
  private let add = "--amount 12800.50 --contract-name 日东精密电子"

  func testAnOrderFromItsSubmissionToItsRenewal() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(
      try house.run("order add \(code) \(add)", as: "zhang"),
      [
        "id": 1, "customer": .text(code), "state": "submitted", "amount": "12800.50",
        "contract_name": "日东精密电子",
        "submitted_at": "2026-11-26T14:00:00+08:00", "counts": true, "confirmed_on": .null,
        "opened_on": .null,
        "expires_on": .null, "terms": [],
      ])
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["state"], "pending")
    let confirmed = try house.run("order confirm 1 --date 2026-11-26", as: "lin")
    XCTAssertEqual(confirmed["state"], "confirmed")
    XCTAssertEqual(confirmed["confirmed_on"], "2026-11-26")
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["state"], "signed")
    XCTAssertEqual(try house.run("alerts", as: "zhang")["kind"], "signed")
    let opened = try house.run("order open 1 --date 2026-11-26", as: "lin")
    XCTAssertEqual(opened["state"], "opened")
    XCTAssertEqual(opened["expires_on"], "2027-11-25")
    let renewed = try house.run("order renew 1 --date 2027-11-01 --expires 2029-10-31", as: "lin")
    XCTAssertEqual(renewed["expires_on"], "2029-10-31")
    XCTAssertEqual(renewed["terms"]?.items.count, 2)
    XCTAssertEqual(try house.run("order void 1 --reason 录错了", as: "lin")["state"], "void")
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["state"], "pending")
  }

  func testThoseThatWait() throws {
    let house = try CommandHouse()
    XCTAssertEqual(try house.call("orders", as: "lin").lines, [])
    let code = try house.entered(1, by: "zhang")
    try house.run("order add \(code) \(add)", as: "zhang")
    let line = try house.run("orders", as: "lin")
    XCTAssertEqual(
      ["id", "step", "customer", "seller", "rest", "due_at", "old"].map { line[$0] },
      [1, "confirm", .text(code), "何小满", "12800.50", "2026-12-11T00:00:00+08:00", false])
    XCTAssertEqual(try house.call("orders", as: "zhang").code, "not_allowed")
  }

  func testPayments() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    try house.run("order add \(code) \(add)", as: "zhang")
    let first = try house.run("payment add 1 --amount 2800.5 --due 2026-12-10", as: "lin")
    XCTAssertEqual(
      [first["paid"], first["rest"], first["rest_due"]], ["2800.50", "10000.00", "2026-12-10"])
    XCTAssertEqual(
      first["payments"]?.items.first,
      ["id": 1, "amount": "2800.50", "paid_on": "2026-11-26", "rest_due": "2026-12-10", "void_reason": .null])
    XCTAssert(
      house.text("payment add 1 --amount 10000 --date 2026-11-25", as: "lin").contains(
        "Paid in full: 12,800.50 yuan in 2 payments, last on 2026-11-25"))
    XCTAssertEqual(try house.run("payment void 2 --reason 记错", as: "lin")["rest"], "10000.00")
    XCTAssert(house.text("order show 1", as: "zhang").contains("10,000.00 yuan are left, due 2026-12-10"))
    XCTAssertEqual(try house.call("payment void 9 --reason x", as: "lin").code, "unknown_payment")
    XCTAssertEqual(try house.call("payment add 1 --amount 10000.01", as: "lin").code, "overpaid")
    XCTAssertEqual(try house.call("payment add 1 --amount 1 --due 明天", as: "lin").code, "invalid_field")
  }

  func testTheListAndTheProof() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(try house.call("order list \(code)", as: "zhang").lines, [])
    XCTAssertTrue(house.text("order list \(code)", as: "zhang").hasPrefix("No orders"))
    try house.run("order add \(code) \(add)", as: "zhang")
    let order = try house.run("order list \(code)", as: "lin")
    XCTAssertTrue(
      order.keys.isSuperset(of: [
        "id", "state", "amount", "contract_name", "seller", "department", "submitted_at", "counts",
        "held_from",
        "held_to", "recorded_at", "recorded_by",
      ]), "\(order.keys)")
    XCTAssertEqual(order["seller"], "何小满")
    XCTAssertEqual(order["held_from"], "2026-11-26T14:00:00+08:00")
    let proof = try house.run("order show 1", as: "lin")
    XCTAssertEqual(proof["events"]?.items.compactMap { $0["act"]?.text }, ["enter", "order"])
    XCTAssertTrue(house.text("order show 1", as: "zhang").contains("Counts: when submitted"))
    let commission = try house.run("commission 1", as: "lin")
    XCTAssertEqual(
      [commission["counts"], commission["holder"], commission["at"]],
      [true, "何小满", "2026-11-26T14:00:00+08:00"])
    XCTAssertEqual(commission["events"], proof["events"])
    XCTAssertTrue(house.text("order list \(code)", as: "zhang").contains("12,800.50"))
    XCTAssertEqual(try house.call("order list \(code)", as: "li").code, "not_allowed")
    XCTAssertEqual(try house.call("order show 1", as: "li").code, "not_allowed")
  }

  /// The outcome alone signs nothing (R6.3); the axis is in what is shown of a customer and in why (R9.1).
  func testTheAxisInShowAndWhy() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    XCTAssertTrue(
      house.text("note \(code) --kind call --outcome signed --text 签了", as: "zhang").contains(
        "order add \(code)"))
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["axis"], .null)
    try house.run("order add \(code) \(add)", as: "zhang")
    XCTAssertEqual(try house.run("show \(code)", as: "zhang")["axis"]?["segment"], "ordered")
    try house.run("order confirm 1 --date 2026-11-26", as: "lin")
    try house.run("order open 1 --date 2026-03-26", as: "lin")
    let shown = try house.run("show \(code)", as: "zhang")
    XCTAssertEqual(shown["orders"]?.items.compactMap { $0["id"]?.integer }, [1])
    for axis in [shown["axis"], try house.run("why \(code)", as: "zhang")["axis"]] {
      XCTAssertEqual(axis?.keys, ["segment", "month", "opened_on", "expires_on", "spans"])
      XCTAssertEqual(axis?["segment"], "renewal")
      XCTAssertEqual(axis?["month"], 9)
      XCTAssertEqual(
        axis?["spans"]?.items.compactMap { $0["to"]?.text }, ["2026-11-25", "2027-03-25", "2028-03-25"])
    }
    XCTAssertTrue(house.text("why \(code)", as: "zhang").hasPrefix("Signed"))
  }

  func testBadInputIsOneLineAndChangesNothing() throws {
    let base = try CommandBase()
    _ = try base.json(
      "enter", "--name", "苏州潮音厂", "--phone", "0512-60010001", "--fax", "none", "--address", "苏州", "--as",
      "zhang")
    let add = ["order", "add", "1", "--as", "zhang"]
    for amount in ["0", "-1", "abc", "1e5", "1.234", "99999999999999999999", ""] {
      try base.assertRefused("invalid_field", add + ["--amount", amount, "--contract-name", "甲"])
    }
    try base.assertRefused("invalid_field", add + ["--amount", "1", "--contract-name", " "])
    for time in ["2026-11-27T10:00", "tomorrow"] {
      try base.assertRefused(
        "invalid_field", add + ["--amount", "1", "--contract-name", "甲", "--submitted", time])
    }
    try base.assertRefused("usage", status: 2, add + ["--amount", "1"])
    try base.assertRefused(
      "unknown_customer", ["order", "add", "99", "--amount", "1", "--contract-name", "甲"])
    try base.assertRefused(
      "not_held", ["order", "add", "1", "--amount", "1", "--contract-name", "甲", "--as", "li"])
    for words in [["confirm", "7"], ["open", "x"], ["renew", "0"]] {
      try base.assertRefused("unknown_order", ["order"] + words + ["--date", "2026-11-26"])
    }
    _ = try base.json("order", "add", "1", "--amount", "1", "--contract-name", "甲", "--as", "zhang")
    for day in ["2026-02-30", "26-11-26", "", "2026-11-27"] {
      try base.assertRefused("invalid_field", ["order", "confirm", "1", "--date", day])
    }
    try base.assertRefused("not_allowed", ["order", "confirm", "1", "--date", "2026-11-26", "--as", "zhang"])
    try base.assertRefused("wrong_order_state", ["order", "open", "1", "--date", "2026-11-26"])
    _ = try base.json("order", "confirm", "1", "--date", "2026-11-26")
    try base.assertRefused("wrong_order_state", ["order", "confirm", "1", "--date", "2026-11-26"])
    try base.assertRefused("wrong_order_state", ["order", "renew", "1", "--date", "2026-11-26"])
    for expires in ["2026-11-25", "never", "2999-01-01"] {
      try base.assertRefused(
        "invalid_field", ["order", "open", "1", "--date", "2026-11-26", "--expires", expires])
    }
    try base.assertRefused("invalid_field", ["order", "void", "1", "--reason", ""])
  }
}
