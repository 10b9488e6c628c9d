/// Reads rows of comma-separated values from UTF-8 that comes in pieces.
///
/// As spreadsheets write them (RFC 4180): cells in quotes may hold separators, line breaks and doubled quotes;
/// lines end in CR LF, LF or CR. The separator is what a first line `sep=;` says, else the most frequent of comma, semicolon
/// and tab in the first row.
/// However the text is cut into pieces, the rows are the same. Empty rows are passed over, but counted.
package struct CSVReader {
  /// Bytes of a cell, of a row, and cells of a row, beyond which the row is refused.
  package static let cellLimit = 65_536
  package static let rowLimit = 1_048_576
  package static let columnLimit = 1_024

  private enum State {
    case cellStart, plain, quoted
    /// After a quote inside a quoted cell: the end of the cell, or the first of two.
    case quoteInQuoted
  }

  private var heading: CSVHeadingLine? = CSVHeadingLine()
  private var separator = CSVByte.comma
  private var state = State.cellStart
  private var endedInReturn = false
  private var row = FileRowBuilder(number: 1)

  package init() {}

  /// The next line tells the separator anew: the one before it was a title.
  mutating func expectHeading() {
    heading = CSVHeadingLine(given: heading?.given)
  }

  /// The next row that ends in this piece, moving the place behind it; nil when the piece is used up.
  package mutating func next(
    in piece: UnsafeBufferPointer<UInt8>, from place: inout Int
  ) throws(CSVError) -> FileRow? {
    while place < piece.count {
      if heading != nil {
        if let row = try readHeading(piece, &place) { return row }
      } else if try read(piece, &place) {
        if let row = finishedRow() { return row }
      }
    }
    return nil
  }

  /// The row that the end of the text ends, if there is one.
  package mutating func last() throws(CSVError) -> FileRow? {
    if let line = heading {
      heading = nil
      separator = line.separator
      return line.bytes.isEmpty ? nil : try wholeRow(line.bytes)
    }
    if state == .quoted { throw .unclosedQuote(row: row.number) }
    guard row.hasBegun else { return nil }
    row.endCell()
    return finishedRow()
  }

  private mutating func finishedRow() -> FileRow? {
    let finished = row.finish()
    return finished.isEmpty ? nil : finished
  }

  private mutating func readHeading(
    _ piece: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) throws(CSVError) -> FileRow? {
    skipFeedAfterReturn(piece, &place)
    guard let end = heading?.take(piece, from: &place), let line = heading else { return nil }
    if end == .atNUL { throw .nul(row: row.number) }
    if end == .tooLong { throw .headingTooLong(row: row.number) }
    separator = line.separator
    let found = try wholeRow(line.bytes)
    endedInReturn = end == .atReturn
    let isToldOnly = line.toldSeparator != nil
    heading = found == nil || isToldOnly ? CSVHeadingLine(given: line.toldSeparator ?? line.given) : nil
    return isToldOnly ? nil : found
  }

  /// Reads a line that has been gathered without its end.
  private mutating func wholeRow(_ line: [UInt8]) throws(CSVError) -> FileRow? {
    let isReadWhole = try line.withUnsafeBufferPointer { line throws(CSVError) in
      var place = 0
      return try !read(line, &place)
    }
    guard isReadWhole, state != .quoted else { throw .unclosedQuote(row: row.number) }
    row.endCell()
    state = .cellStart
    return finishedRow()
  }

  private mutating func skipFeedAfterReturn(_ piece: UnsafeBufferPointer<UInt8>, _ place: inout Int) {
    guard endedInReturn, place < piece.count else { return }
    if piece[place] == CSVByte.feed { place += 1 }
    endedInReturn = false
  }

  /// Reads on to the end of the row, true, or of the piece, false.
  private mutating func read(
    _ piece: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) throws(CSVError) -> Bool {
    skipFeedAfterReturn(piece, &place)
    while place < piece.count {
      switch state {
      case .cellStart:
        state = piece[place] == CSVByte.quote ? .quoted : .plain
        row.hasBegun = true
        if state == .quoted { place += 1 }
      case .plain:
        if try readPlain(piece, &place) { return true }
      case .quoted:
        try readQuoted(piece, &place)
      case .quoteInQuoted:
        readAfterQuote(piece, &place)
      }
    }
    return false
  }

  /// A run of plain bytes and what ends it; true at the end of the row.
  private mutating func readPlain(
    _ piece: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) throws(CSVError) -> Bool {
    let start = place
    while place < piece.count, !isEnd(piece[place]) { place += 1 }
    row.append(piece[start..<place])
    guard place < piece.count else { return false }
    let byte = piece[place]
    if byte == 0 { throw .nul(row: row.number) }
    place += 1
    row.endCell()
    state = .cellStart
    endedInReturn = byte == CSVByte.carriageReturn
    return byte != separator
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == CSVByte.feed || byte == CSVByte.carriageReturn || byte == 0
  }

  private mutating func readQuoted(
    _ piece: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) throws(CSVError) {
    let start = place
    while place < piece.count, piece[place] != CSVByte.quote, piece[place] != 0 { place += 1 }
    row.append(piece[start..<place])
    guard place < piece.count else { return }
    if piece[place] == 0 { throw .nul(row: row.number) }
    place += 1
    state = .quoteInQuoted
  }

  /// What follows a closing quote before the separator is taken as it stands.
  private mutating func readAfterQuote(_ piece: UnsafeBufferPointer<UInt8>, _ place: inout Int) {
    guard piece[place] == CSVByte.quote else { return state = .plain }
    row.append(piece[place..<place + 1])
    place += 1
    state = .quoted
  }
}

enum CSVByte {
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")
  static let blank = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let feed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
