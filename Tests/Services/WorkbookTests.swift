import Foundation
import Glibc
import Services
import TestSupport
import XCTest

/// Tables saved as .xlsx (R12.3).
final class WorkbookTests: XCTestCase {
  private func file(_ bytes: [UInt8]) throws -> ImportFile {
    try ImportFile(ImportTables.file(bytes, in: self))
  }

  private func rows(_ maker: WorkbookMaker) throws -> [(number: Int, cells: [String])] {
    let file = try file(maker.bytes)
    var rows: [(Int, [String])] = [(1, file.heading.texts)]
    while let entry = try file.next() { rows.append((entry.number, entry.cells)) }
    return rows
  }

  private func assertFails(_ bytes: [UInt8], _ error: WorkbookError, line: UInt = #line) {
    XCTAssertThrowsError(
      try {
        let file = try file(bytes)
        while try file.next() != nil {}
      }(), line: line
    ) { XCTAssertEqual($0 as? ImportError, .workbook(error), line: line) }
  }

  /// A heading, and below it one cell in the first column.
  private func shown(_ cell: String, styles: String = "", properties: String = "") throws -> String? {
    var maker = WorkbookMaker(
      rows: "<row><c t=\"str\"><v>名称</v></c></row><row>\(cell)</row>")
    maker.styles = styles
    maker.properties = properties
    return try rows(maker).dropFirst().first?.cells.first
  }

