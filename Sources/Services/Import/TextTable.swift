/// Bytes to text to rows, a piece at a time.
struct TextTable: ImportTable {
  private let source: ByteSource
  private var decoding = TextDecoding()
  private var reader = CSVReader()
  private var text: [UInt8] = []
  private var place = 0
  private var isAtEnd = false

  init(_ source: ByteSource) {
    self.source = source
  }

  var bytesTotal: Int? { source.size }
  var bytesRead: Int { source.bytesRead }

  mutating func expectHeading() { reader.expectHeading() }

  mutating func next() throws(ImportError) -> FileRow? {
    while true {
      do throws(CSVError) {
        if let row = try nextInPiece() { return row }
        if isAtEnd { return try reader.last() }
      } catch { throw .csv(error) }
      try readPiece()
    }
  }

  private mutating func nextInPiece() throws(CSVError) -> FileRow? {
    try text.withUnsafeBufferPointer { text throws(CSVError) in try reader.next(in: text, from: &place) }
  }

  private mutating func readPiece() throws(ImportError) {
    text.removeAll(keepingCapacity: true)
    place = 0
    let bytes = try source.next()
    isAtEnd = bytes.isEmpty
    do throws(TextError) {
      try decoding.decode(bytes, isLast: isAtEnd, into: &text)
    } catch { throw .text(error) }
  }
}
