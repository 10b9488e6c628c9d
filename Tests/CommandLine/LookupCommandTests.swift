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

  /// R6.2: the moment, its weekday, and a day off as one; what is none is one clear line.
  func testAPhraseOfTime() throws {
    let base = try CommandBase(sandbox: false)
    base.environment["TIDELINE_NOW"] = CommandBase.start
    XCTAssertEqual(
      try base.json("when", "后天下午3点半"),
      [
        "text": "后天下午3点半", "at": "2026-11-28T15:30:00+08:00", "time_given": true, "weekday": "saturday",
        "desk_day": false, "next_desk_at": "2026-11-30T15:30:00+08:00",
      ])
    XCTAssertEqual(
      base.run("when", "后天下午3点半", "--lang", "en").output,
      "11-28 Sat 15:30  a day off; the next desk day is 11-30 Mon\n")
    XCTAssertEqual(base.run("when", "明天9点", "--lang", "en").output, "11-27 Fri 09:00\n")
    for (text, said) in [
      ("31 february", "There is no such day"), ("25:00", "There is no such time"),
      ("明天昨天", "Can't read \"昨天\". Try: tomorrow 3pm, fri 15:30, +2d"), ("", "No next contact given"),
      ("今天9点", "11-26 Thu 09:00 is over. Did you mean 11-27 Fri 09:00?"), ("三年后", "Too far ahead"),
    ] {
      let answer = base.run("when", text, "--lang", "en")
      XCTAssertEqual([answer.output, String(answer.status)], ["", "1"], text)
      XCTAssertTrue(answer.errors.contains(said), answer.errors)
      XCTAssertEqual(base.run("when", text, "--json").code, "invalid_field", text)
    }
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
