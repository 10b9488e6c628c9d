import Domain

/// A row of an imported table by its meaning: texts as written, without the blanks around them. A column that the
/// table lacks is empty.
package struct ImportRow: Hashable, Sendable {
  /// As a spreadsheet numbers it, the heading being row 1.
  package let number: Int
  private let values: [[String]]

  package init(number: Int, _ values: [ImportColumn: String]) {
    self.number = number
    self.values = ImportColumn.allCases.map { values[$0].map { [$0] } ?? [] }
  }

  init(_ row: FileRow, _ heading: ImportHeading) {
    number = row.number
    values = ImportColumn.allCases.map { column in
      heading.places(of: column).map { ImportText.value(row.bytes(at: $0)) }.filter { !$0.isEmpty }
    }
  }

  package subscript(column: ImportColumn) -> String { values[column.rawValue].first ?? "" }

  /// Of columns there may be several of.
  package func all(_ column: ImportColumn) -> [String] { values[column.rawValue] }

  package var name: String { self[.name] }
  package var phone: String { self[.phone] }
  package var fax: String { self[.fax] }
  package var mobile: String { self[.mobile] }
  package var contact: String { self[.contact] }
  package var title: String { self[.title] }
  package var address: String { self[.address] }
  package var industry: String { self[.industry] }
  package var source: String { self[.source] }
  package var intent: String { self[.intent] }
  package var remark: String { self[.remark] }
  package var holder: String { self[.holder] }
  package var entered: String { self[.entered] }
  package var lastContact: String { self[.lastContact] }
}

/// Why a row can't be read; everything else about it is for the acts to judge.
package enum ImportFault: Error, Hashable, Sendable {
  /// A cell of more than 64 KiB. Columns count from 1.
  case cellTooLong(column: Int)
  case tooManyCells
  /// Something stands in a column that has no heading.
  case cellWithoutHeading(column: Int)
  /// A formula of the spreadsheet that came to nothing: `#N/A`.
  case spreadsheetError(column: Int)

  /// Part of the contract of the command line.
  package var code: String {
    switch self {
    case .cellTooLong: "cell_too_long"
    case .tooManyCells: "too_many_cells"
    case .cellWithoutHeading: "cell_without_heading"
    case .spreadsheetError: "spreadsheet_error"
    }
  }
}

enum ImportText {
  /// The cell without the blanks around it, and without the apostrophe that defuses a formula (R12.4).
  static func value(_ cell: ArraySlice<UInt8>) -> String {
    let isDefused = cell.first == FormulaGuard.apostrophe && FormulaGuard.isFormula(cell.dropFirst())
    return trimmed(isDefused ? cell.dropFirst() : cell)
  }

  static func trimmed(_ cell: ArraySlice<UInt8>) -> String {
    var rest = cell
    while let length = blank(atStartOf: rest) { rest = rest.dropFirst(length) }
    while let length = blank(atEndOf: rest) { rest = rest.dropLast(length) }
    return String(decoding: rest, as: UTF8.self)
  }

  /// U+3000 as input methods type it, no-break space, byte order mark, zero-width space.
  private static let wideBlanks: [[UInt8]] = [
    [0xE3, 0x80, 0x80], [0xC2, 0xA0], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0x8B],
  ]

  private static func blank(atStartOf bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first <= 0x20 { return 1 }
    guard first >= 0x80 else { return nil }
    return wideBlanks.first { bytes.starts(with: $0) }?.count
  }

  private static func blank(atEndOf bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    if last <= 0x20 { return 1 }
    guard last >= 0x80 else { return nil }
    return wideBlanks.first { bytes.suffix($0.count).elementsEqual($0) }?.count
  }
}
