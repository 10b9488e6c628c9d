import CommandLine
import TestSupport
import XCTest

/// What needs no base: help, version, names, numbers, phrases of time, working days, the policies that ship.
final class LookupCommandTests: XCTestCase {
  func testHelpAndVersionNeedNoBase() throws {
    let base = try CommandBase(sandbox: false)
    XCTAssertEqual(try base.json("version").keys, ["version"])
    let commands = Set(try base.list("help").compactMap { $0["command"]?.text })
    for command in [
      "", "demo", "init", "person add", "import", "mine", "sea", "show", "enter", "pick", "release", "note",
      "why", "engine tick", "engine run", "audit", "help", "version", "name", "number", "when", "workday",
      "policy list", "policy show", "policy check",
    ] {
      XCTAssertTrue(commands.contains(command), command)
    }
    for command in commands where !command.isEmpty {
      let answer = base.run(["help"] + command.split(separator: " ").map(String.init))
      XCTAssertEqual(answer.status, 0, command)
      XCTAssertFalse(answer.output.contains("help."), "a text is missing: \(command)")
    }
    XCTAssertEqual(base.run("help", "frobnicate").status, 2)
    XCTAssertEqual(base.run("pick", "--help").status, 0)
  }

  func testTheLookupsTakeATimeWithoutABase() throws {
    let base = try CommandBase(sandbox: false)
    base.environment["TIDELINE_NOW"] = CommandBase.start
    XCTAssertEqual(try base.json("when", "明天10点")["at"]?.text, "2026-11-27T10:00:00+08:00")
    XCTAssertEqual(
      try base.json("when", "+2h", "--now", "2026-11-26T20:00:00+08:00")["at"]?.text,
      "2026-11-26T22:00:00+08:00")
    XCTAssertEqual(try base.json("workday", "2026-09-30", "+3")["due"]?.text, "2026-10-10")
    XCTAssertEqual(try base.json("name", "苏州日东精密电子有限公司")["key"]?.text, "日东精密电子")
    XCTAssertEqual(try base.json("number", "0512-60010001")["e164"]?.text, "+8651260010001")
    XCTAssertTrue(try base.list("policy", "list").contains { $0["name"]?.text == "channel" })
    XCTAssertEqual(try base.json("policy", "show", "channel")["capacity"]?.integer, 300)
  }
}
