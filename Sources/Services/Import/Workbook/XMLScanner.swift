/// Takes XML apart, tag by tag, from UTF-8 that comes in pieces: as much of XML as workbooks are made of. A document
/// type is refused, so nothing can grow by entities of its own.
package struct XMLScanner {
  package enum Event: Sendable {
    case start, end, text
    /// The end of the document.
    case finish
  }

  /// Bytes of a tag, and of a stretch of text that is passed on at once.
  package static let limit = 65_536
  private static let attributeLimit = 256

  /// Of the element that starts or ends, without its prefix.
  package private(set) var name = ""
  /// The text found last. A long one, or one with comments in it, comes in several stretches.
  package private(set) var text: [UInt8] = []
  private var attributes: [(name: String, value: String)] = []

  private let more: () throws(WorkbookError) -> ArraySlice<UInt8>
  private var piece: ArraySlice<UInt8> = []
  private var place = 0
  private var isAtEnd = false
  private var isAtTag = false
  /// `<a/>` is told as a start and an end.
  private var isEmptyElement = false
  private var depth = 0

  /// - Parameter more: the next piece; empty at the end.
  package init(_ more: @escaping () throws(WorkbookError) -> ArraySlice<UInt8>) {
    self.more = more
  }

  /// The attribute of this name, without its prefix, of the element that started.
  package subscript(name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  package mutating func next() throws(WorkbookError) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      depth -= 1
      return .end
    }
    text.removeAll(keepingCapacity: true)
    while isAtTag || text.count < XMLScanner.limit {
      if isAtTag {
        isAtTag = false
        if let event = try markup() { return event }
      }
      guard let byte = try byte() else { return try atEnd() }
      if byte == UInt8(ascii: "<") {
        isAtTag = true
        if !text.isEmpty { return .text }
      } else if byte == UInt8(ascii: "&") {
        text += try entity()
      } else {
        text.append(byte)
      }
    }
    return .text
  }

  private func atEnd() throws(WorkbookError) -> Event {
    if !text.isEmpty { return .text }
    if depth != 0 { throw .damaged }
    return .finish
  }

  // MARK: bytes

  private mutating func byte() throws(WorkbookError) -> UInt8? {
    while place == piece.endIndex {
      if isAtEnd { return nil }
      piece = []
      piece = try more()
      place = piece.startIndex
      isAtEnd = piece.isEmpty
    }
    defer { place += 1 }
    return piece[place]
  }

  private mutating func required() throws(WorkbookError) -> UInt8 {
    guard let byte = try byte() else { throw .damaged }
    return byte
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private mutating func afterBlanks() throws(WorkbookError) -> UInt8 {
    var byte = try required()
    while isBlank(byte) { byte = try required() }
    return byte
  }

  private mutating func skip(through end: String) throws(WorkbookError) {
    var tail: [UInt8] = []
    let end = Array(end.utf8)
    while tail != end {
      tail.append(try required())
      if tail.count > end.count { tail.removeFirst() }
    }
  }

  // MARK: tags

  /// What follows a `<`; nil for what is passed over.
  private mutating func markup() throws(WorkbookError) -> Event? {
    let byte = try required()
    switch byte {
    case UInt8(ascii: "/"): return try endTag()
    case UInt8(ascii: "?"): try skip(through: "?>")
    case UInt8(ascii: "!"): try declaration()
    default: return try startTag(byte)
    }
    return nil
  }

  private mutating func endTag() throws(WorkbookError) -> Event {
    let (name, end) = try self.name(from: try required())
    guard try isBlank(end) ? afterBlanks() == UInt8(ascii: ">") : end == UInt8(ascii: ">"), depth > 0
    else { throw .damaged }
    self.name = name
    depth -= 1
    return .end
  }

  private mutating func startTag(_ first: UInt8) throws(WorkbookError) -> Event {
    attributes.removeAll(keepingCapacity: true)
    var (name, byte) = try self.name(from: first)
    self.name = name
    while true {
      if isBlank(byte) { byte = try afterBlanks() }
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "/") {
        guard try required() == UInt8(ascii: ">") else { throw .damaged }
        isEmptyElement = true
        break
      }
      try attribute(byte)
      byte = try required()
    }
    depth += 1
    return .start
  }

  private mutating func attribute(_ first: UInt8) throws(WorkbookError) {
    let (name, end) = try self.name(from: first)
    guard try isBlank(end) ? afterBlanks() == UInt8(ascii: "=") : end == UInt8(ascii: "="),
      attributes.count < XMLScanner.attributeLimit
    else { throw .damaged }
    let quote = try afterBlanks()
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .damaged }
    var value: [UInt8] = []
    var byte = try required()
    while byte != quote {
      if byte == UInt8(ascii: "&") { value += try entity() } else { value.append(byte) }
      if value.count > XMLScanner.limit { throw .damaged }
      byte = try required()
    }
    attributes.append((name, String(decoding: value, as: UTF8.self)))
  }

  /// A name without its prefix, and the byte that ended it.
  private mutating func name(from first: UInt8) throws(WorkbookError) -> (String, UInt8) {
    var name: [UInt8] = []
    var byte = first
    while !isBlank(byte), !"<>/=\"'&".utf8.contains(byte) {
      if byte == UInt8(ascii: ":") { name.removeAll(keepingCapacity: true) } else { name.append(byte) }
      if name.count > 256 { throw .damaged }
      byte = try required()
    }
    if name.isEmpty { throw .damaged }
    return (String(decoding: name, as: UTF8.self), byte)
  }

  /// A comment is passed over; what stands in a CDATA section is text as it is.
  private mutating func declaration() throws(WorkbookError) {
    if try required() == UInt8(ascii: "-") {
      guard try required() == UInt8(ascii: "-") else { throw .damaged }
      return try skip(through: "-->")
    }
    for expected in "CDATA[".utf8 {
      guard try required() == expected else { throw .damaged }
    }
    let end = Array("]]>".utf8)
    while !text.suffix(3).elementsEqual(end) {
      text.append(try required())
      if text.count > 4 * XMLScanner.limit { throw .tooLarge }
    }
    text.removeLast(3)
  }

  // MARK: entities

  /// What stands for a character, after its `&`.
  private mutating func entity() throws(WorkbookError) -> [UInt8] {
    var entity: [UInt8] = []
    var byte = try required()
    while byte != UInt8(ascii: ";") {
      entity.append(byte)
      if entity.count > 10 { throw .damaged }
      byte = try required()
    }
    guard let scalar = scalar(String(decoding: entity, as: UTF8.self)) else { throw .damaged }
    return Array(String(scalar).utf8)
  }

  private func scalar(_ entity: String) -> Unicode.Scalar? {
    switch entity {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard entity.hasPrefix("#") else { return nil }
      let isHexadecimal = entity.hasPrefix("#x")
      return UInt32(entity.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        .flatMap(Unicode.Scalar.init)
    }
  }
}
