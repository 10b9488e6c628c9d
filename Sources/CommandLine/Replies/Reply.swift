import FoundationEssentials

/// What a command answers: one item, or a list of them; each as a line of text and as a JSON object.
struct Reply {
  struct Item {
    let json: JSONOutput
    let text: String
  }

  let items: [Item]
  /// What is said instead of an empty list, in text.
  let whenEmpty: String
  /// What is said below a list, in text.
  var footnote = ""
  /// 1 where the answer is that something is wrong.
  var status: Int32 = 0

  init(_ json: [String: JSONOutput], text: String) {
    items = [Item(json: .object(json), text: text)]
    whenEmpty = ""
  }

  init(list items: [Item], whenEmpty: String) {
    self.items = items
    self.whenEmpty = whenEmpty
  }

  func rendered(asJSON: Bool) -> String {
    if items.isEmpty { return asJSON || whenEmpty.isEmpty ? "" : whenEmpty + "\n" }
    let lines = items.map { (asJSON ? $0.json.line : Reply.cleaned($0.text)) + "\n" }.joined()
    return asJSON || footnote.isEmpty ? lines : lines + footnote + "\n"
  }

  /// R12.5: no control or escape sequence from data is ever sent to a terminal. Line ends and tabs are ours.
  static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isUnsafe($0) ? "?" : $0 }))
  }

  /// In one line, whatever was typed.
  static func inOneLine(_ text: String) -> String {
    cleaned(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  fileprivate static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    // Line separators; marks, overrides and isolates of direction would turn a line round.
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension JSONOutput {
  /// One line of JSON. What would act on a terminal is escaped, so that nothing of it is lost.
  var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "{}" }
    let line = String(decoding: data, as: UTF8.self)
    guard line.unicodeScalars.contains(where: Reply.isUnsafe) else { return line }
    return line.unicodeScalars.reduce(into: "") { $0 += Reply.isUnsafe($1) ? $1.jsonEscape : String($1) }
  }
}

extension Unicode.Scalar {
  /// `\u202e`
  fileprivate var jsonEscape: String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
