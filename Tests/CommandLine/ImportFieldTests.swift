import CommandLine
import Foundation
import TestSupport
import XCTest

/// R12.3: tables as people keep them, and other programs got wrong.
final class ImportFieldTests: XCTestCase {
  private let company = "苏州甲远机械有限公司"

  @discardableResult
  private func imported(
    _ table: String, _ options: [String] = [], into base: CommandBase, line: UInt = #line
  ) throws -> JSON {
    let path = try base.file("table-\(line).csv", table)
    let answer = base.run(["import", path, "--json"] + options)
    XCTAssertEqual(answer.status, 0, answer.errors, line: line)
    return try answer.object
  }

  private func phones(_ customer: String, in base: CommandBase) throws -> [String] {
    try base.json("pick", customer, "--as", "zhang")
    let shown = try base.json("show", customer, "--as", "zhang")
    return shown["numbers"]?.items.compactMap { $0["display"]?.text ?? $0["number"]?.text } ?? []
  }

  func testPlaceholdersAreNoNumbers() throws {
    let base = try CommandBase()
    let words = ["暂无", "--", "/", "N/A", "null", "ｎ／ａ", "无", "None", "不详", "—", "NaN", "0", "*", "？"]
    let rows = words.enumerated().map {
      "苏州\(Array("甲乙丙丁戊己庚辛壬癸子丑寅卯")[$0])远机械厂,0512-620100\($0 + 10),\($1),\($1),苏州市"
    }
    let report = try imported("公司名称,电话,手机,联系人,地址\n" + rows.joined(separator: "\n"), into: base)
    XCTAssertEqual(report["entered"]?.integer, words.count, "\(report)")
    XCTAssertEqual(try phones("1", in: base).count, 1)
  }

  func testAPlaceholderIsNoNameAndNoAddress() throws {
    let base = try CommandBase()
    let report = try imported("公司名称,电话,地址\n暂无,0512-62010001,苏州\n\(company),0512-62010002,--", into: base)
    XCTAssertEqual(report["problems"], ["name.missing": 1, "address.missing": 1])
  }

  func testDaysInEveryForm() throws {
    let base = try CommandBase()
    let days = [
      "2024-03-05T16:30:00Z": "2024-03-06", "2024-03-05T15:59:59Z": "2024-03-05",
      "2024-03-05T23:30:00.000Z": "2024-03-06",
      "2024-03-05 23:59:59": "2024-03-05", "2024-03-05T20:00:00-05:00": "2024-03-06",
      "2024年3月5号": "2024-03-05",
      "２０２４年３月５日": "2024-03-05", "2024 年 3 月 5 日": "2024-03-05", "2024/3/5 9:30": "2024-03-05",
      "2024年3月5日 星期二": "2024-03-05", "2024．3．5": "2024-03-05",
    ].sorted { $0.key < $1.key }
    let rows = days.enumerated().map {
      "苏州\(Array("甲乙丙丁戊己庚辛壬癸子")[$0])远机械厂,0512-620100\($0 + 10),苏州市,li,\($1.key)"
    }
    let report = try imported(
      "公司名称,电话,地址,负责人,录入日期\n" + rows.joined(separator: "\n"), ["--clocks-from", "2026-11-27"], into: base)
    XCTAssertEqual(report["entered"]?.integer, days.count, "\(report)")
    for (index, (text, day)) in days.enumerated() {
      let answer = base.run("show", String(index + 1), "--as", "li", "--json")
      XCTAssertTrue(answer.output.contains(day), "\(text): \(answer.output)")
    }
  }

  func testNumbersBesideOtherThings() throws {
    let base = try CommandBase()
    let report = try imported(
      """
      公司名称,电话,手机,地址
      \(company),,13800138111 9:00-18:00,苏州市
      苏州乙远物流有限公司,,13900139222 9:00-18:00,苏州市
      苏州丙远餐饮有限公司,0755/88888888,,苏州市
      """, into: base)
    XCTAssertEqual(report["entered"]?.integer, 3, "\(report)")
    XCTAssertEqual(try base.list("check", "--phone", "0755-88888888").first?["verdict"]?.text, "may_pick")
  }

  /// What a spreadsheet made of a number is read as it was meant, or its row refused, the same in a text, in a cell of
  /// text and in a cell of a number.
  func testNumbersOfASpreadsheet() throws {
    let cells: [(String, String?)] = [
      ("13800138005", "138 0013 8005"), ("13800138005.0", "138 0013 8005"),
      ("13800138005.000", "138 0013 8005"),
      ("1.3800138005E10", "138 0013 8005"), ("1.3800138005E+10", "138 0013 8005"),
      ("1.38001380050e+10", "138 0013 8005"), ("1.3800138E10", nil), ("1.38E+10", nil),
      ("1.380013800E+10", nil),
      ("-13800138005", nil), ("-13800138005.0", nil), ("-1.3800138005E+10", nil), ("13800138005.5", nil),
      ("1.38001380055E10", nil), ("0.5", nil), ("4.000001", nil),
    ]
    for (cell, shown) in cells {
      let tables = [
        Data("公司名称,手机,地址\n\(company),\(cell),苏州市".utf8),
        Data(WorkbookMaker(table: [["公司名称", "手机", "地址"], [company, cell, "苏州市"]]).bytes),
        Data(
          WorkbookMaker(
            rows: WorkbookMaker(table: [["公司名称", "手机", "地址"]]).rows
              + "<row><c t=\"inlineStr\"><is><t>\(company)</t></is></c><c><v>\(cell)</v></c>"
              + "<c t=\"inlineStr\"><is><t>苏州市</t></is></c></row>"
          ).bytes),
      ]
      for (index, table) in tables.enumerated() {
        let base = try CommandBase()
        let report = try base.json("import", try base.file("table", table))
        XCTAssertEqual(report["entered"]?.integer, shown == nil ? 0 : 1, "\(cell) \(index)")
        if let shown {
          XCTAssertEqual(try phones("1", in: base), [shown], "\(cell) \(index)")
        } else {
          XCTAssertEqual(report["problems"], ["mobile.not_a_number": 1], "\(cell) \(index)")
        }
      }
    }
  }