  func testCellsOfEveryKind() throws {
    var maker = WorkbookMaker(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>备注</t></is></c></row>
        <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>1.3912345678E10</v></c><c r="D3" t="b"><v>1</v></c></row>
        <row r="4"><c r="B4"/><c r="D4" t="str"><f>"x"&amp;1</f><v>公式 &lt;1&gt;</v></c></row>
        <row r="5" spans="1:4"/>
        <row r="7"><c r="A7" t="inlineStr"><is><r><t>太仓</t></r><r><rPr><b/></rPr><t xml:space="preserve">听澜 </t></r><rPh sb="0" eb="1"><t>タイ</t></rPh></is></c></row>
        """)
    maker.strings =
      "<si><t>公司名称</t></si><si><t>手机</t></si><si><t><![CDATA[甲&乙<厂>]]></t><phoneticPr fontId=\"1\"/></si>"
    let read = try rows(maker)
    XCTAssertEqual(read.map(\.number), [1, 3, 4, 7])
    XCTAssertEqual(read[1].cells, ["甲&乙<厂>", "13912345678", "", "TRUE"])
    XCTAssertEqual(read[2].cells, ["", "", "", "公式 <1>"])
    XCTAssertEqual(read[3].cells, ["太仓听澜 "])
  }

  func testNumbersAreWhatAPersonWouldType() throws {
    for (value, text) in [
      ("13912345678", "13912345678"), ("1.3912345678E10", "13912345678"), ("051260010001", "51260010001"),
      ("0.1", "0.1"), ("-3", "-3"), ("1.38E+10", "1.38E+10"), ("1.3800138005E+10", "13800138005"),
      ("1E300", "1e+300"), ("abc", "abc"), ("nan", "nan"),
    ] { XCTAssertEqual(try shown("<c><v>\(value)</v></c>"), text) }
  }

  func testFormatsOfNumbers() throws {
    let styles = """
      <numFmts><numFmt numFmtId="176" formatCode="000000000000"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
      <numFmt numFmtId="178" formatCode="[Red]0.0&quot;day&quot;\\d"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs>
      """
    for (style, value, text) in [
      (0, "46346", "46346"), (1, "46346", "2026-11-20"), (1, "46346.604166667", "2026-11-20 14:30"),
      (2, "51260010001", "051260010001"), (3, "46346", "2026-11-20"), (4, "46346", "46346"), (9, "7", "7"),
      (1, "60", "60"), (1, "-5", "-5"), (1, "9e99", "9e+99"),
    ] { XCTAssertEqual(try shown("<c s=\"\(style)\"><v>\(value)</v></c>", styles: styles), text) }
    XCTAssertEqual(
      try shown("<c s=\"1\"><v>44884</v></c>", styles: styles, properties: "date1904=\"1\""), "2026-11-20")
  }

  func testEscapedCharacters() throws {
    for (text, read) in [
      ("a_x000D_\nb", "a\r\nb"), ("_x005F_x000D_", "_x000D_"), ("_xD800_", "_xD800_"), ("_x00", "_x00"),
      ("&#20013;&#x6587;", "中文"),
    ] { XCTAssertEqual(try shown("<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"), read) }
  }

  /// The first sheet one can see is read, and it is said what else there is.
  func testTheFirstVisibleSheet() throws {
    var maker = WorkbookMaker(table: [["名称"], ["甲厂"]])
    maker.sheets = """
      <sheet name="藏" state="hidden" r:id="rId1"/><sheet name="客户" r:id="rId2"/><sheet name="说明" r:id="rId1"/>
      """
    let sheet = try XCTUnwrap(try file(maker.bytes).sheet)
    XCTAssertEqual(sheet.name, "客户")
    XCTAssertEqual(sheet.others, 1)
    XCTAssertEqual(try rows(maker).map(\.cells), [["名称"], ["甲厂"]])
    maker.sheets = "<sheet name=\"藏\" state=\"veryHidden\" r:id=\"rId2\"/>"
    assertFails(maker.bytes, .noSheet)
  }

  func testRowsThatCantBeTakenAreRefusedAlone() throws {
    let long = String(repeating: "长", count: CSVReader.cellLimit / 3 + 1)
    let file = try file(
      WorkbookMaker(
        rows: """
          <row><c t="str"><v>名称</v></c></row><row><c t="e"><v>#N/A</v></c></row>
          <row><c t="str"><v>\(long)</v></c></row><row><c r="XFD4"><v>1</v></c></row><row><c t="str"><v>甲</v></c></row>
          """
      ).bytes)
    var faults: [ImportFault?] = []
    while let entry = try file.next() {
      if case .failure(let fault) = entry.row { faults.append(fault) } else { faults.append(nil) }
    }
    XCTAssertEqual(faults, [.spreadsheetError(column: 1), .cellTooLong(column: 1), .tooManyCells, nil])
  }

  func testWhatIsNoWorkbookSaysWhy() throws {
    let good = WorkbookMaker(table: [["名称"], ["甲厂"]])
    assertFails(StoredZip.bytes(["table.csv": Array("名称\n".utf8)]), .noSheet)
    assertFails(Array(good.bytes.prefix(good.bytes.count / 2)), .damaged)
    for rows in [
      "<row><c t=\"s\"><v>7</v></c></row>", "<row>", "<row><c r=\"5\"/></row>",
      "<row r=\"2\"/><row r=\"1\"/>",
      "<row><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"9999999\"/>", "&nbsp;", "<!DOCTYPE x>",
      "</sheetData>",
    ] { assertFails(WorkbookMaker(rows: rows).bytes, .damaged) }
    XCTAssertThrowsError(try file([0xD0, 0xCF, 0x11, 0xE0, 0xA1])) {
      XCTAssertEqual($0 as? ImportError, .text(.oldWorkbook))
    }
  }

  /// What would unpack to more than a host can take: here a megabyte of nothing where there are a few lines.
  func testAWorkbookTooLargeIsNotRead() throws {
    let blanks = [UInt8](repeating: 0x20, count: 1_100_000)
    assertFails(StoredZip.bytes(["_rels/.rels": Array("<R>".utf8) + blanks + Array("</R>".utf8)]), .tooLarge)
  }

  /// An archive whose parts would be patterns to `unzip`.
  func testNamesOfPartsAreTakenAsTheyStand() throws {
    for name in ["xl/*", "a[b]", "?"] {
      let relation = "<Relationship Id=\"1\" Type=\"x/officeDocument\" Target=\"\(name)\"/>"
      assertFails(StoredZip.bytes(["_rels/.rels": Array("<R>\(relation)</R>".utf8)]), .damaged)
    }
  }

  /// Whatever becomes of the bytes of a sheet, its texts and its formats, it is read or refused.
  func testAnyDamageIsAnsweredWithoutHarm() throws {
    var numbers = Dice(seed: 31)
    var maker = WorkbookMaker(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46346</v></c></row><!-- x --><row r="2"><c r="A2" t="inlineStr">
        <is><r><t>a &amp; b</t></r><rPh><t>x</t></rPh></is></c><c r="C2" t="e"><v>#N/A</v></c></row>
        """)
    maker.strings = "<si><t>公司_x000D_</t></si><si><r><t>x</t></r></si>"
    maker.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    let parts = [maker.sheetXML, maker.stringsXML, maker.stylesXML].map { Array($0.utf8) }
    let alphabet = Array("<>/=\"'&;![]-?:#x019Eer sct\u{0}\u{FF}".utf8)
    for _ in 0..<3_000 {
      let damaged = parts.map { part in
        var part = part
        for _ in 0..<Int.random(in: 0...3, using: &numbers) {
          let place = Int.random(in: 0..<part.count, using: &numbers)
          switch Int.random(in: 0..<3, using: &numbers) {
          case 0: part[place] = alphabet.randomElement(using: &numbers) ?? 0
          case 1: part.remove(at: place)
          default: part.insert(contentsOf: part[place...].prefix(9), at: place)
          }
        }
        return part
      }
      let whole = read(damaged.map { [$0] })
      XCTAssertEqual(whole, read(damaged.map { $0.cut(upTo: 5, using: &numbers) }), "\(damaged)")
    }
  }

