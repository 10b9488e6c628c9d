import TestSupport
import XCTest

/// The engine, its fuse and forecast, policies and the calendar, as scripts use them (R4.11-R4.15).
final class RuleCommandTests: XCTestCase {
  // MARK: engine and forecast

  func testTheStatusOfTheEngine() throws {
    let house = try CommandHouse()
    let never = try house.run("engine status", as: "zhang")
    XCTAssertEqual(
      never.keys,
      [
        "running", "holder", "last_tick_at", "next_at", "waiting", "fuse", "fuse_at", "years_without_table",
      ])
    XCTAssertEqual([never["running"], never["last_tick_at"], never["fuse"]], [false, .null, .null])
    _ = try house.entered(1, by: "zhang")
    house.now = "2026-12-18T09:00:00+08:00"
    XCTAssertEqual(try house.run("engine status", as: "zhang")["waiting"], 1)
    let tick = try house.run("engine tick")
    XCTAssertEqual(tick.keys, ["released", "warned", "failed", "acted", "failed_customers", "fuse"])
    XCTAssertEqual([tick["warned"], tick["released"], tick["acted"]], [1, 0, true])
    let status = try house.run("engine status", as: "zhang")
    XCTAssertEqual([status["waiting"], status["next_at"]], [0, "2026-12-23T00:00:00+08:00"])
    XCTAssertEqual(try house.call("engine tick", as: "zhang").code, "not_allowed")
  }

  func testAWrongClockIsShownAndConfirmed() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    house.now = "2026-12-24T10:00:00+08:00"
    try house.run("engine tick")
    XCTAssertEqual(try house.call("engine confirm", as: "lin").code, "nothing_to_confirm")
    house.now = "2027-01-24T10:00:00+08:00"
    XCTAssertEqual(try house.run("engine tick")["fuse"], "clock_ahead")
    XCTAssertEqual(try house.run("engine status", as: "lin")["fuse"], "clock_ahead")
    XCTAssertEqual(try house.call("mine", as: "zhang").lines.count, 1)
    let forecast = try house.run("forecast", as: "lin")
    XCTAssertEqual([forecast["held_back"], forecast["fuse"]], [1, "clock_ahead"])
    XCTAssertEqual(try house.call("engine confirm", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("engine confirm", as: "lin").code, "not_allowed")
    XCTAssertEqual(try house.run("engine confirm", as: "gu"), ["released": 0])
    XCTAssertEqual(try house.run("engine status", as: "lin")["fuse"], .null)
    XCTAssertEqual(try house.run("engine tick")["released"], 1)
    XCTAssertEqual(try house.run("lost", as: "zhang")["code"], .text(code))
  }

