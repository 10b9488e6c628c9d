import CommandLine
import Foundation
import TestSupport
import XCTest

/// Importing files as they come (R12.3).
final class ImportCommandTests: XCTestCase {
  private static let table =
    [
      "公司名称,固定电话,传真,手机,联系人,职务,经营地址,行业,来源,意向级别,备注",
      "苏州日东精密电子有限公司,0512-60010001,,13800010001,钱先生,采购,苏州市潮声路8号,电子,展会,B,\"要报价单, 含\"\"安装费\"\"\"",
      "昆山云杉模具厂,0512 60010002,,,何涛,,昆山市一路,,网络,,\"换行\n第二行\"",
      "\u{3000}太仓听澜机械有限公司,+86-512-60010003,,,,,太仓市,,,C,=1+1",
      ",0512-60010004,,,,,苏州,,,,无名", "无号厂,,,,,,苏州,,,,", "错号厂,12,,,,,苏州,,,,", "无址厂,0512-60010005,,,,,,,,,",
      "错级厂,0512-60010006,,,,,苏州,,,Z,", "蘇州日東精密電子有限公司,0512-60010007,,,,,苏州,,,,",
      "又一厂,,,138 0001 0001,,,苏州,,,,", ",,,,,,,,,,",
    ].joined(separator: "\r\n") + "\r\n\r\n"

  func testTheFourWaysOfSavingAFile() throws {
    for (name, encode) in [
      ("utf8", Encoded.utf8), ("utf8 with mark", Encoded.utf8WithMark), ("utf16", Encoded.utf16WithMark),
      ("gb18030", Encoded.gb18030),
    ] {
      let base = try CommandBase()
      let path = try base.file("table.csv", encode(ImportCommandTests.table))
      let report = try base.json("import", path)
      XCTAssertEqual(report["read"]?.integer, 10, name)
      XCTAssertEqual(report["entered"]?.integer, 3, name)
      XCTAssertEqual(report["refused"]?.integer, 7, name)
      XCTAssertEqual(report["reasons"], ["invalid_field": 5, "collision": 2], name)
      try base.json("pick", "1", "--as", "zhang")
      let shown = try base.json("show", "1", "--as", "zhang")
      XCTAssertEqual(shown["name"]?.text, "苏州日东精密电子有限公司", name)
      XCTAssertEqual(shown["remark"]?.text, "要报价单, 含\"安装费\"", name)
      XCTAssertEqual(shown["intent"]?.text, "B", name)
      try base.json("pick", "2", "--as", "zhang")
      XCTAssertEqual(try base.json("show", "2", "--as", "zhang")["remark"]?.text, "换行\n第二行", name)
    }
  }

  /// A workbook says what the same table says as text, whatever its name ends in.
  func testAWorkbookIsReadLikeAText() throws {
    let table = [
      ["公司名称", "固定电话", "手机", "经营地址"], ["苏州日东精密电子有限公司", "0512-60010001", "", "苏州"],
      ["昆山云杉模具厂", "", "13800010001", "昆山"], ["错号厂", "12", "", "苏州"], ["又一厂", "", "138 0001 0001", "苏州"],
    ]
    let texts = [
      table.map { $0.joined(separator: ",") }.joined(separator: "\n").data(using: .utf8),
      Data(WorkbookMaker(table: table).bytes),
    ]
    var reports: [JSON] = []
    for text in texts {
      let base = try CommandBase()
      let path = try base.file("表[1].csv", XCTUnwrap(text))
      reports += [try base.json("import", path, "--dry-run"), try base.json("import", path)]
      try base.json("pick", "2", "--as", "zhang")
      XCTAssertEqual(try base.json("show", "2", "--as", "zhang")["name"]?.text, "昆山云杉模具厂")
    }
    for report in reports {
      XCTAssertEqual(report["entered"]?.integer, 2)
      XCTAssertEqual(report["reasons"], ["invalid_field": 1, "collision": 1])
    }
    XCTAssertEqual(reports.map { $0["sheet"]?.text }, [nil, nil, "客户", "客户"])
  }

