import Domain

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
  private(set) var plan: Plan?
  /// Fields that nobody understands here: they narrow nothing, and whoever typed them is told.
  private(set) var unknown: [String] = []

  /// What the rows of a list have that a field can ask for.
  struct Fields: OptionSet {
    let rawValue: Int

    static let intent = Fields(rawValue: 1)
    static let tags = Fields(rawValue: 2)
    static let plan = Fields(rawValue: 4)
  }

  /// What comes next: nothing (R11.8), what was agreed, or what is ours (R6.1).
  enum Plan {
    case none, agreed, ours

    fileprivate init?(_ value: String) {
      switch value.lowercased() {
      case "无", "没有", "none": self = .none
      case "约", "预约", "agreed", "appt": self = .agreed
      case "回访", "ours", "callback": self = .ours
      default: return nil
      }
    }

    fileprivate func fits(_ next: NextContact?) -> Bool {
      switch self {
      case .none: next == nil
      case .agreed: next?.isAgreed == true
      case .ours: next?.isAgreed == false
      }
    }
  }

  /// - Parameter fields: those that are understood here.
  init(_ text: String, knowing fields: Fields = .intent, fold: (String) -> String) {
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let field = FilterField.Named(word) {
        if !take(field, knowing: fields, fold) { unknown.append(field.text) }
      } else {
        words.append(Word(typed: word.lowercased(), folded: fold(String(word))))
      }
    }
  }

  /// False where it is not understood. Of one without a value what is wanted is still to be typed.
  private mutating func take(
    _ field: FilterField.Named, knowing fields: Fields, _ fold: (String) -> String
  ) -> Bool {
    if field.value.isEmpty { return true }
    if fields.contains(.intent) && ListFilter.intentNames.contains(field.name) {
      intent = field.value.uppercased()
    } else if fields.contains(.tags) && FilterField.tagNames.contains(field.name) {
      tags.append(fold(field.value))
    } else if fields.contains(.plan) && ListFilter.planNames.contains(field.name) {
      plan = Plan(field.value)
      return plan != nil
    } else {
      return false
    }
    return true
  }

  private static let intentNames: Set<String> = ["级", "级别", "lv", "level"]
  private static let planNames: Set<String> = ["约", "下次", "plan", "next"]

  var isEmpty: Bool { words.isEmpty && intent == nil && tags.isEmpty && plan == nil }

  /// Whether any word may be a number: then the numbers are needed.
  var hasDigits: Bool { words.contains { $0.folded.count >= 3 && $0.folded.allSatisfy(\.isNumber) } }

  /// - Parameters:
  ///   - shown: what the row shows, cell by cell: whoever reads it there finds it.
  ///   - name: folded.
  func matches(
    _ shown: [String], name: String = "", initials: String = "", numbers: String = "", intent: String = "",
    tags: [String] = [], next: NextContact? = nil
  ) -> Bool {
    if let wanted = self.intent, wanted != intent { return false }
    if let plan, !plan.fits(next) { return false }
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
