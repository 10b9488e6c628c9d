/// What comes between the marks of a bracketed paste. Only the closing mark ends it; beyond the bound bytes are lost.
struct PasteBuffer: Sendable {
  /// Bytes kept of one paste.
  static let bound = 1 << 20

  private static let closing = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []

  /// - Returns: whether this byte completes the closing mark.
  mutating func append(_ byte: UInt8) -> Bool {
    bytes.append(byte)
    if byte == PasteBuffer.closing.last, bytes.suffix(PasteBuffer.closing.count) == PasteBuffer.closing[...] {
      bytes.removeLast(PasteBuffer.closing.count)
      return true
    }
    if bytes.count > PasteBuffer.bound + 4096 { bytes.removeSubrange(PasteBuffer.bound..<bytes.count - 8) }
    return false
  }

  var text: String { PasteBuffer.text(of: bytes) }

  /// Line ends as `\n`, malformed bytes replaced.
  static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes.prefix(bound), as: UTF8.self).unicodeScalars {
      if scalar == "\r" || scalar == "\n" && previous != "\r" {
        text.unicodeScalars.append("\n")
      } else if scalar != "\n" {
        text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return text
  }
}