  func testADryRunSaysTheSameAndChangesNothing() throws {
    let base = try CommandBase()
    let path = try base.file("table.csv", ImportCommandTests.table)
    let before = try BaseDump(base.path).all()
    let dry = try base.json("import", path, "--dry-run")
    XCTAssertEqual(try BaseDump(base.path).all(), before)
    let real = try base.json("import", path)
    for key in ["read", "entered", "refused", "reasons", "problems"] {
      XCTAssertEqual(dry[key], real[key], key)
    }
  }

  func testRefusedRowsGoToAFileWithRowAndReason() throws {
    for isDryRun in [[], ["--dry-run"]] {
      let base = try CommandBase()
      let path = try base.file("table.csv", ImportCommandTests.table)
      let rejects = base.folder.appendingPathComponent("rejects.csv").path
      XCTAssertEqual(base.run(["import", path, "--rejects", rejects] + isDryRun).status, 0)
      let text = try String(contentsOfFile: rejects, encoding: .utf8)
      let rows = text.split(separator: "\r\n").dropFirst()
      XCTAssertEqual(
        rows.compactMap { $0.split(separator: ",").first.map(String.init) },
        [
          "5", "6", "7", "8", "9", "10", "11",
        ])
      XCTAssertTrue(try XCTUnwrap(rows.first).contains("invalid_field"))
      XCTAssertTrue(try XCTUnwrap(rows.last).contains("collision"))
      XCTAssertTrue(text.contains("苏州日东精密电子有限公司"), "the twin is named")
      // What was refused goes in once it is put right.
      let again = base.run("import", rejects, "--json")
      XCTAssertEqual(again.status, 0, again.errors)
    }
  }

  /// Rows that go in although their names are part of others are reported where that is asked for (R5.1).
  func testSimilarNamesAreReported() throws {
    let base = try CommandBase()
    let similar = base.folder.appendingPathComponent("similar.csv").path
    try base.importRows(["苏州日东精密电子科技园物业有限公司,0512-60010002,苏州"])
    let path = try base.file(
      "t.csv", "公司名称,固定电话,经营地址\n苏州日东精密电子有限公司,0512-60010001,苏州\n昆山云杉模具厂,0512-60010003,昆山\n")
    for words in [["--dry-run"], []] {
      XCTAssertEqual(base.run(["import", path, "--similar", similar, "--lang", "zh-Hans"] + words).status, 0)
      let lines = try String(contentsOfFile: similar, encoding: .utf8).split(separator: "\r\n")
      XCTAssertEqual(lines.count, 2)
      XCTAssertTrue(lines.last?.hasPrefix("2,similar,") == true, "\(lines)")
      XCTAssertTrue(lines.last?.contains("K000001 苏州日东精密电子科技园物业有限公司") == true, "\(lines)")
    }
  }

  func testIntoALibrary() throws {
    let base = try CommandBase()
    let path = try base.file("table.csv", ImportCommandTests.table)
    XCTAssertEqual(try base.json("import", path, "--to", "zhang")["entered"]?.integer, 3)
    XCTAssertEqual(try base.list("mine", "--as", "zhang").count, 3)
    XCTAssertEqual(try base.list("sea").count, 0)
    let other = try CommandBase()
    XCTAssertEqual(
      try other.json("import", try other.file("t.csv", ImportCommandTests.table), "--to", "sea")["entered"]?
        .integer, 3)
  }

