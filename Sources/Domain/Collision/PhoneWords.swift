/// The words beside numbers (R5.3), folded to half width and lower case.
struct PhoneWords: Sendable {
  private let tokens: [String: PhoneToken]
  /// Those of them that stand within other words, as there are no blanks in Chinese: 总机转 holds 转.
  private let inner: [String]
  private let units: Set<String>
  /// What a whole field says in place of a number: 暂无, N/A.
  private let placeholders: Set<String>

  private static let roles: [String: PhoneToken] = [
    "fax": .faxLabel, "label": .otherLabel, "extension": .extensionMark(mayLead: true),
    "mark": .extensionMark(mayLead: false), "id": .idLabel,
  ]

  init(_ words: [(String, role: String)]) {
    tokens = Dictionary(
      words.compactMap { word in PhoneWords.roles[word.role].map { (word.0, $0) } },
      uniquingKeysWith: { first, _ in first })
    inner = words.map(\.0).filter { $0.utf8.first.map { $0 >= 0x80 } ?? false }.filter { [tokens] in
      tokens[$0] != nil
    }
    placeholders = Set(words.filter { $0.role == "none" }.map(\.0))
    units = Set(words.filter { $0.role == "unit" }.map(\.0))
  }

  /// Whether the field says that there is nothing, in whatever width and case.
  func isPlaceholder(_ text: String) -> Bool {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && !scalar.isInvisible {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      folded.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return folded.isEmpty || placeholders.contains(String(folded).lowercased())
  }

  /// A word may hold several marks: 电话传真.
  func tokens(of word: String) -> [PhoneToken] {
    if word.utf8.first.map({ $0 < 0x80 }) ?? true { return [tokens[word] ?? .word] }
    let found = inner.filter(word.contains).compactMap { tokens[$0] }
    return found.isEmpty ? [.word] : found
  }

  /// Whether the word behind digits counts them: 小时, 楼层; 分机 begins with 分 and is another thing.
  func isUnit(_ word: String) -> Bool {
    if tokens(of: word) != [.word] { return false }
    return (1...3).contains { units.contains(String(word.prefix($0))) }
  }
}
