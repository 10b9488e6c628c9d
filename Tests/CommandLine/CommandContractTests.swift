import CommandLine
import Foundation
import TestSupport
import XCTest

/// The commands and the keys of their JSON, which are public and stable.
final class CommandContractTests: ContractTestCase {
  // MARK: the house

  func testInit() throws {
    let base = try CommandBase(sandbox: false)
    base.environment["TIDELINE_DB"] = base.folder.appendingPathComponent("deep/er/house.db").path
    let made = try base.json("init")
    XCTAssertEqual(made["policy"]?.text, "channel")
    XCTAssertEqual(made["sandbox"], false)
    XCTAssertEqual(made["path"]?.text, base.path)
    try base.assertRefused("exists", ["init"])
    // The first administrator is the director too: import, engine and audit are his.
    XCTAssertEqual(base.run("engine", "tick").status, 0)
    XCTAssertEqual(base.run("audit").status, 0)
  }

  func testInitWithAPolicy() throws {
    let base = try CommandBase(sandbox: false)
    XCTAssertEqual(try base.json("init", "--policy", "direct")["policy"]?.text, "direct")
    let other = try CommandBase(sandbox: false)
    try other.assertRefused("usage", status: 2, ["init", "--policy", "nonesuch"])
    XCTAssertFalse(FileManager.default.fileExists(atPath: other.path))
  }

  func testPersonAdd() throws {
    let base = try CommandBase()
    let added = try base.json("person", "add", "wang", "--name", "王五", "--department", "三部")
    XCTAssertEqual(added["login"]?.text, "wang")
    XCTAssertEqual(added["roles"], ["agent"])
    let both = try base.json(
      "person", "add", "zhao", "--name", "赵六", "--department", "三部", "--role", "clerk", "--role", "support")
    XCTAssertEqual(both["roles"], ["clerk", "support"])
    XCTAssertEqual(both["department_kind"], "channel", "as its policy says (R2.1)")
    let renewal = try base.json(
      "person", "add", "xu", "--name", "续一", "--department", "续签部", "--department-kind", "renewal")
    XCTAssertEqual(renewal["department_kind"], "renewal")
    let second = try base.json("person", "add", "xue", "--name", "续二", "--department", "续签部")
    XCTAssertEqual(second["department_kind"], "renewal", "it stays")
    try base.assertRefused(
      "invalid_field", ["person", "add", "wang", "--name", "王五", "--department", "三部"])
    try base.assertRefused(
      "usage", status: 2, ["person", "add", "x", "--name", "王", "--department", "三部", "--role", "boss"])
    try base.assertRefused(
      "not_allowed", ["person", "add", "x", "--name", "王", "--department", "三部", "--as", "zhang"])
    XCTAssertEqual(try base.list("mine", "--as", "wang").count, 0)
  }

  func testPersonList() throws {
    let base = try CommandBase()
    let people = try base.list("person", "list")
    XCTAssertEqual(people.dropFirst().compactMap { $0["login"]?.text }, ["zhang", "li", "lin"])
    XCTAssertEqual(people.first?["roles"], ["admin", "director"])
    assertHas(["id", "login", "name", "department", "roles", "active", "policy"], try XCTUnwrap(people.last))
    XCTAssertEqual(base.run("person", "list").output.split(separator: "\n").count, 4)
    try base.assertRefused("not_allowed", ["person", "list", "--as", "zhang"])
  }

  // MARK: the engine

  func testEngineTick() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    for (time, warned, released) in [
      ("2026-12-18T08:59:00+08:00", 0, 0), ("2026-12-18T09:00:00+08:00", 1, 0),
      ("2026-12-25T00:00:00+08:00", 1, 0), ("2026-12-25T00:00:00+08:00", 0, 0),
      ("2026-12-26T23:58:00+08:00", 0, 0), ("2026-12-27T00:00:00+08:00", 0, 1),
      ("2026-12-27T00:00:00+08:00", 0, 0),
    ] {
      base.set(time)
      let tick = try base.json("engine", "tick")
      XCTAssertEqual(tick["warned"]?.integer, warned, time)
      XCTAssertEqual(tick["released"]?.integer, released, time)
      XCTAssertEqual(tick["failed"]?.integer, 0, time)
    }
    let shown = try base.json("show", "1", "--as", "li")
    XCTAssertEqual(shown["holders_before"]?.items.first?["reason"]?.text, "flowed_back")
    XCTAssertEqual(shown["holders_before"]?.items.first?["clocks"], ["note"])
    let alerts = try base.list("alerts", "--as", "zhang")
    XCTAssertEqual(alerts.first?["kind"]?.text, "flowed_back")
    try base.assertRefused("not_allowed", ["engine", "tick", "--as", "zhang"])
  }

  /// The typed note is kept as a draft (R4.6), in the form in which the screens take it up.
  func testANoteThatComesTooLateIsKept() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    base.set("2026-12-25T00:00:00+08:00")
    try base.json("engine", "tick")
    base.set("2026-12-27T00:00:00+08:00")
    let answer = base.run(
      "note", "1", "--kind", "call", "--outcome", "interested", "--text", "要报价", "--next", "明天10点", "--as",
      "zhang", "--json")
    XCTAssertEqual(answer.code, "flowed_back")
    let draft = try XCTUnwrap(try BaseDump(base.path).value("SELECT entry FROM draft"))
    let kept = try JSONDecoder().decode(JSON.self, from: Data(draft.utf8))
    XCTAssertEqual(kept["text"]?.text, "要报价")
    XCTAssertEqual(kept["next"]?.text, "明天10点")
    XCTAssertEqual(kept["outcome"]?.text, "interested")
    XCTAssertTrue(kept.keys.isSuperset(of: ["kind", "text", "next", "intent", "stage", "met", "place"]))
  }

  // MARK: the audit trail

  func testAudit() throws {
    let base = try base()
    try base.json("pick", "1", "--as", "zhang")
    let events = try base.list("audit", "1")
    XCTAssertEqual(events.compactMap { $0["act"]?.text }, ["pick", "import"])
    assertHas(["id", "at", "login", "act", "customer", "detail"], try XCTUnwrap(events.first))
    XCTAssertEqual(try base.list("audit", "--as", "zhang").last?["customer"]?.text, "K000001")
    try base.assertRefused("not_allowed", ["audit", "2", "--as", "zhang"])
  }
}
