import Assets
import Domain
import Services
import XCTest

final class ImportHeadingTests: XCTestCase {
  private func heading(_ line: String) throws -> ImportHeading {
    try ImportFile(ImportTables.file(Array("\(line)\n".utf8), in: self)).heading
  }

  private func assertFails(_ line: String, _ error: HeadingError, at testLine: UInt = #line) {
    XCTAssertThrowsError(try heading(line), line: testLine) {
      XCTAssertEqual($0 as? ImportError, .heading(error), line: testLine)
    }
  }

  func testTheHeadingOfTheSamplesIsKnown() throws {
    let read = try heading(ImportTables.heading)
    let places = ImportColumn.allCases.map { read.place(of: $0) }
    XCTAssertEqual(places, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, nil, nil, nil])
  }

  func testEnglishHeadingsInAnyOrder() throws {
    let read = try heading("Phone,Company Name,Remarks")
    XCTAssertEqual(read.place(of: .phone), 0)
    XCTAssertEqual(read.place(of: .name), 1)
    XCTAssertEqual(read.place(of: .remark), 2)
    XCTAssertNil(read.place(of: .address))
  }

  func testEveryHeadingIsKnownByItsName() {
    for column in ImportColumn.allCases {
      let names = ImportHeadings.standard.names(of: column)
      XCTAssertFalse(names.chinese.isEmpty || names.english.isEmpty, "\(column)")
      for name in names.chinese + names.english {
        XCTAssertEqual(ImportHeadings.standard.column(name), column, name)
      }
    }
  }

  func testHeadingsAreComparedFolded() {
    let names: KeyValuePairs<String, ImportColumn> = [
      "*公司名称": .name, "公司名称（必填）": .name, " 公 司 名 称 ": .name, "ＣＯＭＰＡＮＹ　ＮＡＭＥ": .name, "Company_Name": .name,
      "固定电话(座机)*": .phone, "TEL.": .phone, "手机：": .mobile, "意向级别 [0/C/B/A]": .intent, "\u{FEFF}地址": .address,
      "电话2": .phone, "手机号一": .mobile, "企业全称": .name, "联系人手机": .mobile, "详细地址": .address,
    ]
    for (name, column) in names {
      XCTAssertEqual(ImportHeadings.standard.column(name), column, name)
    }
    for name in ["", "E-mail", "公司规模", "(名称)", "地址2", "序号"] {
      XCTAssertNil(ImportHeadings.standard.column(name), name)
    }
  }

  func testWhatIsWrongIsNamed() {
    assertFails("电话,地址", .missing(.name))
    assertFails("公司名称,微信,电话,QQ号", .unknown(["微信", "QQ号"]))
    assertFails("公司名称,电话,座机", .twice(.phone, "电话", "座机"))
    assertFails("苏州潮音精密有限公司,0512-60000001", .unknown(["苏州潮音精密有限公司", "0512-60000001"]))
  }

  func testWhatOnlyCountsRowsIsLeftOutUnasked() throws {
    for number in ["序号", "编号", "No.", "ID", "#"] {
      let read = try heading("\(number),企业全称,电话1,电话2,联系人手机")
      XCTAssertEqual(read.place(of: .name), 1, number)
      XCTAssertEqual(read.place(of: .phone), 2, number)
      XCTAssertEqual(read.unknown, [], number)
    }
  }

  private func reading(_ line: String, _ reading: HeadingReading) throws -> ImportHeading {
    try ImportFile(ImportTables.file(Array("\(line)\n".utf8), in: self), reading).heading
  }

  func testUnknownColumnsAreNamedAndLeftOutWhereAsked() throws {
    let read = try reading("公司名称,官网,电话,公司规模", HeadingReading(.standard, skipsUnknown: true))
    XCTAssertEqual(read.unknown, ["官网", "公司规模"])
    XCTAssertEqual(read.place(of: .phone), 2)
  }

  func testAHeadingMeansWhatWasSaid() throws {
    let mapped = HeadingReading(.standard, mapped: ["甲方": .name, "总部": .address])
    let read = try reading("甲方,电话,总部", mapped)
    XCTAssertEqual(read.place(of: .name), 0)
    XCTAssertEqual(read.place(of: .address), 2)
    XCTAssertThrowsError(try reading("甲方,电话", mapped)) {
      XCTAssertEqual($0 as? ImportError, .heading(.notThere("总部")))
    }
  }

  func testTitlesAboveTheHeadingAreNoRows() throws {
    for title in ["2026年客户资料汇总表,,,,", "客户表", "制表人：王,,日期：2026-11-27", "\"一\n二\"\n制表;2026"] {
      let path = try ImportTables.file(Array("\(title)\n公司名称,电话\n甲远厂,0512-62010001\n".utf8), in: self)
      let file = try ImportFile(path)
      XCTAssertEqual(file.heading.place(of: .phone), 1, title)
      XCTAssertEqual(try file.next()?.cells, ["甲远厂", "0512-62010001"], title)
    }
    assertFails("客户表\n序号,电话", .unknown(["客户表"]))
  }

  func testALineTellsTheSeparator() throws {
    for (line, text) in [
      ("sep=;", "公司名称;电话"), ("\"sep=,\"", "公司名称,电话"), ("SEP=\t", "公司名称\t电话"), ("sep=|", "公司名称|电话"),
    ] {
      XCTAssertEqual(try heading("\(line)\r\n\(text)").place(of: .phone), 1, line)
    }
  }

  func testColumnsWithoutHeadingAreLeftOut() throws {
    XCTAssertEqual(try heading("公司名称,,电话,,").place(of: .phone), 2)
  }
}
