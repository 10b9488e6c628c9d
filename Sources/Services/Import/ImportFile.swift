import Domain

/// A table to import, read row by row (R12.3): a text in any of the encodings and with any of the separators, or a
/// workbook (.xlsx), whatever its name ends in; headings by name. No more of it is held in memory than a piece and a
/// row, and the shared texts of a workbook.
///
/// Holds an open file; used by one owner at a time.
package final class ImportFile {
  package let heading: ImportHeading
  /// Bytes of the file; nil where it has no size, as a pipe.
  package let bytesTotal: Int?
  /// The sheet of a workbook that is read, and how many others are to be seen in it.
  package let sheet: WorkbookSheet?
  private let source: ByteSource
  private var rows: any ImportTable

  /// Rows that may stand above the heading: the title of the table, who made it and when.
  private static let mostTitles = 5

  /// Opens the file and reads its heading.
  package init(_ path: String, _ reading: HeadingReading) throws(ImportError) {
    source = try ByteSource(path)
    let workbook = source.isArchive ? try WorkbookTable(source) : nil
    sheet = workbook?.sheet
    var rows: any ImportTable = workbook ?? TextTable(source)
    heading = try ImportFile.heading(of: &rows, reading)
    bytesTotal = rows.bytesTotal
    self.rows = rows
  }

  /// The first row; where it has nothing of a heading, and one below it names the column of names, that one.
  private static func heading(
    of rows: inout any ImportTable, _ reading: HeadingReading
  ) throws(ImportError) -> ImportHeading {
    guard let first = try rows.next() else { throw .empty }
    if let fault = first.fault { throw .headingFault(fault) }
    let refusal: HeadingError
    do throws(HeadingError) { return try ImportHeading(first, reading) } catch { refusal = error }
    var row = first
    for _ in 0..<mostTitles where !ImportHeading.texts(of: row).contains(where: { reading.column($0) != nil })
    {
      rows.expectHeading()
      guard let next = try rows.next(), next.fault == nil else { break }
      row = next
      guard ImportHeading.texts(of: row).contains(where: { reading.column($0) == .name }) else { continue }
      do throws(HeadingError) { return try ImportHeading(row, reading) } catch { throw .heading(error) }
    }
    throw .heading(refusal)
  }

  /// How far the file is read, for progress.
  package var bytesRead: Int { rows.bytesRead }

  /// What tells it from any other file, whatever its name; nil where it can be read only once, as a pipe.
  func digest() throws(ImportError) -> String? { try source.digest() }

  /// The next row that is not empty; nil at the end.
  package func next() throws(ImportError) -> ImportEntry? {
    try rows.next().map { ImportEntry($0, heading) }
  }
}

/// Where rows come from: a text or a workbook.
protocol ImportTable {
  /// Bytes to read, where that is known, and how many are.
  var bytesTotal: Int? { get }
  var bytesRead: Int { get }

  /// The next row is the heading after all, which tells how the text is parted.
  mutating func expectHeading()

  /// The next row that is not empty, the heading first; nil at the end.
  mutating func next() throws(ImportError) -> FileRow?
}

/// A row below the heading, read or refused, with its cells as they stand in the file.
package struct ImportEntry: Sendable {
  package let row: Result<ImportRow, ImportFault>
  private let source: FileRow

  init(_ source: FileRow, _ heading: ImportHeading) {
    self.source = source
    if let fault = ImportFault(source, heading) {
      row = .failure(fault)
    } else {
      row = .success(ImportRow(source, heading))
    }
  }

  package var number: Int { source.number }
  /// The cells as written, for the file of refused rows.
  package var cells: [String] { source.texts }
}

extension ImportFault {
  fileprivate init?(_ row: FileRow, _ heading: ImportHeading) {
    switch row.fault {
    case .cellTooLong(let column): self = .cellTooLong(column: column)
    case .tooManyCells: self = .tooManyCells
    case .spreadsheetError(let column): self = .spreadsheetError(column: column)
    case nil:
      let lost = (0..<row.count).first {
        heading.isWithoutHeading($0) && !ImportText.trimmed(row.bytes(at: $0)).isEmpty
      }
      guard let lost else { return nil }
      self = .cellWithoutHeading(column: lost + 1)
    }
  }
}

/// Why a file can't be imported at all.
package enum ImportError: Error, Hashable, Sendable {
  /// With the error number of the system.
  case cannotOpen(String, code: Int32)
  case cannotRead(String, code: Int32)
  /// A folder.
  case notAFile(String)
  case empty
  case text(TextError)
  case workbook(WorkbookError)
  case csv(CSVError)
  case headingFault(FileRowFault)
  case heading(HeadingError)
}