  func testTheForecast() throws {
    let house = try CommandHouse(at: "2026-11-25T14:00:00+08:00")
    let code = try house.entered(1, by: "zhang")
    house.now = "2026-12-24T15:00:00+08:00"
    try house.run("engine tick")
    let forecast = try house.run("forecast", as: "lin")
    XCTAssertEqual(
      forecast,
      [
        "through": "2026-12-26T00:00:00+08:00", "count": 1, "held": 1, "too_much": false,
        "confirmed": false, "by_holder": [["name": "何小满", "department": "一部", "count": 1]],
        "held_back": 0, "fuse": .null,
      ])
    XCTAssertEqual(
      try house.run("forecast --customers", as: "lin"),
      [
        "code": .text(code), "name": "苏州潮音1号机械有限公司", "holder": "何小满", "department": "一部",
        "due_at": "2026-12-26T00:00:00+08:00", "clock": "note", "held_back": false, "next_contact_at": .null,
      ])
    XCTAssertEqual(try house.run("forecast --confirm", as: "lin")["confirmed"], true)
    XCTAssertEqual(try house.call("forecast", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("forecast --customers", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("forecast --confirm", as: "zhang").code, "not_allowed")
  }

  /// The engine asks before the night (R4.13).
  func testTheManagerIsAsked() throws {
    let house = try CommandHouse(at: "2026-11-26T14:00:00+08:00")
    let rows = (1...60).map { "苏州潮音\($0)厂,0512-6\(1_000_000 + $0),苏州" }
    let path = try house.file((["公司名称,固定电话,经营地址"] + rows).joined(separator: "\n"))
    try house.run("import \(path) --to zhang")
    for moment in ["18T09:00", "25T15:00"] {
      house.now = "2026-12-\(moment):00+08:00"
      try house.run("engine tick")
    }
    XCTAssertEqual(
      try house.run("alerts", as: "lin"),
      [
        "code": .null, "name": .null, "application": .null, "kind": "forecast", "count": 60,
        "at": "2026-12-25T15:00:00+08:00",
        "due_at": "2026-12-29T00:00:00+08:00", "clock": "", "new": true,
      ])
    XCTAssertTrue(house.text("alerts", as: "lin").contains("60 customers will flow back"))
    XCTAssertEqual(try house.run("forecast", as: "lin")["count"], 60)
  }

  /// A year without a table counts weekends only, and it is said (R4.5).
  func testAYearWithoutATable() throws {
    let house = try CommandHouse(at: "2040-03-01T14:00:00+08:00")
    XCTAssertEqual(try house.run("engine status")["years_without_table"], [2040])
    XCTAssertTrue(house.text("engine status").contains("No table of working days for 2040"))
    house.now = "2040-10-01T14:00:00+08:00"
    XCTAssertEqual(try house.run("engine status")["years_without_table"], [2040, 2041])
  }

  // MARK: doctor

  func testTheDoctor() throws {
    let house = try CommandHouse()
    let ill = try house.call("doctor")
    XCTAssertEqual(ill.status, 1, "the engine has never run")
    XCTAssertEqual(ill.lines.first { $0["check"] == "engine" }?["state"], "wrong")
    try house.run("engine tick")
    let well = try house.call("doctor")
    XCTAssertEqual(well.status, 0, well.text)
    XCTAssertEqual(
      well.lines.compactMap { $0["check"]?.text },
      [
        "sqlite", "file", "schema", "guards", "rows", "derived", "lists", "search", "engine", "clock", "fuse",
        "calendar", "log", "disk", "access",
      ])
    XCTAssertEqual(try house.run("doctor --rebuild")["customers"], 0)
    XCTAssertEqual(try house.call("doctor", as: "zhang").code, "not_allowed")
    XCTAssertEqual(try house.call("doctor --rebuild", as: "lin").code, "not_allowed")
    XCTAssertFalse(house.text("doctor").contains("doctor."), "every line has its words")
    house.now = "2027-01-26T14:00:00+08:00"
    let text = house.text("doctor")
    for line in ["! The engine has stopped", "! The clock says", "+ The file is sound"] {
      XCTAssertTrue(text.contains(line), text)
    }
  }

  /// Whoever may read the file reads every number in it.
  func testTheDoctorSaysWhoMayReadTheFile() throws {
    let house = try CommandHouse()
    try house.run("engine tick")
    for (mode, state) in [
      (0o600, "ok"), (0o660, "note"), (0o640, "note"), (0o604, "wrong"), (0o602, "wrong"),
    ] {
      XCTAssertEqual(chmod(house.path, mode_t(mode)), 0)
      let doctor = try house.call("doctor")
      XCTAssertEqual(
        doctor.lines.first { $0["check"] == "access" }?["state"]?.text, state, String(mode, radix: 8))
      XCTAssertEqual(doctor.status, state == "wrong" ? 1 : 0)
    }
  }

  // MARK: policies

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

  // MARK: the calendar

  func testACalendarIsImported() throws {
    let house = try CommandHouse(policy: "direct")
    let code = try house.entered(1, by: "zhang")
    let shown = try house.call("calendar show 2026").lines
    XCTAssertTrue(shown.contains(["date": "2026-10-01", "kind": "off"]), "\(shown)")
    let lines = (11...15).map { "2026-12-\($0)\toff\tremark" } + ["2026-12-19,work", "", "# the end"]
    let path = try house.file("\u{FEFF}date,kind\r\n" + lines.joined(separator: "\r\n"))
    XCTAssertEqual(try house.run("calendar import \(path)"), ["years": [2026]])
    try house.run("engine tick")
    XCTAssertEqual(try house.run("why \(code)", as: "zhang")["due_at"], "2026-12-16T10:00:00+08:00")
    let now = try house.call("calendar show 2026").lines.map { $0["date"]?.text }
    XCTAssertEqual(now, ["2026-12-11", "2026-12-14", "2026-12-15", "2026-12-19"])
    XCTAssertEqual(try house.run("workday 2026-12-10 +1")["due"], "2026-12-16", "what the house adopted")
    XCTAssertEqual(try house.call("calendar show 2040").lines, [])
    XCTAssertTrue(house.text("calendar show 2040").contains("No table for 2040"))
    XCTAssertEqual(try house.call("calendar import \(path)", as: "lin").code, "not_allowed")
  }

  func testWithoutABaseTheCalendarThatShips() throws {
    let base = try CommandBase(sandbox: false)
    let days = base.run(["calendar", "show", "2026", "--json"])
    XCTAssertEqual(days.status, 0, days.errors)
    XCTAssertTrue(try days.objects.contains(["date": "2026-10-01", "kind": "off"]))
    XCTAssertEqual(
      try base.run(["workday", "2026-09-30", "+3", "--json"]).objects.first?["due"], "2026-10-10")
  }

  func testABadCalendarIsRefusedWithItsLine() throws {
    let house = try CommandHouse()
    let year = (1...7).map { "2026-10-0\($0),off" }
    let later = (1...7).map { "2028-10-0\($0),off" }
    for (lines, what) in [
      (year + ["2026-02-30,off"], "8"), (year + ["2026-10-08"], "8"), (year + ["2026-10-08,open"], "8"),
      (year + ["tomorrow,off"], "8"), (year + ["2026-10-01,work"], "8"), (year + later, "2027"),
      (Array(year.prefix(2)), "2026"), ([], "no day"), (["", "# nothing"], "no day"),
    ] {
      for newline in ["\n", "\r\n"] {
        let path = try house.file(lines.joined(separator: newline))
        let said = try house.call("calendar import \(path)")
        XCTAssertEqual([said.code, String(said.status)], ["bad_calendar", "1"], "\(lines)")
        XCTAssertTrue(said.text.contains(what), said.text)
      }
    }
    XCTAssertEqual(try house.call("calendar import /nowhere/x.csv").code, "bad_file")
  }

  /// What scripts read is the same before a warning, after it, and where no clock runs: every key, and no other.
  func testTheKeysOfWhyShowAndCheck() throws {
    let house = try CommandHouse()
    let code = try house.entered(1, by: "zhang")
    let why: Set = [
      "clock", "started_at", "started_by", "due_at", "days_left", "renewed_by", "code", "then", "warned_at",
      "clocks",
    ]
    let show: Set = [
      "code", "id", "name", "kind", "state", "holder", "address", "place", "industry", "intent", "stage",
      "numbers", "next_contact_at", "agreed", "due_at", "days_left", "clocks", "contacts", "remark", "source",
      "orders", "axis", "timeline", "av", "pair", "unprotected", "applications", "merged_codes",
      "holders_before", "profile", "tags", "documents", "stages", "tasks", "missing", "complete_by",
    ]
    for moment in [CommandBase.start, "2026-12-24T10:00:00+08:00"] {
      house.now = moment
      try house.run("engine tick")
      let told = try house.run("why \(code)", as: "zhang")
      XCTAssertEqual(told.keys, why, moment)
      XCTAssertEqual(told["warned_at"] == .null, moment == CommandBase.start)
      XCTAssertEqual(try house.run("show \(code)", as: "zhang").keys, show, moment)
      let check = try house.run("check --name 苏州潮音1号机械有限公司", as: "li")
      XCTAssertEqual(check.keys, ["receipt", "verdict", "more", "hits"], moment)
      XCTAssertEqual(
        check["hits"]?.items.first?.keys,
        [
          "code", "name", "holder", "department", "state", "matched_by", "matched", "verdict", "reason",
          "until",
        ], moment)
    }
  }
}
