import Foundation
import TestSupport
import XCTest

/// Imports as processes of the program (R12.3).
final class ImportProcessTests: XCTestCase {
  /// A host without `unzip` says what to install, and nothing is changed.
  func testAHostWithoutUnzip() throws {
    let house = try ProcessHouse()
    let path = house.folder.appendingPathComponent("table.xlsx").path
    let table = WorkbookMaker(table: [["公司名称"], ["甲厂"]])
    try Data(table.bytes).write(to: URL(fileURLWithPath: path))
    let result = try Program.run(
      ["import", path, "--json"],
      environment: house.environment().merging(["PATH": "/nonesuch"]) { $1 })
    XCTAssertEqual(result.status, 1)
    XCTAssertEqual(result.code, "bad_file")
    XCTAssertTrue(result.errors.contains("apt install unzip"), result.errors)
  }

  /// Told to stop, it ends with its chunk, says how far it came, and leaves the refused rows in their file.
  func testAnImportThatIsToldToStop() throws {
    let house = try ProcessHouse()
    let path = house.folder.appendingPathComponent("table.xlsx").path
    let table = [["公司名称", "固定电话", "经营地址"], ["坏厂", "12", "苏州"]]
    let rows = (1...3_000).map { ["苏州潮音\($0)厂", "0512-6\(1_000_000 + $0)", "苏州"] }
    try Data(WorkbookMaker(table: table + rows).bytes).write(to: URL(fileURLWithPath: path))
    let running = try house.start(["import", path, "--rejects", house.rejects])
    while running.isRunning, try house.rowsRead() < 400 {}
    running.send(SIGTERM)
    let result = try running.finish()
    XCTAssertEqual(result.status, 1, result.errors)
    XCTAssertEqual(result.code, "interrupted")
    let reached = try house.rowsRead()
    XCTAssertTrue(result.errors.contains("\(reached) rows"), result.errors)
    XCTAssertTrue(try String(contentsOfFile: house.rejects, encoding: .utf8).contains("坏厂"))
    let report = try house.require(import: URL(fileURLWithPath: path))
    XCTAssertEqual(report["resumed_after_row"]?.integer, reached + 1)
    XCTAssertEqual(report["entered"]?.integer, 3_000)
  }

  /// Ctrl-Z stops it between two transactions: whoever writes meanwhile is not kept waiting.
  func testAnImportThatIsStoppedHoldsNobodyUp() throws {
    let house = try ProcessHouse()
    let running = try house.start(["import", try house.table(of: 3_000)])
    var stops = 0
    while running.isRunning, stops < 12, try house.rowsRead() < 2_500 {
      let reached = try house.rowsRead()
      running.send(SIGTSTP)
      while running.isRunning, !running.isStopped { sched_yield() }
      if !running.isRunning { break }
      let result = try house.run(["person", "add", "p\(stops)", "--name", "甲", "--department", "三部"])
      XCTAssertEqual(result.status, 0, result.errors)
      stops += 1
      running.send(SIGCONT)
      while running.isRunning, try house.rowsRead() <= reached {}
    }
    XCTAssertGreaterThan(stops, 2)
    XCTAssertEqual(try running.finish().status, 0)
    XCTAssertEqual(try house.dump().count("customer"), 3_000)
  }

  /// Killed in the middle and started again: the base, the answer and the file of refused rows are what they would
  /// have been, no row lost and none twice.
  func testAKilledImportGoesOn() throws {
    let (killed, whole) = (try ProcessHouse(), try ProcessHouse())
    let table = killed.folder.appendingPathComponent("table.csv")
    let rows = (1...3_000).map {
      $0 % 20 == 0 ? "坏\($0)厂,12,苏州" : "苏州潮音\($0 % 700)厂,0512-6\(1_000_000 + $0),苏州市潮声路\($0)号"
    }
    try Data((["公司名称,固定电话,经营地址"] + rows).joined(separator: "\n").utf8).write(to: table)
    let straight = try whole.require(import: table)
    for goal in [400, 1_200] {
      let running = try killed.start(["import", table.path, "--rejects", killed.rejects])
      while running.isRunning, try killed.rowsRead() < goal {}
      running.kill()
      XCTAssertEqual(try running.finish().status, 128 + SIGKILL)
    }
    let reached = try killed.rowsRead()
    XCTAssertTrue((1_200..<3_000).contains(reached), "\(reached)")
    let report = try killed.require(import: table)
    XCTAssertEqual(report["resumed_after_row"]?.integer, reached + 1)
    for key in ["read", "entered", "refused", "reasons", "problems"] {
      XCTAssertEqual(report[key], straight[key], key)
    }
    let names = "SELECT id || name FROM customer ORDER BY id"
    XCTAssertEqual(try killed.dump().values(names), try whole.dump().values(names))
    XCTAssertEqual(
      try String(contentsOfFile: killed.rejects, encoding: .utf8),
      try String(contentsOfFile: whole.rejects, encoding: .utf8))
    XCTAssertEqual(try killed.dump().integrity(), "ok")
  }
}

extension ProcessHouse {
  fileprivate var rejects: String { folder.appendingPathComponent("rejects.csv").path }

  fileprivate func rowsRead() throws -> Int {
    try dump().value("SELECT coalesce(max(read), 0) FROM import_run").flatMap(Int.init) ?? 0
  }

  fileprivate func require(import table: URL) throws -> JSON {
    try require(["import", table.path, "--rejects", rejects])
  }
}