  /// A migration from another system: holders and dates by column.
  func testAMigration() throws {
    let base = try CommandBase()
    let path = try base.file(
      "t.csv", "公司名称,固定电话,经营地址,负责人,创建时间,最近联系时间\n苏州潮音厂,0512-60010001,苏州,zhang,2025/3/1 9:00,2026年10月2日\n")
    try base.assertRefused("bad_file", ["import", path])
    try base.assertRefused("usage", status: 2, ["import", path, "--clocks-from", "soon"])
    try base.assertRefused(
      "usage", status: 2, ["import", path, "--clocks-from", "2026-11-26", "--to", "sea"])
    try base.assertRefused("invalid_field", ["import", path, "--clocks-from", "2025-01-01"])
    XCTAssertEqual(try base.json("import", path, "--clocks-from", "2026-12-01")["entered"]?.integer, 1)
    let text = base.run("show", "1", "--as", "zhang", "--lang", "zh-Hans").output
    XCTAssertTrue(text.contains("原系统: 录入日期 2025-03-01, 最后联系 2026-10-02"), text)
    XCTAssertTrue(text.contains("12-01 导入起算"), text)
  }

  func testEnglishHeadingsAndOtherSeparators() throws {
    for text in [
      "company,phone,address\nEast Wind Ltd,0512-60010001,Suzhou\n",
      "company;phone;address\nEast Wind Ltd;0512-60010001;Suzhou\n",
      "company\tphone\taddress\nEast Wind Ltd\t0512-60010001\tSuzhou\n",
      "\"company\",\"phone\",\"address\"\n\"East Wind Ltd\",\"0512-60010001\",\"Suzhou\"",
    ] {
      let base = try CommandBase()
      XCTAssertEqual(try base.json("import", try base.file("t.csv", text))["entered"]?.integer, 1, text)
    }
  }

  func testFilesThatCantBeImported() throws {
    let base = try CommandBase()
    let heading = "公司名称,固定电话,经营地址\n"
    for (name, bytes) in [
      ("an unknown heading", Data("公司名称,固定电话,经营地址,星座\n某厂,0512-60010001,苏州,狮子\n".utf8)),
      ("no name", Data("固定电话,经营地址\n".utf8)), ("a heading twice", Data("公司名称,公司名称,固定电话,经营地址\n".utf8)),
      ("empty", Data()), ("NUL", Data((heading + "某\0厂,0512-60010001,苏州\n").utf8)),
      ("an open quote", Data((heading + "\"某厂,0512-60010001,苏州\n").utf8)),
      ("no text at all", Data([0x89, 0x50, 0x4E, 0x47, 0xFF, 0xFE, 0x80, 0x81])),
      ("a damaged workbook", Data([0x50, 0x4B, 0x03, 0x04]) + Data(repeating: 7, count: 2000)),
      ("an old workbook", Data([0xD0, 0xCF, 0x11, 0xE0]) + Data(repeating: 7, count: 2000)),
      ("an archive of something else", Data(StoredZip.bytes(["table.csv": Array(heading.utf8)]))),
    ] {
      try base.assertRefused("bad_file", ["import", try base.file("bad.csv", bytes)])
      XCTAssertNotEqual(name, "")
    }
    try base.assertRefused("bad_file", ["import", base.folder.path])
    try base.assertRefused("bad_file", ["import", "/nonesuch.csv"])
    let good = try base.file("good.csv", heading + "某厂,0512-60010001,苏州\n")
    try base.assertRefused("bad_file", ["import", good, "--rejects", "/nonesuch/rejects.csv"])
    let answer = base.folder.appendingPathComponent("answer.csv").path
    try base.assertRefused("bad_file", ["import", good, "--rejects", answer, "--similar", answer])
  }

  /// 5 MB in a cell: the row is refused, the others go in.
  func testARowThatIsTooLong() throws {
    let base = try CommandBase()
    let long = String(repeating: "长", count: 1_700_000)
    let path = try base.file(
      "t.csv", "公司名称,固定电话,经营地址\n某厂,0512-60010001,苏州\n\(long),0512-60010002,苏州\n又厂,0512-60010003,苏州\n")
    let report = try base.json("import", path)
    XCTAssertEqual(report["entered"]?.integer, 2)
    XCTAssertEqual(report["refused"]?.integer, 1)
  }
}
