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
      let names = column.headings.chinese + column.headings.english
      for name in names { XCTAssertEqual(ImportColumn(heading: name), column, name) }
    }
  }

  func testHeadingsAreComparedFolded() {
    let names: KeyValuePairs<String, ImportColumn> = [
      "*公司名称": .name, "公司名称（必填）": .name, " 公 司 名 称 ": .name, "ＣＯＭＰＡＮＹ　ＮＡＭＥ": .name, "Company_Name": .name,
      "固定电话(座机)*": .phone, "TEL.": .phone, "手机：": .mobile, "意向级别 [0/C/B/A]": .intent, "\u{FEFF}地址": .address,
    ]
    for (name, column) in names {
      XCTAssertEqual(ImportColumn(heading: name), column, name)
    }
    for name in ["", "E-mail", "公司名", "(名称)", "电话2"] { XCTAssertNil(ImportColumn(heading: name), name) }
  }

  func testWhatIsWrongIsNamed() {
    assertFails("电话,地址", .missing(.name))
    assertFails("公司名称,微信,电话,QQ号", .unknown(["微信", "QQ号"]))
    assertFails("公司名称,电话,座机", .twice(.phone, "电话", "座机"))
    assertFails("苏州潮音精密有限公司,0512-60000001", .unknown(["苏州潮音精密有限公司", "0512-60000001"]))
  }

  func testColumnsWithoutHeadingAreLeftOut() throws {
    XCTAssertEqual(try heading("公司名称,,电话,,").place(of: .phone), 2)
  }
}
