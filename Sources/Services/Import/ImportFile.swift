/// A table to import, read row by row (R12.3): any of the encodings, any of the separators, headings by name. No
/// more of the file is held in memory than a piece and a row.
///
/// Holds an open file; used by one owner at a time.
package final class ImportFile {
  package let heading: ImportHeading
  /// Bytes of the file; nil where it has no size, as a pipe.
  package let bytesTotal: Int?
  private var rows: ImportRowSource

  /// Opens the file and reads its heading.
  package init(_ path: String) throws(ImportError) {
    var rows = try ImportRowSource(path)
    guard let first = try rows.next() else { throw .empty }
    if let fault = first.fault { throw .headingFault(fault) }
    do throws(HeadingError) { heading = try ImportHeading(first) } catch { throw .heading(error) }
    bytesTotal = rows.source.size
    self.rows = rows
  }

  /// How far the file is read, for progress.
  package var bytesRead: Int { rows.source.bytesRead }

  /// Nil as long as all was ASCII.
  package var encoding: TextEncoding? { rows.encoding }

  /// The next row that is not empty; nil at the end.
  package func next() throws(ImportError) -> ImportEntry? {
    try rows.next().map { ImportEntry($0, heading) }
  }
}

/// A row below the heading, read or refused, with its cells as they stand in the file.
package struct ImportEntry: Sendable {
  package let row: Result<ImportRow, ImportFault>
  private let source: CSVRow

  init(_ source: CSVRow, _ heading: ImportHeading) {
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
  fileprivate init?(_ row: CSVRow, _ heading: ImportHeading) {
    switch row.fault {
    case .cellTooLong(let column): self = .cellTooLong(column: column)
    case .tooManyCells: self = .tooManyCells
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
  case csv(CSVError)
  case headingFault(CSVFault)
  case heading(HeadingError)
}
