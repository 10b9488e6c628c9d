/// The rows of a worksheet, one at a time, whatever its size.
package struct SheetReader {
  /// As many as a spreadsheet can have.
  private static let rowLimit = 1_048_576

  private var xml: XMLScanner
  private let strings: SharedStrings
  private let formats: NumberFormats
  private var row = FileRowBuilder(number: 1)
  private var number = 0
  /// Cells of the row so far, empty ones before others among them.
  private var width = 0
  private var cell = Cell()

  private struct Cell {
    var column = -1
    var type = ""
    var style = 0
    var text = CellText()
  }

  package init(_ xml: XMLScanner, _ strings: SharedStrings, _ formats: NumberFormats) {
    self.xml = xml
    self.strings = strings
    self.formats = formats
  }

  /// The next row that is not empty; nil at the end.
  package mutating func next() throws(WorkbookError) -> FileRow? {
    while true {
      let event = try xml.next()
      cell.text.take(event, xml)
      switch (event, xml.name) {
      case (.finish, _): return nil
      case (.start, "row"): try startRow()
      case (.start, "c"): try startCell()
      case (.end, "c"): try endCell()
      case (.end, "row"):
        let row = row.finish()
        if !row.isEmpty { return row }
      default: break
      }
    }
  }

  private mutating func startRow() throws(WorkbookError) {
    let next = xml["r"].flatMap(Int.init) ?? number + 1
    guard next > number, next <= SheetReader.rowLimit else { throw .damaged }
    number = next
    width = 0
    row = FileRowBuilder(number: next)
    cell = Cell()
  }

  private mutating func startCell() throws(WorkbookError) {
    let last = cell.column
    cell = Cell()
    cell.column = try xml["r"].map(SheetReader.column) ?? last + 1
    guard cell.column > last else { throw .damaged }
    cell.type = xml["t"] ?? "n"
    cell.style = xml["s"].flatMap(Int.init) ?? 0
  }

  /// Empty cells are left out of the file, and of the row where none follows.
  private mutating func endCell() throws(WorkbookError) {
    let value = try cell.text.bytes.isEmpty ? [] : value()
    guard !value.isEmpty else { return }
    if cell.type == "e" { row.refuse(.spreadsheetError(column: cell.column + 1)) }
    while width < min(cell.column, CSVReader.columnLimit) {
      row.endCell()
      width += 1
    }
    value.withUnsafeBufferPointer { row.append($0[...]) }
    row.endCell()
    width = cell.column + 1
  }

  private func value() throws(WorkbookError) -> ArraySlice<UInt8> {
    switch cell.type {
    case "inlineStr", "str": return try cell.text.string()[...]
    case "s":
      guard let index = Int(plain), let string = strings[index] else { throw .damaged }
      return string
    case "b": return Array((plain == "1" ? "TRUE" : "FALSE").utf8)[...]
    case "n": return Array(formats.shown(plain, style: cell.style).utf8)[...]
    default: return try cell.text.string()[...]
    }
  }

  private var plain: String { String(decoding: cell.text.bytes, as: UTF8.self) }

  /// `C5` is 2: counted from 0.
  private static func column(of reference: String) throws(WorkbookError) -> Int {
    var column = 0
    for letter in reference.utf8.prefix(while: { $0 >= 0x41 }) {
      guard letter <= 0x5A, column < 16_384 else { throw .damaged }
      column = column * 26 + Int(letter) - 0x40
    }
    guard column > 0 else { throw .damaged }
    return column - 1
  }
}
