import Domain
import Services

/// What is typed to narrow a list: words that must all be found, and fields like `级:B`.
struct ListFilter: Sendable, Equatable {
  /// Folded, and found in the name, in its pinyin initials, or in a number.
  private(set) var words: [String] = []
  private(set) var intent: String?

  init(_ text: String, fold: (String) -> String) {
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let value = ListFilter.value(of: word, named: ListFilter.intentNames) {
        intent = value.uppercased()
      } else {
        let folded = fold(String(word))
        if !folded.isEmpty { words.append(folded) }
      }
    }
  }

  private static let intentNames: Set<String> = ["级", "级别", "lv", "level"]

  /// What stands behind `级:`; nil where it is another word, or nothing does.
  private static func value(of word: Substring, named names: Set<String>) -> String? {
    let parts = word.split(maxSplits: 1, whereSeparator: { $0 == ":" || $0 == "：" })
    guard parts.count == 2, names.contains(parts[0].lowercased()) else { return nil }
    return String(parts[1])
  }

  /// Whether any word may be a number: then the numbers are needed.
  var hasDigits: Bool { words.contains { $0.count >= 3 && $0.allSatisfy(\.isNumber) } }

  func matches(name: String, initials: String, numbers: String, intent: String) -> Bool {
    if let wanted = self.intent, wanted != intent { return false }
    return words.allSatisfy { name.contains($0) || initials.contains($0) || numbers.contains($0) }
  }
}
