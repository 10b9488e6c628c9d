import TestSupport
import XCTest

/// Applications, as scripts use them (R5.8, R12.1).
final class ApplicationCommandTests: XCTestCase {
  private let asked = "苏州日东精密电子中心有限公司"

  /// Li holds 苏州日东精密电子有限公司, K000001.
  private func house() throws -> CommandHouse {
    let house = try CommandHouse()
    for (login, role) in [("shen", "support"), ("lu", "clerk")] {
      try house.run("person add \(login) --name \(login) --department 一部 --role \(role)")
    }
    try house.run(
      "enter --name 苏州日东精密电子有限公司 --phone 0512-60010001 --fax none --address 苏州市潮声路1号", as: "li")
    return house
  }

  private func apply(_ rest: String = "") -> String {
    "apply --name \(asked) --landline 0512-69990001 --fax 无 --address 苏州市潮声路9号 --remark 老客户介绍 \(rest)"
  }

  func testOneApplies() throws {
    let house = try house()
    let said = try house.run(apply(), as: "zhang")
    XCTAssertEqual(
      said.keys,
      [
        "id", "state", "applicant", "department", "written_by", "name", "landline", "fax", "mobile",
        "address",
        "remark", "receipt", "asked_at", "answer_by", "overdue", "answered_by", "answered_at", "reason",
        "task",
        "until", "code", "wrong_name",
      ])
    XCTAssertEqual(said["id"], 1)
    XCTAssertEqual(said["state"], "open")
    XCTAssertEqual(said["answer_by"], "2026-12-01T00:00:00+08:00")
    XCTAssertEqual(try house.run("application list", as: "zhang")["id"], 1)
    XCTAssertEqual(try house.run("application list --queue", as: "shen")["applicant"], "何小满")
    XCTAssertEqual(try house.run("application list --all", as: "lin")["id"], 1)
    XCTAssertEqual(try house.call("application list --all", as: "wang").lines, [])
    XCTAssertEqual(try house.run("application list", as: "shen")["id"], 1, "what waits for support")
    XCTAssertEqual(try house.call("application list", as: "lu").lines, [], "what the clerk wrote")
    XCTAssertTrue(house.text("application list", as: "wang").hasPrefix("No applications"))
    let shown = try house.run("application show 1", as: "shen")
    XCTAssertEqual(shown["hits"]?.items.first?["code"], "K000001")
    XCTAssertEqual(shown["hits"]?.items.first?["verdict"], "may_not_follow")
    XCTAssertEqual(
      try house.run("receipt show \(shown["receipt"]?.text ?? "-")", as: "zhang")["act"], "apply")
  }

  func testSupportLetsHimEnterOnce() throws {
    let house = try house()
    try house.run(apply(), as: "zhang")
    let answer = try house.run("application answer 1 --enter", as: "shen")
    XCTAssertEqual([answer["state"], answer["task"]], ["enter", "enter"])
    XCTAssertEqual(answer["until"], "2026-12-01T00:00:00+08:00")
    XCTAssertEqual(try house.run("alerts", as: "zhang")["kind"], "application_enter")
    XCTAssertEqual(try house.run("alerts", as: "zhang")["application"], 1)
    // What is not typed is as it was applied for.
    let entered = try house.run("enter --application 1 --contact 钱先生", as: "zhang")
    XCTAssertEqual(entered["name"], .text(asked))
    let used = try house.run("application list", as: "zhang")
    XCTAssertEqual([used["state"], used["code"]], ["used", entered["code"] ?? .null])
    XCTAssertEqual(try house.call("enter --application 1", as: "zhang").code, "application_used")
  }

  /// Leaves li's customer unprotected: no answer moves one that is not (R5.8).
  private func expose(in house: CommandHouse) throws {
    _ = try house.entered(2, by: "gu")
    try house.run("number add K1 --phone 0512-61000002", as: "li")
  }

  func testSupportGrantsACustomer() throws {
    let house = try house()
    try house.run(apply(), as: "zhang")
    XCTAssertEqual(try house.call("application answer 1 --grant K1", as: "shen").code, "held")
    try expose(in: house)
    let answer = try house.run("application answer 1 --grant K1", as: "shen")
    XCTAssertEqual(
      [answer["state"], answer["task"], answer["code"]], ["granted", "put_name_right", "K000001"])
    XCTAssertEqual(try house.run("show K1", as: "zhang")["applications"]?.items.first?["id"], 1)
    XCTAssertEqual(try house.run("lost", as: "li")["reason"], "transferred")
    let renamed = try house.run("application rename 1", as: "zhang")
    XCTAssertEqual(renamed, ["code": "K000001", "name": .text(asked), "unprotected": false])
    XCTAssertEqual(try house.run("application list", as: "zhang")["task"], .null)
  }

  func testANameThatStaysWrongLeavesItUnprotected() throws {
    let house = try house()
    try house.run(apply(), as: "zhang")
    try expose(in: house)
    try house.run("application answer 1 --grant K1", as: "shen")
    house.now = "2026-12-01T00:00:00+08:00"
    try house.run("engine tick")
    XCTAssertEqual(
      try house.run("show K1", as: "zhang")["unprotected"], ["application": 1, "name": .text(asked)])
    XCTAssertTrue(house.text("show K1", as: "zhang").contains("Unprotected: its name"))
  }

