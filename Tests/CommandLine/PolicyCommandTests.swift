import TestSupport
import XCTest

/// Policies, as scripts use them (R4.15).
final class PolicyCommandTests: XCTestCase {
  func testThePoliciesThatShip() throws {
    let house = try CommandHouse()
    let policies = try house.call("policy list").lines
    XCTAssertEqual(policies.map { $0["name"]?.text }, ["channel", "dealer", "direct"])
    XCTAssertEqual(policies.map { $0["capacity"]?.integer }, [300, 300, 15])
    XCTAssertEqual(policies.map { $0["clocks"]?.items.count }, [3, 0, 1])
    XCTAssertEqual(try house.run("policy show direct")["based_on"], "channel")
    for name in ["channel", "direct", "dealer"] {
      let path = try house.file(house.text("policy show \(name)"))
      XCTAssertEqual(
        try house.run("policy check \(path)"), ["file": .text(path), "name": .text(name), "ok": true])
    }
  }

  func testABadPolicyIsRefusedWithItsFileAndKeyPath() throws {
    let house = try CommandHouse()
    for (change, path) in [
      (["colour": "red"], "colour"), (["capacity": -1], "capacity"), (["cool_down": -3], "cool_down"),
      (["clocks": [.clock("note", "-30d")]], "clocks[0].length"),
      (["clocks": [.clock("note", "0d")]], "clocks[0].length"),
      (["clocks": [.clock("note", "9999d")]], "clocks[0].length"),
      (["clocks": [.clock("note", "3d")]], "warnings[0]"),
      (["clocks": [.clock("note", "30d"), .clock("note", "40d")]], "clocks"),
      (["warnings": []], "warnings"),
      (["intents": [["level": "0", "title": ["zh-Hans": "x", "en": "x"]]]], "intents[0].rhythm"),
      (["based_on": "direct"], "based_on"), (["based_on": "nothing"], "based_on"),
      (["extension": ["manager": "9d", "director": "5d"]], "extension.director"),
      (["calling": ["quiet_hours": [], "daily_tries": -1]], "calling.daily_tries"),
      (["calling": ["quiet_hours": [], "daily_tries": 3, "tries": 3]], "calling.tries"),
      (["calling": ["quiet_hours": [], "tries": 3]], "calling.tries"),
      (["calling": [:]], "calling.quiet_hours"),
      (["calling": ["quiet_hours": ["9-5"], "daily_tries": 3]], "calling.quiet_hours[0]"),
      (
        ["calling": ["quiet_hours": ["12:00-13:00", "25:00-08:00"], "daily_tries": 3]],
        "calling.quiet_hours[1]"
      ),
      (["calling": ["quiet_hours": ["08:00-08:00"], "daily_tries": 3]], "calling.quiet_hours[0]"),
    ] as [([String: JSON], String)] {
      let text = String(decoding: try JSON.channel(change).data, as: UTF8.self)
      let bad = try house.file(text)
      for call in ["policy check \(bad)", "policy simulate \(bad)", "policy adopt \(bad) --from 2026-12-01"] {
        let said = try house.call(call)
        XCTAssertEqual([said.code, String(said.status)], ["bad_file", "1"], path)
        XCTAssertTrue(said.text.contains("\(bad): \(path)"), said.text)
      }
    }
    let unfinished = try house.file("{")
    XCTAssertEqual(try house.call("policy check \(unfinished)").status, 1)
    XCTAssertEqual(try house.call("policy check /nowhere/x.json").code, "bad_file")
  }

  /// R4.5: a house may be anywhere, and is in one time zone: that of its first department's policy.
  func testAPolicyOfAnotherTimeZone() throws {
    let house = try CommandHouse()
    for offset in ["+09:00", "+05:30"] {
      let text = String(decoding: try JSON.channel(["utc_offset": .text(offset)]).data, as: UTF8.self)
      let path = try house.file(text)
      for call in [
        "policy check \(path)", "policy simulate \(path)", "policy adopt \(path) --from 2026-12-01",
      ] {
        XCTAssertEqual(try house.call(call).status, 0, call)
      }
    }
    let other = try JSON.channel(["utc_offset": "+09:00", "name": "site"])
    let path = try house.file(String(decoding: try other.data, as: UTF8.self))
    XCTAssertEqual(try house.call("policy adopt \(path) --from 2026-12-01").code, "invalid_field")
  }

  func testAVersionIsSimulatedAndAdopted() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    let text = """
      // A site's own version: only what differs is said.
      {"based_on": "channel", "name": "channel", "warnings": [1],
       "clocks": [{"name": "note", "title": {"zh-Hans": "小计", "en": "note"}, "watches": "note",
                   "length": "10d", "repeats": true}]}
      """
    let path = try house.file(text)
    house.now = "2026-11-30T10:00:00+08:00"
    let simulation = try house.run("policy simulate \(path)")
    XCTAssertEqual([simulation["policy"], simulation["held"]], ["channel", 1])
    XCTAssertEqual(
      simulation["tonight"], ["candidate": 0, "in_force": 0, "with_appointment": 0, "by_holder": []])
    XCTAssertEqual(
      simulation["in_7_days"],
      [
        "candidate": 1, "in_force": 0, "with_appointment": 0,
        "by_holder": [["name": "何小满", "department": "一部", "count": 1]],
      ])
    XCTAssertEqual(
      try house.run("policy adopt \(path) --from 2026-12-01"), ["name": "channel", "from": "2026-12-01"])
    XCTAssertEqual(try house.call("policy adopt \(path) --from 2026-11-29").code, "invalid_field")
    XCTAssertEqual(try house.call("policy adopt \(path) --from tomorrow").status, 2)
    XCTAssertEqual(try house.call("policy adopt \(path) --from 2026-12-01", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("policy simulate \(path)", as: "zhang").code, "not_allowed")
    house.now = "2026-12-01T09:00:00+08:00"
    try house.run("engine tick")
    XCTAssertEqual(try house.run("why \(code)", as: "zhang")["due_at"], "2026-12-07T00:00:00+08:00")
    XCTAssertEqual(try house.run("policy show channel")["warnings"], [1], "what holds, not what ships")
    XCTAssertEqual(try house.run("policy list")["clocks"]?.items.count, 1)
    let alerts = try house.call("alerts", as: "zhang").lines
    XCTAssertEqual(alerts.map { $0["kind"]?.text }, ["due_moved"])
  }

  func testADepartmentUsesAPolicy() throws {
    let house = try CommandHouse()
    XCTAssertEqual(
      try house.run("policy use direct --department 一部"), ["policy": "direct", "department": "一部"])
    let code = try house.entered(1, by: "zhang")
    XCTAssertEqual(try house.run("why \(code)", as: "zhang")["due_at"], "2026-12-11T10:00:00+08:00")
    XCTAssertEqual(try house.call("policy use nothing --department 一部").code, "invalid_field")
    XCTAssertEqual(try house.call("policy use direct --department 九部").code, "invalid_field")
    XCTAssertEqual(try house.call("policy use direct --department 一部", as: "lin").code, "not_allowed")
  }
}
