import Services
import TestSupport
import XCTest

final class ImportTextTests: XCTestCase {
  private func decode(_ pieces: [[UInt8]]) throws -> (text: String, encoding: TextEncoding?) {
    var decoding = TextDecoding()
    var text: [UInt8] = []
    for piece in pieces { try decoding.decode(piece, isLast: false, into: &text) }
    try decoding.decode([], isLast: true, into: &text)
    return (try XCTUnwrap(String(validating: text, as: UTF8.self)), decoding.encoding)
  }

  private func assertFails(_ bytes: [UInt8], _ error: TextError, line: UInt = #line) {
    XCTAssertThrowsError(try decode([bytes]), line: line) {
      XCTAssertEqual($0 as? TextError, error, line: line)
    }
  }

  func testEveryEncodingIsFoundOut() throws {
    for encoding in TextEncoding.allCases {
      let read = try decode([ImportTables.bytes(ImportTables.small, encoding)])
      XCTAssertEqual(read.encoding, encoding)
      XCTAssertEqual(read.text, ImportTables.small, encoding.rawValue)
    }
  }

  func testAMarkDecidesAndIsLeftOut() throws {
    for encoding in TextEncoding.allCases {
      let read = try decode([ImportTables.bytes("\u{FEFF}名称,a", encoding)])
      XCTAssertEqual(read.encoding, encoding)
      XCTAssertEqual(read.text, "名称,a", encoding.rawValue)
    }
  }

  func testGB18030ReachesBeyondGBK() throws {
    let bytes: [UInt8] = [0xB9, 0xAB, 0xCB, 0xBE, 0x2C, 0x95, 0x32, 0x82, 0x36, 0x2C, 0x81, 0x30, 0x81, 0x30]
    XCTAssertEqual(try decode([bytes]).text, "公司,𠀀,\u{80}")
  }

  func testASCIIIsAnyEncodingUntilSomethingElseComes() throws {
    XCTAssertNil(try decode([Array("name,phone\n".utf8)]).encoding)
    let plain = String(repeating: "name,0512\r\n", count: 20_000)
    for encoding in [TextEncoding.utf8, .gb18030] {
      let text = plain + "苏州潮音精密有限公司" + plain
      let read = try decode([ImportTables.bytes(text, encoding)])
      XCTAssertEqual(read.encoding, encoding)
      XCTAssertEqual(read.text, text)
    }
  }

  func testAnyCutGivesTheSameText() throws {
    var numbers = Dice(seed: 7)
    let long = String(repeating: ImportTables.small, count: 120)
    for encoding in TextEncoding.allCases {
      let bytes = ImportTables.bytes(long, encoding)
      XCTAssertEqual(try decode(bytes.cut(upTo: 30_000, using: &numbers)).text, long, encoding.rawValue)
      let short = ImportTables.bytes(ImportTables.small, encoding)
      for _ in 0..<50 {
        XCTAssertEqual(try decode(short.cut(upTo: 5, using: &numbers)).text, ImportTables.small)
      }
    }
  }

  func testWhatIsNoTextIsRefusedWithItsPlace() {
    let valid = Array(String(repeating: "苏州潮音", count: 20).utf8)
    assertFails(valid + [0xFF] + valid, .undecodable(.utf8, offset: 240))
    assertFails(valid + [0xE8, 0x8B], .undecodable(.utf8, offset: 240))
    assertFails([0xEF, 0xBB, 0xBF, 0x61, 0xC0, 0x80], .undecodable(.utf8, offset: 4))
    assertFails([0xB9, 0xAB, 0xCB, 0xBE, 0xFF, 0xFF], .undecodable(.gb18030, offset: 4))
    assertFails([0xB9, 0xAB, 0xCB], .undecodable(.gb18030, offset: 2))
    assertFails(
      [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00], .undecodable(.utf16LittleEndian, offset: 4))
    assertFails([0xFE, 0xFF, 0x00], .undecodable(.utf16BigEndian, offset: 2))
  }

  func testTheOffsetCountsTheWholeFile() {
    let valid = Array(String(repeating: "名称,电话\n", count: 30_000).utf8)
    assertFails(valid + [0x80], .undecodable(.utf8, offset: valid.count))
  }

  func testWorkbooksAreTold() {
    assertFails([0x50, 0x4B, 0x03, 0x04, 0x14], .pipedWorkbook)
    assertFails([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .oldWorkbook)
  }

  func testZeroBytesInATextAreNoUTF16() throws {
    XCTAssertEqual(try decode([Array("name,a\0b\nc,d\n".utf8)]).text, "name,a\0b\nc,d\n")
  }

  func testAnyBytesAreAnsweredWithoutHarm() {
    var numbers = Dice(seed: 8)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        UInt8.random(in: 0...255, using: &numbers)
      }
      var once: [UInt8] = []
      var decoding = TextDecoding()
      guard (try? decoding.decode(bytes, isLast: true, into: &once)) != nil else { continue }
      XCTAssertNotNil(String(validating: once, as: UTF8.self))
    }
  }
}