  /// R5.8: put right late, it is protected again unless somebody has applied meanwhile, and then that is what is said.
  func testANamePutRightAfterSomebodyApplied() throws {
    for meanwhile in [true, false] {
      let house = try house()
      try house.run(apply(), as: "zhang")
      try expose(in: house)
      try house.run("application answer 1 --grant K1", as: "shen")
      house.now = "2026-12-01T09:00:00+08:00"
      if meanwhile {
        try house.run(
          "apply --name 苏州日东精密电子有限公司 --landline 0512-69990002 --fax 无 --address 苏州 --remark 急", as: "li")
      }
      XCTAssertEqual(try house.run("application rename 1", as: "zhang")["unprotected"], .bool(meanwhile))
      let why: JSON = [
        "applied_for": 2, "name": "苏州日东精密电子有限公司", "answer_by": "2026-12-04T00:00:00+08:00",
      ]
      XCTAssertEqual(try house.run("show K1", as: "zhang")["unprotected"], meanwhile ? why : .null)
      let said = "somebody applied for 苏州日东精密电子有限公司 (application 2); support answers by 12-03 24:00"
      XCTAssertEqual(house.text("show K1", as: "zhang").contains(said), meanwhile)
      for change in ["--name 苏州观澜包装有限公司", "--name \(asked)"] {
        XCTAssertEqual(house.text("change K1 \(change)", as: "zhang").contains(said), meanwhile, change)
      }
      XCTAssertEqual(
        try house.run("change K1 --remark 急", as: "zhang")["unprotected"], .bool(meanwhile))
    }
  }

  /// What is applied for already nobody is told to apply for, in either language.
  func testWhatIsAppliedForIsNotToBeAppliedFor() throws {
    let house = try house()
    try house.run(apply(), as: "zhang")
    XCTAssertEqual(try house.call(apply(), as: "zhang").code, "already_applied")
    let entry = "enter --name \(asked) --phone 0512-69990001 --fax none --address 苏州市潮声路9号"
    for (login, said) in [
      ("zhang", ["你已申请过, 等支持答复", "You have applied for it already"]),
      ("wang", ["先给申请的人留着", "kept for the applicant"]),
    ] {
      for (language, text) in zip(["zh-Hans", "en"], said) {
        let errors = house.text(entry, as: login, in: language)
        XCTAssertTrue(errors.contains(text), errors)
        XCTAssertFalse(errors.contains("向支持申请") || errors.contains("Apply to support"), errors)
      }
    }
    XCTAssertTrue(house.text(apply(), as: "zhang", in: "zh-Hans").contains("已申请过这家 (申请 1)"))
    XCTAssertTrue(house.text(apply(), as: "zhang").contains("You applied for this one on"))
  }

  func testWhatIsRefused() throws {
    let house = try house()
    try house.run(apply(), as: "zhang")
    for (call, login, code) in [
      (apply(), "wang", "applied_for"), (apply(), "shen", "not_allowed"),
      (apply("--for wang"), "zhang", "not_allowed"),
      (apply("--for nobody"), "lu", "unknown_person"), ("application answer 1 --enter", "lin", "not_allowed"),
      ("application answer 9 --enter", "shen", "unknown_application"),
      ("application answer x --enter", "shen", "unknown_application"),
      ("application answer 1 --grant K99", "shen", "unknown_customer"),
      ("application answer 1 --grant x", "shen", "unknown_customer"),
      ("application answer 1 --refuse", "shen", "invalid_field"),
      ("application show 1", "wang", "not_your_application"),
      ("application withdraw 1", "wang", "not_your_application"),
      ("enter --application 1", "zhang", "application_open"),
      ("enter --application 1", "wang", "not_your_application"),
      ("enter --application x", "zhang", "unknown_application"),
      ("apply --name 苏州日东精密电子有限公司", "wang", "invalid_field"),
      (
        "apply --name 苏州潮音机械厂 --landline 0512-69990002 --fax 无 --address 苏州 --remark 新", "wang",
        "no_need_to_apply"
      ),
    ] {
      let said = try house.call(call, as: login)
      XCTAssertEqual([said.code, String(said.status)], [code, "1"], call)
    }
    XCTAssertEqual(try house.call("application answer 1", as: "shen").status, 2)
    XCTAssertEqual(try house.call("application answer 1 --enter --refuse", as: "shen").status, 2)
    XCTAssertEqual(try house.call("application list --mine --all", as: "zhang").status, 2)
    try house.run("application answer 1 --refuse --reason 二部在谈", as: "shen")
    XCTAssertEqual(try house.call("application answer 1 --enter", as: "shen").code, "already_answered")
    XCTAssertEqual(try house.call("enter --application 1", as: "zhang").code, "application_refused")
    XCTAssertEqual(try house.dump().count("customer"), 1)
  }

  func testTheClerkAppliesAndWithdraws() throws {
    let house = try house()
    XCTAssertEqual(try house.run(apply("--for zhang"), as: "lu")["written_by"], "lu")
    XCTAssertEqual(try house.run("alerts", as: "lin")["kind"], "special_application")
    XCTAssertEqual(try house.run("application list --all", as: "lu")["applicant"], "何小满")
    XCTAssertEqual(try house.run("application withdraw 1", as: "lu"), ["id": 1, "state": "withdrawn"])
  }
}
