/// A workbook (.xlsx) of one visible sheet, made of the XML that is given.
package struct WorkbookMaker {
  /// What stands in `<sheetData>`.
  package var rows: String
  /// The items of the shared texts.
  package var strings = ""
  /// What stands in `<styleSheet>`.
  package var styles = ""
  package var sheets = "<sheet name=\"客户\" sheetId=\"2\" r:id=\"rId2\"/>"
  package var properties = ""

  package init(rows: String) {
    self.rows = rows
  }

  /// One cell of text a value.
  package init(table: [[String]]) {
    rows = table.map { row in
      "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  package var sheetXML: String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }
  package var stringsXML: String { "<sst>\(strings)</sst>" }
  package var stylesXML: String { "<styleSheet>\(styles)</styleSheet>" }

  package var bytes: [UInt8] { bytes(namingParts: { $0 }) }

  /// The same, with its parts named in another way.
  package func bytes(namingParts spell: (String) -> String) -> [UInt8] {
    let entries: KeyValuePairs<String, [UInt8]> = [
      "_rels/.rels": part(relations([("rId1", "officeDocument", "xl/book.xml")])),
      "xl/book.xml": part(
        "<workbook xmlns:r=\"r\"><workbookPr \(properties)/><sheets>\(sheets)</sheets></workbook>"),
      "xl/_rels/book.xml.rels": part(
        relations([
          ("rId1", "worksheet", "worksheets/other.xml"), ("rId2", "worksheet", "/xl/worksheets/sheet.xml"),
          ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "../xl/styles.xml"),
        ])),
      "xl/worksheets/other.xml": part("<worksheet><sheetData/></worksheet>"),
      "xl/worksheets/sheet.xml": part(sheetXML), "xl/sharedStrings.xml": part(stringsXML),
      "xl/styles.xml": part(stylesXML),
    ]
    return StoredZip.bytes(entries, naming: spell)
  }

  private func part(_ text: String) -> [UInt8] {
    Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n" + text).utf8)
  }

  private func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
    let lines = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"http://schemas.example/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships>\(lines.joined())</Relationships>"
  }
}
