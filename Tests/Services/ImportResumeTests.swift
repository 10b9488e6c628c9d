import Domain
import Foundation
import Services
import Storage
import TestSupport
import XCTest

/// An import that was broken off goes on where it stopped (R12.3).
final class ImportResumeTests: XCTestCase {
  private struct Broken: Error {}

  /// Of 500 rows each tenth is wrong, and the last is like the first.
  private static let table =
    (["公司名称,固定电话,经营地址"]
    + (1...499).map { $0 % 10 == 0 ? "坏\($0)厂,12,苏州" : "苏州潮音\($0)厂,0512-6\(1_000_000 + $0),苏州" }
    + ["苏州潮音1厂,0512-61999999,苏州"]).joined(separator: "\n")

  private func path(_ text: String = table) throws -> String {
    try ImportTables.file(Array(text.utf8), in: self)
  }

  @discardableResult
  private func run(
    _ path: String, in house: TestHouse, to holder: TestHouse.Who? = nil, isDryRun: Bool = false,
    _ refused: @escaping (Int, KeptRefusal) throws -> Void = { _, _ in },
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    var watcher = ImportWatcher()
    watcher.refused = { try refused($0.number, $1) }
    watcher.progress = progress
    return try ImportCustomers(
      try ImportFile(path), to: holder.map { .library(house.id($0)) } ?? .sea, isDryRun: isDryRun
    ).perform(
      by: house.id(.admin), at: house.now, wallClock: { house.now }, in: try house.another(), watched: watcher
    )
  }

  /// Breaks off after the chunk in which this row is refused.
  private func breakOff(_ path: String, in house: TestHouse, atRow row: Int) {
    XCTAssertThrowsError(try run(path, in: house) { number, _ in if number == row { throw Broken() } }) {
      XCTAssertTrue(($0 as? ImportStopped)?.cause is Broken, "\($0)")
    }
  }

  func testItGoesOnAndSaysTheSameAsOneThatWasNotBrokenOff() throws {
    let (broken, whole) = (try TestHouse(), try TestHouse())
    let path = try path()
    var (rows, allRows) = ([KeptRefusal](), [KeptRefusal]())
    let straight = try run(path, in: whole) { allRows.append($1) }
    breakOff(path, in: broken, atRow: 21)
    breakOff(path, in: broken, atRow: 211)
    let report = try run(path, in: broken) { rows.append($1) }
    XCTAssertEqual([report.read, report.entered, report.refused], [500, 450, 50])
    XCTAssertEqual(report.problems, straight.problems)
    XCTAssertEqual(report.reasons, ["invalid_field": 49, "collision": 1])
    XCTAssertEqual(report.resumedAfterRow, 221)
    XCTAssertNil(straight.resumedAfterRow)
    XCTAssertEqual(rows, allRows, "each refused row once, in the order of the file")
    for table in ["customer", "number", "event", "import_refusal"] {
      XCTAssertEqual(
        try BaseDump(broken.path).count(table), try BaseDump(whole.path).count(table), table)
    }
  }

  func testADryRunGoesOnTooAndChangesNothing() throws {
    let house = try TestHouse()
    let path = try path()
    breakOff(path, in: house, atRow: 21)
    let before = try BaseDump(house.path).all()
    let dry = try run(path, in: house, isDryRun: true)
    XCTAssertEqual(try BaseDump(house.path).all(), before)
    XCTAssertEqual([dry.read, dry.entered, dry.resumedAfterRow], [500, 450, 21])
  }

  func testAFileImportedToItsEndIsImportedAnew() throws {
    let house = try TestHouse()
    let path = try path()
    try run(path, in: house)
    house.now = house.now + 60
    let again = try run(path, in: house)
    XCTAssertEqual([again.read, again.entered, again.reasons["collision"]], [500, 0, 451])
    XCTAssertEqual(again.importedBefore, house.now - 60)
    XCTAssertNil(again.resumedAfterRow)
  }

  /// The file is told by what is in it, and where it goes to.
  func testAnotherFileOrTargetIsAnotherImport() throws {
    let house = try TestHouse()
    breakOff(try path(), in: house, atRow: 21)
    XCTAssertEqual(
      try run(try path(), in: house, isDryRun: true).resumedAfterRow, 21, "the same by another name")
    XCTAssertNil(try run(try path(), in: house, to: .zhang, isDryRun: true).resumedAfterRow)
    XCTAssertNil(try run(try path(Self.table + "\n"), in: house, isDryRun: true).resumedAfterRow)
  }

  /// Of two that go on with one file, the slower is told and enters nothing twice.
  func testTheSlowerOfTwoStops() throws {
    let house = try TestHouse()
    let path = try path()
    let overtake: (Int) -> Void = { read in
      if read == 200 { _ = try? self.run(path, in: house) }
    }
    XCTAssertThrowsError(try run(path, in: house, progress: overtake)) {
      XCTAssertEqual(($0 as? ImportStopped)?.cause as? ImportHalt, .elsewhere)
    }
    XCTAssertEqual(try BaseDump(house.path).count("customer"), 450)
    XCTAssertEqual(try BaseDump(house.path).count("import_run"), 1)
  }
}
