/// The first sheet of an .xlsx workbook that is not hidden, row by row.
struct WorkbookTable: ImportTable {
  /// Bytes that a part of a workbook may unpack to: lists of parts and formats, and the sheet itself.
  private static let partLimit = 16_777_216
  private static let sheetLimit = 1_073_741_824

  let sheet: WorkbookSheet
  private var rows: SheetReader

  var bytesTotal: Int? { nil }
  var bytesRead: Int { 0 }

  init(_ file: ByteSource) throws(ImportError) {
    do throws(WorkbookError) {
      let archive = WorkbookArchive(file)
      let book = try WorkbookParts(in: archive)
      sheet = book.sheet
      let strings = try book.strings.map { part throws(WorkbookError) in
        try SharedStrings(archive.scanner(part, limit: 4 * SharedStrings.limit))
      }
      let formats = try book.styles.map { part throws(WorkbookError) in
        try NumberFormats(
          archive.scanner(part, limit: WorkbookTable.partLimit), startsIn1904: book.startsIn1904)
      }
      rows = SheetReader(
        try archive.scanner(book.rows, limit: WorkbookTable.sheetLimit), strings ?? SharedStrings(),
        formats ?? NumberFormats(startsIn1904: book.startsIn1904))
    } catch { throw .workbook(error) }
  }

  mutating func expectHeading() {}

  mutating func next() throws(ImportError) -> FileRow? {
    do throws(WorkbookError) { return try rows.next() } catch { throw .workbook(error) }
  }
}

/// A sheet by its name.
package struct WorkbookSheet: Hashable, Sendable {
  package let name: String
  /// How many other sheets one sees in the workbook, which are not read.
  package let others: Int
}

/// The parts of a workbook, unpacked one at a time.
struct WorkbookArchive {
  private let file: ByteSource

  init(_ file: ByteSource) {
    self.file = file
  }

  func scanner(_ part: String, limit: Int) throws(WorkbookError) -> XMLScanner {
    let entry = try UnzippedEntry(part, of: file.descriptor, limit: limit)
    // The file stays open as long as something is read from it.
    return XMLScanner { [file] () throws(WorkbookError) in
      try withExtendedLifetime(file) { () throws(WorkbookError) in try entry.next() }
    }
  }
}