  /// The same for the archive as a whole, through `unzip`.
  func testADamagedArchiveIsAnsweredWithoutHarm() throws {
    var numbers = Dice(seed: 32)
    let table = [["名称", "电话"], ["甲厂", "1"]]
    let bytes = WorkbookMaker(table: table).bytes
    var outcomes: Set<String> = []
    for _ in 0..<60 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        damaged[Int.random(in: 4..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
      }
      do {
        let file = try file(damaged)
        var rows: [[String]] = [file.heading.texts]
        while let entry = try file.next() { rows.append(entry.cells) }
        // What is read of it is what stands in it, whole: checksums see any other damage.
        XCTAssertEqual(rows, table)
        outcomes.insert("read")
      } catch is ImportError {
        outcomes.insert("refused")
      }
    }
    XCTAssertEqual(outcomes, ["read", "refused"])
    XCTAssertEqual(try children(), [])
  }

  /// Some programs write the parts in another case, or part their folders by backslashes.
  func testPartsAreFoundHoweverTheyAreSpelled() throws {
    let table = [["名称", "电话"], ["甲厂", "0512-62010001"]]
    for spell in [
      { $0.uppercased() }, { $0.replacingOccurrences(of: "/", with: "\\") },
      { $0.replacingOccurrences(of: "sharedStrings", with: "SharedStrings") },
      { $0.replacingOccurrences(of: "/", with: "\\").lowercased() },
    ] as [(String) -> String] {
      let file = try file(WorkbookMaker(table: table).bytes(namingParts: spell))
      XCTAssertEqual(try file.next()?.cells, table[1])
    }
  }

  /// A cell late in the evening is of its day.
  func testTheLastSecondOfADayIsOfThatDay() throws {
    let styles = "<cellXfs><xf numFmtId=\"22\"/></cellXfs>"
    for (value, text) in [
      ("45357.999988425923", "2024-03-06 23:59"), ("45357.99998", "2024-03-06 23:59"),
      ("45358", "2024-03-07"),
      ("45357.5", "2024-03-06 12:00"), ("45357.604166666664", "2024-03-06 14:30"),
    ] { XCTAssertEqual(try shown("<c s=\"0\"><v>\(value)</v></c>", styles: styles), text) }
  }

  /// Each `unzip` is gone when the table is, read to its end or not.
  func testNoProcessIsLeftBehind() throws {
    let table = [["名称"]] + (1...20_000).map { ["甲\($0)厂"] }
    let path = try ImportTables.file(WorkbookMaker(table: table).bytes, in: self)
    for rows in [1, 30_000] {
      let file = try ImportFile(path)
      for _ in 0..<rows where try file.next() == nil { break }
    }
    XCTAssertEqual(try children(), [])
  }

  /// The processes of `unzip` that this one has started, zombies among them.
  private func children() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
      guard Int(name) != nil, let stat = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8)
      else { return nil }
      return stat.contains("(unzip) ") && stat.contains(" \(getpid()) ") ? stat : nil
    }
  }

  /// The rows, or the error, of a sheet, its texts and its formats, each in pieces.
  private func read(_ parts: [[[UInt8]]]) -> Result<[FileRow], WorkbookError> {
    do throws(WorkbookError) {
      var sheet = SheetReader(
        scanner(parts[0]), try SharedStrings(scanner(parts[1])),
        try NumberFormats(scanner(parts[2]), startsIn1904: false))
      var rows: [FileRow] = []
      while let row = try sheet.next() { rows.append(row) }
      return .success(rows)
    } catch { return .failure(error) }
  }

  private func scanner(_ pieces: [[UInt8]]) -> XMLScanner {
    var rest = pieces.filter { !$0.isEmpty }[...]
    return XMLScanner { rest.popFirst()?[...] ?? [] }
  }
}
