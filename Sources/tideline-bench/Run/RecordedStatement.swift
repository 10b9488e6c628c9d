/// A statement as it was run, with the values it was given.
struct RecordedStatement {
  struct Unreadable: Error {
    let sql: String
  }

  let sql: String
  private(set) var values: [BareStatement.Value] = []

  /// - Parameter expanded: the same text with a literal in the place of each value, as SQLite tells it.
  init(_ sql: String, expanded: String) throws(Unreadable) {
    self.sql = sql
    var (text, literals) = (sql.utf8[...], expanded.utf8[...])
    while let byte = text.popFirst() {
      if byte == UInt8(ascii: "?") {
        let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        text = text.dropFirst(digits.count)
        guard let value = RecordedStatement.value(&literals) else { throw Unreadable(sql: sql) }
        put(value, at: Int(Substring(digits)) ?? values.count + 1)
      } else {
        guard literals.popFirst() == byte else { throw Unreadable(sql: sql) }
        if byte == UInt8(ascii: "'") { RecordedStatement.skipQuoted(&text, &literals) }
      }
    }
  }

  private mutating func put(_ value: BareStatement.Value, at place: Int) {
    while values.count < place { values.append(.null) }
    values[place - 1] = value
  }

  /// A question mark within quotes is none.
  private static func skipQuoted(_ text: inout Substring.UTF8View, _ literals: inout Substring.UTF8View) {
    while let byte = text.popFirst(), literals.popFirst() == byte, byte != UInt8(ascii: "'") {}
  }

  private static func value(_ literals: inout Substring.UTF8View) -> BareStatement.Value? {
    if literals.first == UInt8(ascii: "'") { return .text(quoted(&literals)) }
    let word = literals.prefix { isOfWord($0) }
    literals = literals.dropFirst(word.count)
    return word.elementsEqual("NULL".utf8) ? .null : Int64(Substring(word)).map { .integer($0) }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    let letter = Unicode.Scalar(byte)
    return letter == "-" || ("0"..."9").contains(letter) || ("A"..."Z").contains(letter)
  }

  /// A quote within is doubled.
  private static func quoted(_ literals: inout Substring.UTF8View) -> String {
    var parts: [Substring] = []
    repeat {
      let part = literals.dropFirst().prefix { $0 != UInt8(ascii: "'") }
      parts.append(Substring(part))
      literals = literals.dropFirst(part.count + 2)
    } while literals.first == UInt8(ascii: "'")
    return parts.joined(separator: "'")
  }
}
