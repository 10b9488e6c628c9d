/// The texts a workbook keeps once for all its cells, one after the other.
package struct SharedStrings {
  /// Of all texts together; a table that needs more is no list of customers.
  static let limit = 268_435_456

  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  package init(_ xml: XMLScanner) throws(WorkbookError) {
    var xml = xml
    var text = CellText()
    while true {
      let event = try xml.next()
      if event == .finish { return }
      text.take(event, xml)
      if event == .start, xml.name == "si" { text = CellText() }
      if event == .end, xml.name == "si" { try append(text.string()) }
    }
  }

  private mutating func append(_ string: [UInt8]) throws(WorkbookError) {
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    if bytes.count + ends.count * 8 > SharedStrings.limit { throw .tooLarge }
  }

  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}

/// Gathers what stands in a cell: its value, or the runs of its rich text, without the readings of characters.
struct CellText {
  private(set) var bytes: [UInt8] = []
  private var isOpen = false
  private var isReading = false

  mutating func take(_ event: XMLScanner.Event, _ xml: XMLScanner) {
    switch event {
    case .text where isOpen && !isReading && bytes.count <= CSVReader.cellLimit:
      bytes.append(contentsOf: xml.text)
    case .start, .end:
      let isStart = event == .start
      if xml.name == "t" || xml.name == "v" { isOpen = isStart }
      if xml.name == "rPh" { isReading = isStart }
    case .text, .finish: break
    }
  }

  /// As a text: `_x000D_` stands for the character of that number.
  func string() throws(WorkbookError) -> [UInt8] {
    guard UTF8Check.check(bytes[...]) == .valid else { throw .damaged }
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var (text, rest) = ([UInt8](), bytes[...])
    while let byte = rest.first {
      if let scalar = CellText.escaped(rest) {
        text.append(contentsOf: String(scalar).utf8)
        rest = rest.dropFirst(7)
      } else {
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  private static func escaped(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard text.starts(with: "_x".utf8), text.count >= 7, text.dropFirst(6).first == UInt8(ascii: "_")
    else { return nil }
    return UInt32(String(decoding: text.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
      .flatMap(Unicode.Scalar.init)
  }
}
