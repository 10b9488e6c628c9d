import TestSupport
import XCTest

/// The engine, its fuse and forecast, and the doctor, as scripts use them (R2.5, R4.11-R4.13).
final class EngineCommandTests: XCTestCase {
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
        "agreed": false, "purpose": .null,
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
}
