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
}
