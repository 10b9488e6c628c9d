import FoundationEssentials

/// What a command answers: one item, or a list of them; each as text and as a JSON object.
struct Reply {
  struct Item {
    let json: JSONOutput
    private let content: Content

    private enum Content {
      case lines(String)
      case row([String])
    }

    init(json: JSONOutput, text: String) {
      self.json = json
      content = .lines(text)
    }

    /// One line of a list.
    init(json: JSONOutput, row: [String]) {
      self.json = json
      content = .row(row)
    }

    /// As a pipe gets it.
    var text: String {
      switch content {
      case .lines(let text): Reply.cleaned(text)
      case .row(let cells): Reply.line(cells)
      }
    }

    var cells: [String]? {
      if case .row(let cells) = content { cells.map(Reply.inOneCell) } else { nil }
    }
  }

  let items: [Item]
  /// What stands above the columns of a list, on a terminal.
  var heading: [String] = []
  /// Above the columns in a pipe too: who reads them there later has no other way to tell them apart.
  var keepsHeading = false
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

  init(list items: [Item], under heading: [String] = [], whenEmpty: String) {
    self.items = items
    self.heading = heading
    self.whenEmpty = whenEmpty
  }

  /// - Parameter width: how many columns a text takes where the answer goes to a terminal; nil where it goes to a file
  ///   or a pipe, and tabs part the cells.
  func rendered(asJSON: Bool, width: ((String) -> Int)? = nil) -> String {
    if items.isEmpty { return asJSON || whenEmpty.isEmpty ? "" : whenEmpty + "\n" }
    if asJSON { return items.map { $0.json.line + "\n" }.joined() }
    let lines = width.map(inColumns) ?? inTabs
    return (lines + (footnote.isEmpty ? [] : [footnote])).map { $0 + "\n" }.joined()
  }

  private var inTabs: [String] {
    let lines = items.map(\.text)
    guard keepsHeading, let first = items.firstIndex(where: { $0.cells != nil }) else { return lines }
    return lines[..<first] + [Reply.line(heading)] + lines[first...]
  }

  private func inColumns(_ width: @escaping (String) -> Int) -> [String] {
    let first = items.firstIndex { $0.cells != nil } ?? items.count
    let columns = Columns([heading] + items.compactMap(\.cells), width: width)
    let head = heading.isEmpty || first == items.count ? [] : [columns.line(heading)]
    let lines = items.map { $0.cells.map(columns.line) ?? Reply.withoutTabs($0.text) }
    return lines[..<first] + head + lines[first...]
  }

  /// Parts of a line that stands in no columns.
  private static func withoutTabs(_ text: String) -> String {
    text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ")
  }

  /// R12.5: no control or escape sequence from data is ever sent to a terminal. Line ends and tabs are ours.
  static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isUnsafe($0) ? "?" : $0 }))
  }

  /// Between two tabs, whatever the data holds.
  static func inOneCell(_ text: String) -> String {
    let clean = cleaned(text)
    guard clean.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A }) else { return clean }
    return String(clean.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// A line whose parts a script tells apart.
  static func line(_ cells: [String]) -> String { cells.map(inOneCell).joined(separator: "\t") }

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
