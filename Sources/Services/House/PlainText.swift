import Domain

/// Texts from outside, before they are kept: what would act on a terminal instead of being shown there is refused
/// (R12.2, R12.5).
enum PlainText {
  /// Whether there is no control character in it, and none that turns the direction of writing round.
  ///
  /// - Parameter lines: whether it may have several lines, and tabs in them.
  static func isPlain(_ text: String, lines: Bool = false) -> Bool {
    text.unicodeScalars.allSatisfy { !isControl($0) || (lines && isLayout($0)) }
  }

  /// With line ends as the house writes them.
  static func withPlainLineEnds(_ text: String) -> String {
    text.utf8.contains(13) ? text.replacing("\r\n", with: "\n") : text
  }

  /// In one line: cells of a spreadsheet may have line ends and tabs between the parts of an address.
  static func inOneLine(_ text: some StringProtocol) -> String {
    let line = text.trimmedBlanks
    guard line.unicodeScalars.contains(where: isLayout) else { return String(line) }
    return line.split { $0.unicodeScalars.allSatisfy(isLayout) }.joined(separator: " ")
  }

  /// A short text as it is kept, in one line.
  static func line(_ text: String, _ field: String) throws(Refusal) -> String {
    let line = inOneLine(text)
    if line.utf8.count > NoteCheck.longestLine { throw .invalidField(field, .tooLong) }
    guard isPlain(line) else { throw .invalidField(field, .controlCharacters) }
    return line
  }

  /// With a blank in the place of whatever a terminal would act on.
  static func forTerminal(_ text: String) -> String {
    if isPlain(text) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }

  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || scalar == "\r"
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    // Line and paragraph separators; embeddings, overrides and isolates.
    case 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
