import Domain
import Foundation
import Services
import XCTest

final class ImportRejectsTests: XCTestCase {
  private var path = ""

  override func setUpWithError() throws {
    path = try ImportTables.file([], in: self)
    try FileManager.default.removeItem(atPath: path)
  }

  private func writer(_ headings: [String] = ["公司名称", "电话"]) throws -> RejectsWriter {
    try RejectsWriter(path, headings: headings, own: .chinese)
  }

  private var neighbours: [String] {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    return (try? FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) }) ?? []
  }

  func testTheFileIsWhatASpreadsheetOpens() throws {
    let writer = try writer()
    try writer.write(row: 7, code: "no_name", reason: "没有名称", cells: ["", "+86 1,2"])
    try writer.write(row: 9, code: "collision", reason: "与 \"甲\" 相撞", cells: ["=1+1", "a\nb"])
    try writer.finish()
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    XCTAssertEqual(
      text,
      "\u{FEFF}行号,原因代码,原因,公司名称,电话\r\n7,no_name,没有名称,,\"'+86 1,2\"\r\n"
        + "9,collision,\"与 \"\"甲\"\" 相撞\",'=1+1,\"a\nb\"\r\n")
  }

  func testNothingIsSeenBeforeItIsFinished() throws {
    do {
      let writer = try writer()
      try writer.write(row: 2, code: "c", reason: "r", cells: ["x"])
      XCTAssertFalse(FileManager.default.fileExists(atPath: path))
    }
    XCTAssertEqual(neighbours, [])
    try writer().finish()
    XCTAssertEqual(neighbours.count, 1)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    XCTAssertEqual(mode, 0o600)
  }

  func testADeviceIsNotReplaced() throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
    let writer = try writer()
    try writer.write(row: 2, code: "c", reason: "r", cells: ["x"])
    try writer.finish()
    let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    XCTAssertEqual(type, .typeSymbolicLink)
    XCTAssertEqual(neighbours.count, 1)
  }

  func testAFolderThatIsNotThereIsToldAtOnce() {
    XCTAssertThrowsError(try RejectsWriter("/nowhere/x.csv", headings: [], own: .chinese)) {
      XCTAssertEqual($0 as? RejectsError, .cannotWrite("/nowhere/x.csv", code: 2))
    }
  }

  func testFormulasAreDefused() {
    for text in ["=1", "+1", "-1", "@a", "\tx", "\rx"] {
      XCTAssertEqual(FormulaGuard.defused(text), "'" + text)
    }
    for text in ["", "a=1", "'=1", "0512-1", "公司"] { XCTAssertEqual(FormulaGuard.defused(text), text) }
  }

  /// Whoever mends the file imports it again: the added columns and the apostrophes fall away.
  func testARejectsFileIsImportedAgain() throws {
    for own in [RejectsHeading.chinese, .english] {
      let source = try ImportFile(ImportTables.file(Array(ImportTables.small.utf8), in: self))
      let writer = try RejectsWriter(path, headings: source.heading.texts, own: own)
      var before: [ImportRow] = []
      while let entry = try source.next() {
        before.append(try entry.row.get())
        try writer.write(row: entry.number, code: "collision", reason: "r", cells: entry.cells)
      }
      try writer.finish()
      let again = try ImportFile(path)
      for row in before {
        let read = try XCTUnwrap(try again.next()).row.get()
        XCTAssertEqual(ImportColumn.allCases.map { read[$0] }, ImportColumn.allCases.map { row[$0] })
      }
      XCTAssertNil(try again.next())
    }
  }
}
