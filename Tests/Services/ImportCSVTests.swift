import Services
import TestSupport
import XCTest

final class ImportCSVTests: XCTestCase {
  private func rows(_ pieces: [[UInt8]]) throws -> [FileRow] {
    var reader = CSVReader()
    var rows: [FileRow] = []
    for piece in pieces {
      var place = 0
      try piece.withUnsafeBufferPointer { piece in
        while let row = try reader.next(in: piece, from: &place) { rows.append(row) }
      }
      XCTAssertEqual(place, piece.count)
    }
    if let row = try reader.last() { rows.append(row) }
    return rows
  }

  private func rows(_ text: String) throws -> [FileRow] { try rows([Array(text.utf8)]) }

  private func cells(_ text: String) throws -> [[String]] { try rows(text).map(\.texts) }

  private func assertFails(_ text: String, _ error: CSVError, line: UInt = #line) {
    XCTAssertThrowsError(try rows(text), line: line) { XCTAssertEqual($0 as? CSVError, error, line: line) }
  }

  func testLineEndsOfEverySystem() throws {
    for end in ["\n", "\r\n", "\r"] {
      XCTAssertEqual(try cells("a,b\(end)1,2\(end)3,4"), [["a", "b"], ["1", "2"], ["3", "4"]])
      XCTAssertEqual(try cells("a,b\(end)1,2\(end)\(end)"), [["a", "b"], ["1", "2"]])
    }
  }

  func testQuotedCells() throws {
    XCTAssertEqual(
      try cells("a,b\n\"x,\r\ny\",\"say \"\"hi\"\"\"\n\"\",z\n"),
      [["a", "b"], ["x,\r\ny", "say \"hi\""], ["", "z"]])
    XCTAssertEqual(try cells("\"a\nb\",\"c\"\"d\"\n1,2"), [["a\nb", "c\"d"], ["1", "2"]])
    XCTAssertEqual(try cells("a,b\n5\" pipe,\"x\"y\n"), [["a", "b"], ["5\" pipe", "xy"]])
  }

  func testTheSeparatorIsTheMostFrequentOfTheHeading() throws {
    XCTAssertEqual(try cells("a;b;c\n1,5;2;3"), [["a", "b", "c"], ["1,5", "2", "3"]])
    XCTAssertEqual(try cells("a\tb, c\td\n1\t2\t3"), [["a", "b, c", "d"], ["1", "2", "3"]])
    XCTAssertEqual(try cells("\"a;;;;\",b\n1,2"), [["a;;;;", "b"], ["1", "2"]])
    XCTAssertEqual(try cells("名称\n甲\n乙"), [["名称"], ["甲"], ["乙"]])
    XCTAssertEqual(try cells("a;b"), [["a", "b"]])
  }

  func testRowsAreNumberedAsASpreadsheetDoes() throws {
    let read = try rows("a,b\n\"1\n1\",2\n\n,\n3,4\n")
    XCTAssertEqual(read.map(\.number), [1, 2, 5])
    XCTAssertEqual(try rows("\r\n\r\na,b\r\n1,2").map(\.number), [3, 4])
  }

  func testRaggedRowsAreReadAsTheyAre() throws {
    let read = try rows("a,b,c\n1\n1,2,3,4\n1,,\n")
    XCTAssertEqual(read.map(\.count), [3, 1, 4, 3])
    XCTAssertEqual(read[1].text(at: 2), "")
  }

  func testNothingHasNoRows() throws {
    for text in ["", "\n", "\r\n\r\n", ",,,\n", "\"\"\n"] { XCTAssertEqual(try rows(text), [], text) }
  }

  func testNULBytesAndOpenQuotesNameTheirRow() {
    assertFails("a,b\n1,2\n3,\0\n", .nul(row: 3))
    assertFails("a,b\n1,\"x\0\"\n", .nul(row: 2))
    assertFails("a\0,b\n", .nul(row: 1))
    assertFails("a,b\n1,2\n\"3,4\n5,6\n", .unclosedQuote(row: 3))
    assertFails("a,\"b\n1,2\n", .unclosedQuote(row: 1))
    assertFails("a,b\n1,\"", .unclosedQuote(row: 2))
    assertFails("a," + String(repeating: "b", count: 70_000) + "\n1,2\n", .headingTooLong(row: 1))
  }

  func testACellTooLongRefusesItsRowAlone() throws {
    let long = String(repeating: "x", count: CSVReader.cellLimit)
    let read = try rows("a,b,c\n1,\(long),3\n1,\(long)x,3\n1,\"\(long)\(long)\",3\n7,8,9\n")
    XCTAssertEqual(read.map(\.fault), [nil, nil, .cellTooLong(column: 2), .cellTooLong(column: 2), nil])
    XCTAssertEqual(read[1].text(at: 1), long)
    XCTAssertEqual(read[2].texts, ["1", "", "3"])
    XCTAssertEqual(read.map(\.number), [1, 2, 3, 4, 5])
  }

  func testTooManyCellsRefuseTheirRowAlone() throws {
    let wide = String(repeating: "x,", count: 5_000)
    let read = try rows("a,b\n\(wide)\n\(String(repeating: ",", count: 5_000))\n1,2\n")
    XCTAssertEqual(read.map(\.fault), [nil, .tooManyCells, .tooManyCells, nil])
    XCTAssertEqual(read[1].count, CSVReader.columnLimit)
  }

  func testAnyCutGivesTheSameRows() throws {
    var numbers = Dice(seed: 9)
    let bytes = Array(ImportTables.small.utf8)
    let whole = try rows([bytes])
    XCTAssertEqual(whole.map(\.number), [1, 2, 3, 4, 5, 7])
    for _ in 0..<300 { XCTAssertEqual(try rows(bytes.cut(upTo: 9, using: &numbers)), whole) }
  }

  /// Heaps of the bytes that matter, cut at random: the same rows, or the same error.
  func testAnyHeapOfBytesIsAnsweredAlike() {
    var numbers = Dice(seed: 10)
    let alphabet = Array("\"\",,;\t\r\n\r\nab\0".utf8)
    for _ in 0..<5_000 {
      let size = Int.random(in: 0...30, using: &numbers)
      let bytes = (0..<size).compactMap { _ in alphabet.randomElement(using: &numbers) }
      let whole = Result { try rows([bytes]) }.mapError { $0 as? CSVError ?? .nul(row: 0) }
      let pieces = Result { try rows(bytes.cut(upTo: 3, using: &numbers)) }.mapError {
        $0 as? CSVError ?? .nul(row: 0)
      }
      XCTAssertEqual(whole, pieces, "\(bytes)")
    }
  }

  func testWhatIsWrittenIsReadBack() throws {
    var numbers = Dice(seed: 11)
    let pieces = ["a", "，", "\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "公司", "'", "="]
    for _ in 0..<500 {
      let table = (0..<4).map { row in
        ["r\(row)"]
          + (0..<3).map { _ in
            (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
              pieces.randomElement(using: &numbers) ?? ""
            }.joined()
          }
      }
      let heading = "h,i,j,k\r\n"
      let text = table.map { $0.map(CSVCell.written).joined(separator: ",") }.joined(separator: "\r\n")
      XCTAssertEqual(try cells(heading + text).dropFirst().map { $0 }, table)
    }
  }
}
