import Foundation
import TestSupport
import XCTest

/// Engines, importers and writers side by side, and killed in the middle (R4.11, R4.12, R12.3).
final class KilledTests: XCTestCase {
  /// A house where so many customers are due at 2026-12-27 00:00, warned and confirmed.
  private func dueHouse(_ count: Int) throws -> ProcessHouse {
    let house = try ProcessHouse()
    try house.connection().run("UPDATE person SET capacity = 100000")
    try house.require(["import", try house.table(of: count), "--to", "zhang"])
    XCTAssertEqual(
      try house.require(["engine", "tick"], at: "2026-12-24T10:00:00+08:00")["warned"]?.integer, count)
    try house.require(["forecast", "--confirm"], at: "2026-12-25T15:00:00+08:00")
    return house
  }

  private let due = "2026-12-27T00:00:00+08:00"

  func testEnginesThatTickAtOnce() throws {
    let house = try dueHouse(300)
    let due = due
    let ticks = try atOnce(4) { _ in try house.run(["engine", "tick"], at: due) }
    XCTAssertEqual(ticks.map(\.status), [0, 0, 0, 0], ticks.map(\.errors).joined())
    let released = ticks.compactMap { $0.objects.first?["released"]?.integer }
    XCTAssertEqual(released.reduce(0, +), 300, "\(released)")
    XCTAssertEqual(try house.dump().count("alert", where: "kind = 'flowed_back'"), 300)
    XCTAssertEqual(try house.dump().count("event", where: "act = 'flow_back'"), 300)
    XCTAssertEqual(try house.require(["engine", "tick"], at: due)["released"]?.integer, 0)
    try house.assertSound()
  }

  func testAnEngineKilledInTheMiddleOfARelease() throws {
    let house = try dueHouse(1000)
    let engine = try house.start(["engine", "tick"], at: due)
    let dump = try house.dump()
    while engine.isRunning, try dump.count("opportunity", where: "ended_at IS NOT NULL") < 200 {}
    engine.kill()
    _ = try engine.finish()
    let ended = try dump.count("opportunity", where: "ended_at IS NOT NULL")
    print("RaceTests: the engine was killed after \(ended) of 1000 releases")
    try house.assertSound()
    XCTAssertEqual(try dump.count("event", where: "act = 'flow_back'"), ended, "all of a customer or nothing")
    XCTAssertEqual(try dump.count("alert", where: "kind = 'flowed_back'"), ended)
    let again = try house.require(["engine", "tick"], at: "2026-12-27T00:00:20+08:00")
    XCTAssertEqual(again["released"]?.integer, 1000 - ended, "the next one takes over at once")
    XCTAssertEqual(
      try dump.value("SELECT count(DISTINCT ended_at) || ' ' || min(ended_at) FROM opportunity"),
      "1 1798300800", "the due moment counts, not the engine's")
    XCTAssertEqual(try dump.count("event", where: "act = 'flow_back'"), 1000)
    try house.assertSound()
  }

  func testARunningEngineIsAloneAndEndsWhenItIsTold() throws {
    let house = try dueHouse(20)
    let (engine, dump) = (try house.start(["engine", "run"], at: due), try house.dump())
    while engine.isRunning, try dump.count("opportunity", where: "ended_at IS NOT NULL") < 20 {}
    let other = try house.require(["engine", "tick"], at: due)
    XCTAssertEqual(other["acted"], false, "a living process holds the lease")
    XCTAssertTrue(engine.hasWritten("\"released\":20"), "what it did is read at once, while it runs")
    engine.kill()
    _ = try engine.finish()
    XCTAssertEqual(try house.require(["engine", "tick"], at: due)["acted"], true, "it is dead")
    let next = try house.start(["engine", "run"], at: due)
    while next.isRunning, try dump.count("lease") == 0 {}
    next.send(SIGTERM)
    XCTAssertEqual(try next.finish().status, 0)
    XCTAssertEqual(try dump.count("lease"), 0, "the lease was given back")
  }

  func testAnImporterKilledInTheMiddle() throws {
    let house = try ProcessHouse()
    let table = try house.table(of: 3000)
    let importer = try house.start(["import", table])
    let dump = try house.dump()
    while importer.isRunning, try dump.count("customer") < 600 {}
    importer.kill()
    _ = try importer.finish()
    let entered = try dump.count("customer")
    print("RaceTests: the importer was killed after \(entered) of 3000 rows")
    XCTAssertEqual(entered % 20, 0, "whole chunks")
    XCTAssertEqual(try dump.count("number"), entered)
    XCTAssertEqual(try dump.count("event", where: "act = 'import'"), entered)
    try house.assertSound()
    let again = try house.require(["import", table])
    XCTAssertEqual(again["entered"]?.integer, 3000, "it goes on where it stopped")
    XCTAssertEqual(again["reasons"], [:])
    XCTAssertEqual(try dump.count("customer"), 3000)
    try house.assertSound()
  }

  /// Killed at the moment the log grows: what was acknowledged is kept, what was not is there as a whole or not at all.
  func testNoteWritersKilledWhileTheyWrite() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 1), "--to", "zhang"])
    var acknowledged: [Int] = []
    for round in 1...12 {
      let words = [
        "note", "1", "--kind", "call", "--outcome", "connected", "--text", "第\(round)条", "--as", "zhang",
      ]
      let before = house.logSize
      let writer = try house.start(words)
      if round % 3 != 0 {
        while writer.isRunning, house.logSize == before {}
        writer.kill()
      }
      let result = try writer.finish()
      if result.status == 0 { acknowledged.append(round) }
    }
    let dump = try house.dump()
    let kept = try dump.values("SELECT text FROM note ORDER BY id")
    XCTAssertGreaterThanOrEqual(acknowledged.count, 4)
    for round in acknowledged { XCTAssertTrue(kept.contains("第\(round)条"), "\(round) was acknowledged") }
    XCTAssertEqual(
      try dump.count("event", where: "act = 'note'"), kept.count, "a note and its event, or neither")
    XCTAssertEqual(
      try dump.value("SELECT note FROM opportunity"), try dump.value("SELECT max(id) FROM note"))
    try house.assertSound()
  }

  func testAnImportBesideWriters() throws {
    let house = try ProcessHouse()
    try house.require(["import", try house.table(of: 3), "--to", "zhang"])
    let table = try house.table(of: 2000)
    let results = try atOnce(4) { index -> [Int32] in
      if index == 0 { return [try house.run(["import", table]).status] }
      return try (1...6).map { round in
        try house.run([
          "note", String(index), "--kind", "call", "--outcome", "connected", "--text", "第\(round)条", "--as",
          "zhang",
        ]).status
      }
    }
    XCTAssertEqual(Set(results.joined()), [0], "everybody got his turn")
    XCTAssertEqual(try house.dump().count("customer"), 2000)
    XCTAssertEqual(try house.dump().count("note"), 18)
    try house.assertSound()
  }
}
