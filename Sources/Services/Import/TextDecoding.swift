/// Turns the bytes of a file into UTF-8, piece by piece, and finds out their encoding on the way (R12.3).
///
/// A byte order mark decides; else zero bytes tell UTF-16; else the first 64 KiB from the first byte beyond ASCII
/// tell UTF-8 or GB18030. However the bytes are cut into pieces, the text is the same. No more is held than one
/// piece and 64 KiB.
package struct TextDecoding {
  /// Nil as long as all was ASCII, where it makes no difference.
  package private(set) var encoding: TextEncoding?

  /// Bytes that decide between encodings.
  static let sample = 65_536

  /// What was not decoded yet: the sample as it gathers, then the first bytes of an unfinished UTF-8 character.
  private var pending: [UInt8] = []
  /// Where the pending bytes start in the file.
  private var offset = 0
  private var converter: Iconv?

  package init() {}

  /// Appends the text of these bytes, as far as it can be known.
  package mutating func decode(
    _ bytes: some Collection<UInt8>, isLast: Bool, into text: inout [UInt8]
  ) throws(TextError) {
    if let converter { return try converter.convert(bytes, isLast: isLast, into: &text) }
    pending.append(contentsOf: bytes)
    if encoding == nil { try decide(isLast: isLast, into: &text) }
    if let converter {
      defer { pending = [] }
      return try converter.convert(pending, isLast: isLast, into: &text)
    }
    if encoding == .utf8 { try passOn(isLast: isLast, into: &text) }
  }

  /// Settles the encoding once enough has come, and passes on the ASCII before that.
  private mutating func decide(isLast: Bool, into text: inout [UInt8]) throws(TextError) {
    guard isLast || pending.count >= Self.sample else { return }
    if offset == 0, try decideByHead() { return }
    let ascii = pending.firstIndex { $0 >= 0x80 } ?? pending.count
    text.append(contentsOf: pending.prefix(ascii))
    drop(ascii)
    guard !pending.isEmpty, isLast || pending.count >= Self.sample else { return }
    try settle(TextEncoding.told(by: pending.prefix(Self.sample)))
  }

  private mutating func decideByHead() throws(TextError) -> Bool {
    let head = pending.prefix(Self.sample)
    if let workbook = TextEncoding.workbook(head) { throw workbook }
    if let (encoding, length) = TextEncoding.marked(head) {
      drop(length)
      try settle(encoding)
    } else if let encoding = TextEncoding.unmarkedUTF16(head) {
      try settle(encoding)
    }
    return encoding != nil
  }

  private mutating func settle(_ encoding: TextEncoding) throws(TextError) {
    self.encoding = encoding
    if encoding != .utf8 { converter = try Iconv(from: encoding, at: offset) }
  }

  /// UTF-8 needs no conversion, only a check.
  private mutating func passOn(isLast: Bool, into text: inout [UInt8]) throws(TextError) {
    var valid = pending.count
    switch UTF8Check.check(pending[...]) {
    case .valid: break
    case .unfinished(let start) where !isLast: valid = start
    case .unfinished(let start), .invalid(let start): throw .undecodable(.utf8, offset: offset + start)
    }
    text.append(contentsOf: pending.prefix(valid))
    drop(valid)
  }

  private mutating func drop(_ count: Int) {
    pending.removeFirst(count)
    offset += count
  }
}
