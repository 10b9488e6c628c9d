/// Reads JSON with comments and trailing commas, as the policies that ship are written, in a small part of the time
/// of the general decoder, which the start of the program can't spare. It gives up on whatever else there may be
/// (single quotes, doubled keys, half characters): that is for the general decoder to read or to refuse.
struct JSONText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private static let deepest = 64

  private struct Unread: Error {}

  /// Nil where it gave up.
  static func value(of bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    var text = JSONText(bytes: bytes)
    guard let value = try? text.value(depth: 0), (try? text.skipBlanks()) != nil,
      text.place == bytes.count
    else { return nil }
    return value
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func value(depth: Int) throws(Unread) -> JSONValue {
    guard depth < JSONText.deepest else { throw Unread() }
    try skipBlanks()
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try list(depth)
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  // MARK: what holds others

  private mutating func object(_ depth: Int) throws(Unread) -> JSONValue {
    var fields: [String: JSONValue] = [:]
    try members(until: UInt8(ascii: "}")) { text throws(Unread) in
      let key = try text.string()
      try text.skipBlanks()
      try text.take(UInt8(ascii: ":"))
      let value = try text.value(depth: depth + 1)
      guard fields.updateValue(value, forKey: key) == nil else { throw Unread() }
    }
    return .object(fields)
  }

  private mutating func list(_ depth: Int) throws(Unread) -> JSONValue {
    var items: [JSONValue] = []
    try members(until: UInt8(ascii: "]")) { text throws(Unread) in
      items.append(try text.value(depth: depth + 1))
    }
    return .list(items)
  }

  /// Members with commas between them, and maybe one behind the last.
  private mutating func members(
    until end: UInt8, _ member: (inout JSONText) throws(Unread) -> Void
  ) throws(Unread) {
    place += 1
    while true {
      try skipBlanks()
      if try peek() == end { break }
      try member(&self)
      try skipBlanks()
      if try peek() == end { break }
      try take(UInt8(ascii: ","))
    }
    place += 1
  }

  // MARK: what stands by itself

  private mutating func string() throws(Unread) -> String {
    try take(UInt8(ascii: "\""))
    let start = place
    while true {
      let byte = try peek()
      // Escapes are rare, and the general decoder knows them all.
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { throw Unread() }
      if byte == UInt8(ascii: "\"") { break }
      place += 1
    }
    defer { place += 1 }
    guard let text = String(validating: bytes[start..<place], as: UTF8.self) else { throw Unread() }
    return text
  }

  /// Whole numbers of up to nine digits.
  private mutating func number() throws(Unread) -> JSONValue {
    let start = place
    var number = 0
    while place < bytes.count, (48...57).contains(bytes[place]) {
      number = number * 10 + Int(bytes[place] - 48)
      place += 1
      guard place - start < 10 else { throw Unread() }
    }
    let isPlain = place < bytes.count && !".eExX".utf8.contains(bytes[place])
    guard place > start, isPlain, bytes[start] != 48 || place == start + 1 else { throw Unread() }
    return .number(Double(number))
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Unread) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[index]) }
    return value
  }

  // MARK: bytes

  private func peek() throws(Unread) -> UInt8 {
    guard place < bytes.count else { throw Unread() }
    return bytes[place]
  }

  private mutating func take(_ byte: UInt8) throws(Unread) {
    guard try peek() == byte else { throw Unread() }
    place += 1
  }

  /// Blanks, line ends, and comments to the end of a line.
  private mutating func skipBlanks() throws(Unread) {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case UInt8(ascii: "/"):
        place += 1
        try take(UInt8(ascii: "/"))
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      default: return
      }
    }
  }
}
