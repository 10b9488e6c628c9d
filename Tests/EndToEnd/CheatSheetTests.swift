import Foundation
import TestSupport
import XCTest

/// The keys as `tideline keys` tells them: one source for screens, command and README (R12.1, S10).
final class CheatSheetTests: XCTestCase {
  private func keys(_ options: String...) throws -> [Substring] {
    let result = try Program.run(["keys"] + options, environment: ["LC_ALL": "C.UTF-8"])
    XCTAssertEqual(result.status, 0, result.errors)
    return result.output.split(separator: "\n")
  }

  func testTheTableOfTheREADMEIsTheSheet() throws {
    let sheet = try keys().filter { $0.contains("\t") }.map { line in
      "| " + line.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " | ") + " |"
    }
    let readme = try String(contentsOf: SourceTree.root.appendingPathComponent("README.md"), encoding: .utf8)
    let table = readme.components(separatedBy: "## Keys").last?.components(separatedBy: "\n## ").first ?? ""
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map(String.init)
    XCTAssertEqual(rows, sheet, "`tideline keys` tells what the README should")
    XCTAssertGreaterThan(sheet.count, 40)
  }

  func testScriptsGetEveryKeyOfEveryPane() throws {
    let lines = try keys("--json")
    XCTAssertGreaterThan(lines.count, 300)
    let dial = try XCTUnwrap(lines.first { $0.contains("\"pane\":\"library\"") && $0.contains("\"dial\"") })
    for part in [#""keys":["d","Ctrl-D"]"#, #""works":true"#, #""zh-Hans":"拨号"#, #""en":"dial"#] {
      XCTAssert(dial.contains(part), "\(part) in \(dial)")
    }
    XCTAssert(lines.contains { $0.contains("\"sea\"") && $0.contains("\"dial\"") })
  }
}
