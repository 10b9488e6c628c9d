import TestSupport
import XCTest

/// A handover as commands do it (R2.6, R12.1).
final class HandoverCommandTests: XCTestCase {
  private func house() throws -> CommandHouse {
    let house = try CommandHouse()
    for number in 1...3 {
      try house.run(
        "enter --name 苏州潮音\(number)厂 --phone 0512-6001000\(number) --fax none --address 苏州", as: "zhang")
    }
    return house
  }

  func testThePlanThenTheActThenBack() throws {
    let house = try house()
    try house.run("person change wang --capacity 2")
    let plan = try house.run("handover zhang --to wang --dry-run", as: "lin")
    XCTAssertEqual(plan["plan"]?.items.map { $0["code"]?.text }, ["K000001", "K000002"])
    XCTAssertEqual(plan["plan"]?.items.map { $0["to"]?.text }, ["wang", "wang"])
    XCTAssertEqual(plan["left"]?.items.map { $0["reason"]?.text }, ["library_full"])
    XCTAssertNil(plan["moved"])
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.count, 3, "a dry run does nothing")
    let done = try house.call("handover zhang --to wang", as: "lin")
    XCTAssertEqual(done.status, 1, "one stays")
    XCTAssertEqual(done.lines.first?["moved"]?.items.map { $0["code"]?.text }, ["K000001", "K000002"])
    XCTAssertEqual(done.lines.first?["left"]?.items.map { $0["code"]?.text }, ["K000003"])
    XCTAssertEqual(try house.call("mine", as: "wang").lines.count, 2)
    XCTAssertEqual(try house.run("alerts", as: "wang")["count"], 2)
    let back = try house.run("undo", as: "lin")
    XCTAssertEqual(back["back"]?.items.map(\.text), ["K000001", "K000002"])
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.count, 3)
    XCTAssertEqual(try house.call("undo", as: "lin").code, "too_late_to_undo")
  }

  func testDealtAndToTheSea() throws {
    let house = try house()
    try house.run("person add wu --name 吴寒露 --department 一部")
    let dealt = try house.run("handover zhang --spread 一部", as: "lin")
    XCTAssertEqual(dealt["moved"]?.items.map { $0["to"]?.text }, ["wang", "wu", "wang"])
    let text = house.text("handover wang --sea --dry-run", as: "lin")
    XCTAssertTrue(text.contains("2 customers of 汪春分 would go to the sea"), text)
    XCTAssertEqual(try house.run("handover wang --sea", as: "lin")["moved"]?.items.count, 2)
    XCTAssertEqual(
      try house.call("lost", as: "wang").lines.map { $0["reason"]?.text }, ["handed_over", "handed_over"])
  }

  func testSeveralAreTransferredAsOneAct() throws {
    let house = try house()
    let given = try house.run("transfer 1,2 --to wang", as: "lin")
    XCTAssertEqual(given["done"]?.items.map { $0["code"]?.text }, ["K000001", "K000002"])
    XCTAssertEqual(try house.run("undo", as: "lin")["back"]?.items.count, 2)
    let mixed = try house.call("transfer 1,nobody,99 --to wang", as: "lin")
    XCTAssertEqual(mixed.status, 1)
    XCTAssertEqual(
      mixed.lines.first?["refused"]?.items.map { $0["reason"]?.text },
      ["unknown_customer", "unknown_customer"])
  }

  func testBadInput() throws {
    let house = try house()
    for (code, words) in [
      ("same_holder", "handover zhang --to zhang"), ("not_allowed", "handover zhang --to li"),
      ("not_allowed", "handover li --to zhang"), ("unknown_person", "handover nobody --to zhang"),
      ("unknown_person", "handover zhang --to nobody"), ("nothing_to_hand_over", "handover wang --to zhang"),
      ("invalid_field", "handover zhang --spread 九部"), ("not_allowed", "handover zhang --spread 二部"),
      ("usage", "handover zhang"), ("usage", "handover zhang --sea --to wang"), ("usage", "handover --sea"),
    ] {
      XCTAssertEqual(try house.call(words, as: "lin").code, code, words)
      if code != "usage" { XCTAssertEqual(try house.call(words + " --dry-run", as: "lin").code, code, words) }
    }
    XCTAssertEqual(try house.call("handover zhang --to wang", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.count, 3)
  }

  /// R2.4: nobody signs in by a login that was deactivated, and the base is opened by who is left.
  func testALeaverSignsInNoMore() throws {
    let house = try house()
    XCTAssertEqual(try house.run("person deactivate zhang")["customers"], 3)
    XCTAssertEqual(try house.call("mine", as: "zhang").code, "deactivated")
    XCTAssertEqual(try house.call("alerts", as: "zhang").code, "deactivated")
    XCTAssertEqual(try house.call("handover wang --to zhang", as: "lin").code, "deactivated")
    XCTAssertEqual(try house.run("handover zhang --to wang", as: "lin")["moved"]?.items.count, 3)
    XCTAssertTrue(house.text("person activate zhang").contains("zhang may sign in again"))
    XCTAssertEqual(try house.call("mine", as: "zhang").status, 0)
    XCTAssertEqual(try house.call("person deactivate zhang", as: "lin").code, "not_allowed")
  }

  /// R4.15.
  func testAPersonIsMoved() throws {
    let house = try house()
    XCTAssertEqual(try house.call("person move zhang 二部").code, "still_holds")
    XCTAssertEqual(try house.run("person move zhang 二部 --keep")["customers"], 3)
    XCTAssertEqual(try house.call("mine --of zhang", as: "lin").code, "not_allowed")
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.count, 3)
    XCTAssertEqual(try house.call("person move wang 二部", as: "lin").code, "not_allowed")
  }
}
