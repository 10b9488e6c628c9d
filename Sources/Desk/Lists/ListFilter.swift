/// What is typed to narrow a list: words that must all be found, and fields like `级:B`.
struct ListFilter: Sendable, Equatable {
  /// A word as it was typed, for what a row shows, and folded, for names.
  struct Word: Sendable, Equatable {
    let typed: String
    let folded: String
  }

  private(set) var words: [Word] = []
  private(set) var intent: String?
  /// Folded; a row must have them all.
  private(set) var tags: [String] = []
  /// Fields that nobody understands here: they narrow nothing, and whoever typed them is told.
  private(set) var unknown: [String] = []

  /// - Parameters:
  ///   - knowsIntent: a row has a level.
  ///   - knowsTags: and tags.
  init(_ text: String, knowsIntent: Bool = true, knowsTags: Bool = false, fold: (String) -> String) {
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let field = FilterField.Named(word) {
        if knowsTags && FilterField.tagNames.contains(field.name) {
          // What is wanted of it is still to be typed.
          if !field.value.isEmpty { tags.append(fold(field.value)) }
        } else {
          take(field, knowsIntent: knowsIntent)
        }
      } else {
        words.append(Word(typed: word.lowercased(), folded: fold(String(word))))
      }
    }
  }

  private mutating func take(_ field: FilterField.Named, knowsIntent: Bool) {
    // What is wanted of it is still to be typed.
    if field.value.isEmpty { return }
    if knowsIntent && ListFilter.intentNames.contains(field.name) {
      intent = field.value.uppercased()
    } else {
      unknown.append(field.text)
    }
  }

  private static let intentNames: Set<String> = ["级", "级别", "lv", "level"]

  var isEmpty: Bool { words.isEmpty && intent == nil && tags.isEmpty }

  /// Whether any word may be a number: then the numbers are needed.
  var hasDigits: Bool { words.contains { $0.folded.count >= 3 && $0.folded.allSatisfy(\.isNumber) } }

  /// - Parameters:
  ///   - shown: what the row shows, cell by cell: whoever reads it there finds it.
  ///   - name: folded.
  func matches(
    _ shown: [String], name: String = "", initials: String = "", numbers: String = "", intent: String = "",
    tags: [String] = []
  ) -> Bool {
    if let wanted = self.intent, wanted != intent { return false }
    guard self.tags.allSatisfy({ wanted in tags.contains { $0.contains(wanted) } }) else { return false }
    let shown = words.isEmpty ? [] : shown.map { $0.lowercased() }
    return words.allSatisfy { word in
      shown.contains { $0.contains(word.typed) }
        || !word.folded.isEmpty && [name, initials, numbers].contains { $0.contains(word.folded) }
    }
  }
}

extension FilterField {
  static let tagNames: Set<String> = ["标签", "标", "tag"]

  /// `级:B`: a field, and what is wanted of it. A time of day has a colon too, and is a word.
  struct Named {
    let name: String
    let value: String
    let text: String

    init?(_ word: Substring) {
      let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
      guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(\.isLetter) else { return nil }
      name = parts[0].lowercased()
      value = String(parts[1])
      text = String(word)
    }
  }
}
