import Foundation
import TestSupport
import XCTest

/// Engines that stand still, and clocks that stand wrong, by processes of the program (R4.7, R4.12, R4.13).
final class EngineClockTests: XCTestCase {
  private func ended(_ house: ProcessHouse) throws -> [String] {
    try house.dump().values(
      "SELECT customer || ' ' || ended_at FROM opportunity WHERE ended_at IS NOT NULL ORDER BY customer")
  }

  private func seconds(_ moment: String) throws -> String {
    let date = try XCTUnwrap(ISO8601DateFormatter().date(from: moment))
    return String(Int(date.timeIntervalSince1970))
  }

  private func enter(_ number: Int, in house: ProcessHouse, at moment: String) throws {
    try house.require(
      [
        "enter", "--name", "苏州潮音\(number)厂", "--phone", "0512-6\(1_000_000 + number)", "--fax", "none",
        "--address", "苏州", "--as", "zhang",
      ], at: moment)
  }

  /// Policy "direct" over the National Day holiday of 2026, the engine down from 09-30 to 10-03: who was warned is
  /// released at his moment, however late; whose warning fell into the outage is warned first, and has his grace.
  func testThreeDaysOverAHoliday() throws {
    let house = try ProcessHouse()
    try house.require(["policy", "use", "direct", "--department", "部门zhang"])
    try enter(1, in: house, at: "2026-09-15T10:00:00+08:00")
    try enter(2, in: house, at: "2026-09-17T10:00:00+08:00")
    let due = ["2026-09-30T10:00:00+08:00", "2026-10-09T10:00:00+08:00"]
    for (moment, warned, released) in [
      ("2026-09-29T10:00:00+08:00", 1, 0), ("2026-10-03T10:00:00+08:00", 1, 1),
      ("2026-10-08T10:00:00+08:00", 0, 0), ("2026-10-09T09:59:30+08:00", 0, 0),
      ("2026-10-09T10:00:00+08:00", 0, 1), ("2026-10-09T10:00:20+08:00", 0, 0),
    ] {
      let tick = try house.require(["engine", "tick"], at: moment)
      XCTAssertEqual([tick["warned"]?.integer, tick["released"]?.integer], [warned, released], moment)
    }
    XCTAssertEqual(try ended(house), ["1 \(try seconds(due[0]))", "2 \(try seconds(due[1]))"])
    XCTAssertEqual(try house.dump().count("alert", where: "person = 2 AND kind = 'flowed_back'"), 2)
  }

  /// The clock of the host, forward a month and back a day: nobody is released or warned by it, holders act, nobody
  /// picks from them; once it is right everything goes on, each customer exactly once.
  func testAClockThatStandsWrong() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 3), "--to", "zhang"])
    let right = "2026-12-24T10:00:00+08:00"
    XCTAssertEqual(try house.require(["engine", "tick"], at: right)["warned"], 3)
    for (wrong, cause) in [
      ("2027-01-24T10:00:00+08:00", "clock_ahead"), ("2026-12-23T10:00:00+08:00", "clock_behind"),
    ] {
      for _ in 1...2 {
        let tick = try house.require(["engine", "tick"], at: wrong)
        XCTAssertEqual([tick["warned"], tick["released"], tick["fuse"]], [0, 0, .text(cause)])
      }
      XCTAssertEqual(try house.run(["pick", "1", "--as", "li"], at: wrong).code, "held")
      XCTAssertEqual(try house.run(["mine", "--as", "zhang"], at: wrong).objects.count, 3)
      let tick = try house.require(["engine", "tick"], at: right)
      XCTAssertEqual([tick["warned"], tick["released"], tick["fuse"]], [0, 0, .null])
    }
    let due = "2026-12-27T00:00:00+08:00"
    try house.require(["engine", "tick"], at: "2026-12-25T10:00:00+08:00")
    let ticks = try atOnce(2) { _ in try house.run(["engine", "tick"], at: due) }
    XCTAssertEqual(ticks.compactMap { $0.objects.first?["released"]?.integer }.reduce(0, +), 3)
    XCTAssertEqual(Set(try ended(house)), Set(try (1...3).map { "\($0) \(try seconds(due))" }))
    XCTAssertEqual(try house.dump().count("event", where: "act = 'flow_back'"), 3)
  }
}
