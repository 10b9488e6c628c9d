import Services
import XCTest

final class ImportFileTests: XCTestCase {
  private func entries(_ bytes: [UInt8]) throws -> [ImportEntry] {
    let file = try ImportFile(ImportTables.file(bytes, in: self))
    var entries: [ImportEntry] = []
    while let entry = try file.next() { entries.append(entry) }
    XCTAssertEqual(file.bytesRead, bytes.count)
    XCTAssertEqual(file.bytesTotal, bytes.count)
    XCTAssertNil(try file.next())
    return entries
  }

  private func assertFails(_ text: String, _ error: ImportError, line: UInt = #line) {
    XCTAssertThrowsError(try entries(Array(text.utf8)), line: line) {
      XCTAssertEqual($0 as? ImportError, error, line: line)
    }
  }

  func testEveryEncodingGivesTheSameRows() throws {
    for encoding in TextEncoding.allCases {
      let rows = try entries(ImportTables.bytes(ImportTables.small, encoding)).map { try $0.row.get() }
      XCTAssertEqual(rows.map(\.number), [2, 3, 4, 5, 7], encoding.rawValue)
      XCTAssertEqual(
        rows[0],
        ImportRow(
          number: 2,
          [
            .name: "苏州潮音精密有限公司", .phone: "0512-60000001", .mobile: "13900000001", .contact: "梁静",
            .title: "主管",
            .address: "苏州市潮声路8号", .source: "展会", .intent: "0",
          ]))
      XCTAssertEqual(rows[1].remark, "要报价单, 含\"安装费\"")
      XCTAssertEqual(rows[2].name, "太仓听澜机械有限公司")
      XCTAssertEqual(rows[2].remark, "=1+1")
      XCTAssertEqual(rows[3].remark, "换行\n第二行")
      XCTAssertEqual(rows[4].intent, "0")
      XCTAssertEqual(rows[4].remark, "")
    }
  }

  func testBlanksOfEveryKindAreTrimmed() throws {
    let read = try entries(Array("名称,电话\n \u{3000}\u{A0}甲 乙\u{3000}\u{200B}\t, \u{3000} \n".utf8))
    XCTAssertEqual(try read[0].row.get(), ImportRow(number: 2, [.name: "甲 乙"]))
    XCTAssertEqual(read[0].cells[1], " \u{3000} ")
  }

  func testFaultyRowsAreRefusedAndReadingGoesOn() throws {
    let long = String(repeating: "x", count: CSVReader.cellLimit + 1)
    let text = "名称,,电话\n甲,x,1\n乙,, ,1\n\(long),,\n丙,,1,,\n丁,\u{3000},1\n"
    let faults = try entries(Array(text.utf8)).map { entry -> ImportFault? in
      if case .failure(let fault) = entry.row { fault } else { nil }
    }
    XCTAssertEqual(
      faults,
      [.cellWithoutHeading(column: 2), .cellWithoutHeading(column: 4), .cellTooLong(column: 1), nil, nil])
  }

  func testWhatCannotBeImportedSaysWhy() throws {
    assertFails("", .empty)
    assertFails("\r\n\r\n", .empty)
    assertFails("名称\n\"甲\n", .csv(.unclosedQuote(row: 2)))
    assertFails("名称\n甲\0\n", .csv(.nul(row: 2)))
    assertFails("PK\u{3}\u{4}", .workbook(.damaged))
    assertFails("电话\n1\n", .heading(.missing(.name)))
    assertFails(String(repeating: ",", count: 2_000) + "名称\n", .headingFault(.tooManyCells))
    XCTAssertThrowsError(try ImportFile("/nowhere/at/all.csv")) {
      XCTAssertEqual($0 as? ImportError, .cannotOpen("/nowhere/at/all.csv", code: 2))
    }
    XCTAssertThrowsError(try ImportFile("/")) { XCTAssertEqual($0 as? ImportError, .notAFile("/")) }
  }

  func testALongFileIsReadPieceByPiece() throws {
    let body = (1...30_000).map { "苏州\($0)有限公司,0512-6\($0),\"第一行\n第\($0)行\"" }.joined(separator: "\r\n")
    for encoding in [TextEncoding.utf8, .gb18030, .utf16LittleEndian] {
      let read = try entries(ImportTables.bytes("公司名称,电话,备注\r\n" + body, encoding))
      XCTAssertEqual(read.count, 30_000)
      XCTAssertEqual(read.last?.number, 30_001)
      XCTAssertEqual(try read[12_344].row.get().remark, "第一行\n第12345行")
    }
  }
}