  func testHongKongWithoutPlusIsTheSameNumber() throws {
    let base = try CommandBase()
    let report = try imported(
      "公司名称,电话,地址\n远航(香港)有限公司,852-21234567,香港\n港远贸易有限公司,+852 2123 4567,香港", into: base)
    XCTAssertEqual(report["entered"]?.integer, 1)
    XCTAssertEqual(report["reasons"], ["collision": 1])
  }

  /// R5.1, R2.2: a number in a name is masked in the sea, and found.
  func testANumberInANameIsANumber() throws {
    let base = try CommandBase()
    try imported(
      "公司名称,电话,地址\n\(company)13800138111,0512-62010001,苏州市\n苏州乙远厂 手机：139 0013 9222,,苏州市", into: base)
    let sea = base.run("sea")
    for digits in ["13800138111", "138 0013 8111", "13900139222", "139 0013 9222"] {
      XCTAssertFalse(sea.output.contains(digits), sea.output)
    }
    XCTAssertTrue(sea.output.contains(company))
    for mobile in ["13800138111", "13900139222"] {
      XCTAssertEqual(try base.json("check", "--mobile", mobile)["verdict"]?.text, "may_pick", mobile)
    }
    XCTAssertEqual(
      try base.json("check", "--name", "\(company) 13900139222")["hits"]?.items.count, 2,
      "searched as a number, too")
  }

  func testFormerNamesCollide() throws {
    let base = try CommandBase()
    try imported(
      """
      公司名称,电话,地址
      深圳远航科技有限公司(原深圳启航科技有限公司),0755-62010001,深圳市
      苏州海纳智能装备有限公司/苏州海川智能装备有限公司,0512-62010002,苏州市
      """, into: base)
    for former in ["深圳启航科技有限公司", "1.启航科技公司", "苏州海川智能装备有限公司", "海山有限公司（原名：苏州海川智能装备厂）"] {
      XCTAssertEqual(try base.json("check", "--name", former)["verdict"]?.text, "may_pick", former)
    }
    // A name that is changed is found by its new former name alone.
    try base.json("pick", "1", "--as", "zhang")
    try base.json("change", "1", "--name", "深圳远航科技有限公司(原深圳领航科技有限公司)", "--as", "zhang")
    XCTAssertEqual(try base.json("check", "--name", "深圳领航科技有限公司")["verdict"]?.text, "may_not_follow")
    XCTAssertEqual(try base.json("check", "--name", "深圳启航科技有限公司")["verdict"]?.text, "may_enter")
    _ = base.run("doctor", "--rebuild")
    XCTAssertEqual(try base.json("check", "--name", "深圳领航科技有限公司")["verdict"]?.text, "may_not_follow")
  }

  func testRefusedFormulasAreDefused() throws {
    let base = try CommandBase()
    let rejects = base.folder.appendingPathComponent("rejects.csv").path
    try imported(
      "公司名称,电话,地址\n＝1+1甲远,12,苏州\n＋1乙远,12,苏州\n\"\n=1+1丙远\",12,苏州\n－1丁远,12,苏州\n\" \n＠戊远\",12,苏州",
      ["--rejects", rejects], into: base)
    let rows = try String(contentsOfFile: rejects, encoding: .utf8).components(separatedBy: "\r\n")
      .dropFirst()
    XCTAssertEqual(rows.filter { !$0.isEmpty }.count, 5)
    for row in rows where !row.isEmpty { XCTAssertTrue(row.contains(",'") || row.contains(",\"'"), row) }
    // Imported again, a name is what it was.
    XCTAssertEqual(
      try imported(String(contentsOfFile: rejects, encoding: .utf8), into: base)["refused"]?.integer, 5)
  }

  func testUnknownColumns() throws {
    let base = try CommandBase()
    let table = "序号,甲方,电话1,电话2,官网,详细地址\n1,\(company),0512-62010001,13800138111,x.cn,苏州市"
    let path = try base.file("unknown.csv", table)
    try base.assertRefused("bad_file", ["import", path])
    XCTAssertTrue(base.run("import", path).errors.contains("--skip-unknown"))
    let report = try imported(table, ["--map", "甲方=公司名称", "--skip-unknown"], into: base)
    XCTAssertEqual(report["entered"]?.integer, 1)
    XCTAssertEqual(report["left_out"]?.items.compactMap(\.text), ["官网"])
    XCTAssertEqual(try phones("1", in: base).count, 2)
    for map in ["甲方", "甲方=无此列", "=电话"] {
      try base.assertRefused("usage", status: 2, ["import", path, "--map", map])
    }
    try base.assertRefused(
      "bad_file", ["import", path, "--map", "乙方=公司名称", "--map", "甲方=公司名称", "--skip-unknown"])
  }
}
