/// A row of a table as it was read: its cells, one after the other, in UTF-8.
package struct FileRow: Hashable, Sendable {
  /// As a spreadsheet numbers it: the first row is 1, a row with line breaks inside its cells is one row, and an
  /// empty row counts although it is passed over.
  package let number: Int
  /// Why the row can't be taken as it is.
  package let fault: FileRowFault?
  private let bytes: [UInt8]
  /// Where each cell ends in the bytes.
  private let ends: [Int]

  init(number: Int, bytes: [UInt8], ends: [Int], fault: FileRowFault? = nil) {
    self.number = number
    self.bytes = bytes
    self.ends = ends
    self.fault = fault
  }

  package var count: Int { ends.count }

  /// The bytes of a cell; none beyond the last one, as programs leave out empty cells at the end of a row.
  package func bytes(at index: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(index) else { return [] }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  package func text(at index: Int) -> String {
    String(decoding: bytes(at: index), as: UTF8.self)
  }

  package var texts: [String] { (0..<count).map(text) }

  /// Whether no cell has anything in it, as in the rows spreadsheets leave at the end.
  package var isEmpty: Bool { bytes.isEmpty && fault == nil }
}

/// What is wrong with one row; reading goes on with the next.
package enum FileRowFault: Hashable, Sendable {
  /// A cell of more than `CSVReader.cellLimit` bytes, which was left out. Columns count from 1.
  case cellTooLong(column: Int)
  /// More than `CSVReader.columnLimit` cells, or `rowLimit` bytes in them; the others were left out.
  case tooManyCells
  /// The result of a formula that could not be reckoned: `#N/A`.
  case spreadsheetError(column: Int)
}

/// What makes a whole file unreadable.
package enum CSVError: Error, Hashable, Sendable {
  /// A NUL byte: this is no text.
  case nul(row: Int)
  /// The first line is longer than a cell may be.
  case headingTooLong(row: Int)
  /// A cell opens with a quote that nothing closes.
  case unclosedQuote(row: Int)
}
