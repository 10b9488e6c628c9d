/// Gathers the first line, which tells the separator before anything can be read.
struct CSVHeadingLine {
  enum End {
    case atFeed, atReturn, atNUL
    /// Beyond any heading, perhaps as a quote was left open.
    case tooLong
  }

  /// Of several equally frequent, the last is taken.
  private static let separators = [CSVByte.semicolon, CSVByte.tab, CSVByte.comma]

  /// What a line before it said.
  let given: UInt8?
  private(set) var bytes: [UInt8] = []
  private var isInQuotes = false
  private var counts: [UInt8: Int] = [:]

  init(given: UInt8? = nil) {
    self.given = given
  }

  /// `;` of a line `sep=;`, as spreadsheets take it for an order and never for a row.
  var toldSeparator: UInt8? {
    let line = bytes.filter { $0 != CSVByte.quote && $0 != CSVByte.blank }
    guard line.count == 5, line.starts(with: "sep=".utf8) || line.starts(with: "SEP=".utf8) else {
      return nil
    }
    return line.last
  }

  /// The most frequent outside quotes; the comma where there is none.
  var separator: UInt8 {
    if let given { return given }
    return Self.separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? CSVByte.comma
  }

  /// Takes bytes to the end of the line, moving the place behind it; nil when there is more to come.
  mutating func take(_ piece: UnsafeBufferPointer<UInt8>, from place: inout Int) -> End? {
    while place < piece.count {
      let byte = piece[place]
      place += 1
      if let end = end(at: byte) { return end }
      bytes.append(byte)
      if bytes.count > CSVReader.cellLimit { return .tooLong }
    }
    return nil
  }

  private mutating func end(at byte: UInt8) -> End? {
    if byte == 0 { return .atNUL }
    if byte == CSVByte.quote, isInQuotes || canOpenQuote { isInQuotes.toggle() }
    if isInQuotes { return nil }
    if byte == CSVByte.feed { return .atFeed }
    if byte == CSVByte.carriageReturn { return .atReturn }
    if Self.separators.contains(byte) { counts[byte, default: 0] += 1 }
    return nil
  }

  /// At the start of a cell, or after a quote that turns out to be the first of two.
  private var canOpenQuote: Bool {
    guard let last = bytes.last else { return true }
    return last == CSVByte.quote || Self.separators.contains(last)
  }
}
