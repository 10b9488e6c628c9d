/// The encodings spreadsheet programs in China save tables in (R12.3).
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
}

/// Why bytes are no text.
package enum TextError: Error, Hashable, Sendable {
  /// The bytes at this offset of the file, counted from 0, stand for no character.
  case undecodable(TextEncoding, offset: Int)
  /// The C library of this host lacks the table of the encoding.
  case unavailable(TextEncoding)
  /// A workbook from before .xlsx (.xls), or one under a password.
  case oldWorkbook
  /// A workbook (.xlsx) that comes through a pipe, where it can't be unpacked.
  case pipedWorkbook
}

extension TextEncoding {
  /// The encoding told by a byte order mark, and how long the mark is.
  static func marked(_ head: ArraySlice<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    let marks: [(encoding: TextEncoding, bytes: [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
      (.gb18030, [0x84, 0x31, 0x95, 0x33]),
    ]
    return marks.first { head.starts(with: $0.bytes) }.map { ($0.encoding, $0.bytes.count) }
  }

  /// What kind of workbook it is instead of a text.
  static func workbook(_ head: ArraySlice<UInt8>) -> TextError? {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .pipedWorkbook }
    return head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) ? .oldWorkbook : nil
  }

  /// UTF-16 without a mark: digits, separators and line ends leave zero bytes, all but few of them on one side.
  /// (On the other side are characters like 一, U+4E00.) No other encoding of a text has zero bytes.
  static func unmarkedUTF16(_ head: ArraySlice<UInt8>) -> TextEncoding? {
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let (even, odd) = (zeros[0], zeros[1])
    guard even + odd >= 4, (even + odd) * 32 >= head.count else { return nil }
    if odd >= 4 * even { return .utf16LittleEndian }
    return even >= 4 * odd ? .utf16BigEndian : nil
  }

  /// UTF-8 where the sample is it, but for a slip among much that is; else GB18030, in which Chinese text hardly
  /// ever looks like UTF-8.
  static func told(by sample: ArraySlice<UInt8>) -> TextEncoding {
    let (sequences, slips) = UTF8Check.census(sample)
    return slips == 0 || sequences > slips * 20 ? .utf8 : .gb18030
  }
}
