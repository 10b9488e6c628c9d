/// What the next contact is read with (R6.2): the words of both languages, and the days of the festivals.
package final class WhenVocabulary: Sendable {
  /// Folded words (`WhenFolding`) and what they say.
  let words: [String: [WhenWord]]
  /// Characters of the longest word.
  let longest: Int
  /// The days of each festival and feast, in their order.
  private let days: [String: [Day]]
  /// Those of every festival, in their order.
  private let festivals: [Day]

  /// Any festival, whichever comes next: 节后.
  private static let anyFestival = "any"

  /// - Parameters:
  ///   - words: words of one meaning parted by bars, and that meaning, as in when_words.tsv.
  ///   - festivals: a festival and a day it falls on.
  ///   - feasts: the same of those that bring no days off.
  package init(
    words rows: [(words: String, meaning: String)], festivals: [(String, Day)], feasts: [(String, Day)]
  ) {
    var words: [String: [WhenWord]] = [:]
    for row in rows {
      let meaning = WhenVocabulary.meaning(row.meaning)
      for word in row.words.split(separator: "|") { words[String(word)] = meaning }
    }
    self.words = words
    longest = words.keys.map(\.count).max() ?? 0
    days = Dictionary(grouping: festivals + feasts, by: \.0).mapValues { $0.map(\.1).sorted() }
    self.festivals = festivals.map(\.1).sorted()
  }

  /// Whether every part of a meaning is known; a slip in the table would make its words say less in silence.
  package static func isKnown(meaning text: String) -> Bool {
    meaning(text).count == text.split(separator: " ").count
  }

  private static func meaning(_ text: String) -> [WhenWord] {
    text.split(separator: " ").compactMap { WhenWord($0) }
  }

  func days(of festival: String) -> [Day] {
    festival == WhenVocabulary.anyFestival ? festivals : days[festival] ?? []
  }
}

extension WhenWord {
  /// `day:1`, `span:evening`, `half`
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let name = parts.first else { return nil }
    let word = parts.count == 2 ? WhenWord.named(name, parts[1]) : WhenWord.plain[name]
    guard let word else { return nil }
    self = word
  }

  private static let plain: [Substring: WhenWord] = [
    "month_start": .monthStart, "month_middle": .monthMiddle, "month_end": .monthEnd, "start": .start,
    "middle": .middle, "late": .late, "end": .end, "year_start": .yearStart, "year_end": .yearEnd,
    "last_day": .lastDay, "nth": .nth, "opening": .opening, "closing": .closing, "closed": .closed,
    "same_time": .sameTime, "hour": .hour, "season": .season, "inside": .inside,
    "quarter": .quarter, "half": .half, "piece": .piece, "within": .within, "after": .after,
    "following": .following, "before": .before, "until": .until, "filler": .filler,
  ]

  private static func named(_ name: Substring, _ value: Substring) -> WhenWord? {
    switch name {
    case "span": return WhenSpan(rawValue: String(value)).map(WhenWord.span)
    case "mark": return WhenMark(rawValue: String(value)).map(WhenWord.mark)
    case "unit": return WhenUnit(rawValue: String(value)).map(WhenWord.unit)
    case "festival": return .festival(String(value))
    default: break
    }
    guard let number = Int(value) else { return nil }
    switch name {
    case "day": return .day(number)
    case "which": return .which(number)
    case "year": return .year(number)
    case "count": return .count(number)
    case "agreed": return .agreed(number == 1)
    case "clock": return .clock(number)
    case "past": return .past(number)
    case "ordinal": return .ordinal(number)
    case "month_name": return .monthName(number)
    case "weekday": return Weekday(rawValue: number).map(WhenWord.weekday)
    default: return nil
    }
  }
}
