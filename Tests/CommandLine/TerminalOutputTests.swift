import TerminalKit
import TestSupport
import XCTest

/// Lists on a terminal have a heading and columns; in a pipe they stay what scripts know (R12.1, R12.5).
final class TerminalOutputTests: XCTestCase {
  private func base() throws -> CommandBase {
    let base = try CommandBase()
    try base.importRows(["苏州日东精密电子有限公司,0512-60010001,苏州市工业园区潮声路8号", "ABC Tools Ltd,0512-60010002,昆山市"])
    for customer in ["1", "2"] { try base.json("pick", customer, "--as", "zhang") }
    return base
  }

  /// The display column at which a text begins in a line.
  private func column(of text: String, in line: String) -> Int? {
    line.range(of: text).map { TextWidth.of(line[..<$0.lowerBound]) }
  }

  func testColumnsStandBelowTheirHeads() throws {
    let base = try base()
    for (language, heads) in [
      ("zh-Hans", ["编号", "名称", "意向", "到期", "号码"]), ("en", ["Code", "Name", "Level"]),
    ] {
      let lines = base.lines("mine", "--as", "zhang", in: language)
      XCTAssertEqual(lines.count, 3)
      for head in heads {
        let start = try XCTUnwrap(column(of: head, in: lines[0]), head)
        for line in lines.dropFirst() where start > 0 {
          // The blank before the column, and what begins there, wide glyphs before it or not.
          let before = line.indices.last { TextWidth.of(line[..<$0]) <= start } ?? line.startIndex
          XCTAssertEqual(TextWidth.of(line[..<before]), start, line)
          XCTAssertNotEqual(line[before], " ", line)
          XCTAssertEqual(line[line.index(before: before)], " ", line)
        }
      }
      XCTAssertFalse(lines.contains { $0.contains("\t") || $0.hasSuffix(" ") })
    }
  }

  /// A pipe gets neither a heading nor blanks; JSON is the same everywhere.
  func testAPipeGetsTabs() throws {
    let base = try base()
    let piped = base.run("mine", "--as", "zhang").output.split(separator: "\n")
    XCTAssertEqual(piped.count, 2)
    for line in piped { XCTAssertEqual(line.split(separator: "\t").count, 6, "\(line)") }
    let json = ["mine", "--as", "zhang", "--json"]
    XCTAssertEqual(base.run(json).output, base.run(json, onTerminal: true).output)
  }

  func testAnEmptyListHasNoHeading() throws {
    let base = try base()
    XCTAssertEqual(base.lines("mine", "--as", "li").count, 1)
    XCTAssertEqual(base.lines("sea").count, 1)
  }

  func testWhatIsSaidBelowAListStandsApart() throws {
    let base = try base()
    let lines = base.lines("mine", "--limit", "1", "--as", "zhang")
    XCTAssertEqual(lines.count, 3)
    XCTAssertEqual(lines.last, "1 more: raise --limit")
  }

  /// A tab or an end of line in the data makes no column and no row, on a terminal or in a pipe.
  func testDataMakesNoColumnsOfItsOwn() throws {
    let base = try base()
    let connection = try DangerousBase(base.path)
    try connection.poison("红\t蓝\n绿\u{1B}[31m")
    let lines = base.lines("mine", "--as", "zhang")
    XCTAssertEqual(lines.count, 3)
    for line in lines { XCTAssertFalse(line.unicodeScalars.contains { $0.value < 0x20 }, line) }
    let piped = base.run("mine", "--as", "zhang").output.split(separator: "\n")
    XCTAssertEqual(piped.map { $0.split(separator: "\t").count }, [6, 6])
  }

  /// Every list has a heading with at least as many heads as its rows have cells.
  func testEveryListHasItsHeads() throws {
    let base = try base()
    base.set("2026-12-21T10:00:00+08:00")
    try base.json("engine", "tick")
    try base.json("extension", "ask", "1", "--days", "3", "--reason", "等样品", "--as", "zhang")
    try base.json("view", "keep", "6", "--name", "我的", "--as", "zhang")
    try base.json("tomorrow", "fill", "--as", "zhang")
    try base.json(
      "order", "add", "2", "--amount", "12800", "--contract-name", "ABC Tools Ltd", "--as", "zhang")
    for call in [
      ["mine", "--as", "zhang"], ["rescue", "--as", "zhang"], ["alerts", "--as", "zhang"], ["audit"],
      ["requests", "--as", "lin"], ["person", "list"], ["view", "list", "--as", "zhang"],
      ["calls", "--as", "zhang"], ["tomorrow", "show", "--as", "zhang"], ["evening", "--as", "lin"],
      ["order", "list", "2", "--as", "zhang"], ["policy", "list"], ["calendar", "show", "2026"],
      ["receipt", "list"], ["forecast", "--customers", "--as", "lin"],
    ] {
      let cells = base.run(call).output.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).count
      }
      let lines = base.run(call, onTerminal: true).output.split(separator: "\n")
      guard !cells.isEmpty, cells != [1] else { continue }
      XCTAssertFalse(lines.contains { $0.contains("\t") }, "\(call)")
      // Tomorrow's list says first how it stands.
      let heads = lines[call[0] == "tomorrow" ? 1 : 0].split(separator: "  ").count
      XCTAssertEqual(lines.count, cells.count + 1, "\(call)")
      XCTAssertGreaterThanOrEqual(heads, cells.dropFirst(call[0] == "tomorrow" ? 1 : 0).max() ?? 0, "\(call)")
    }
  }
}
