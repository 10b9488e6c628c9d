/// Reads tokens by a list of rules: at each place the first rule that fits takes what it understands.
struct WhenReader {
  let defaults: WhenDefaults
  /// Minutes of the day between which the house works.
  let deskHours: Range<Int>
  /// The minute of the day it is.
  let minuteOfNow: Int
  private(set) var parts = WhenParts()
  private let tokens: [WhenToken]
  private var place = 0

  /// A rule takes its tokens and says what they mean, or answers nil.
  typealias Rule = @Sendable (inout WhenReader) -> WhenFound?

  /// In this order: what looks more like something comes first.
  private static let rules: [Rule] = [
    WhenDistanceRules.distance, WhenDayRules.relativeDay, WhenDayRules.dayAfterTomorrow,
    WhenDateRules.partOfMonth, WhenDayRules.weekday,
    WhenDayRules.week, WhenDayRules.festival, WhenClockRules.past, WhenClockRules.hours,
    WhenDateRules.season,
    WhenDateRules.fullDate, WhenDateRules.monthAndDay, WhenDateRules.namedMonth,
    WhenDateRules.relativeMonth, WhenDateRules.relativeYear, WhenDateRules.dayOfMonth,
    WhenDateRules.periodEnd,
    WhenClockRules.fixed, WhenClockRules.dotted, WhenClockRules.time, WhenClockRules.span,
    WhenClockRules.bareHour,
  ]

  init(_ tokens: [WhenToken], defaults: WhenDefaults, deskHours: Range<Int>, minuteOfNow: Int) {
    self.tokens = tokens
    self.defaults = defaults
    self.deskHours = deskHours
    self.minuteOfNow = minuteOfNow
  }

  /// Everything the phrase says; throws at the first token no rule takes.
  mutating func read() throws(WhenError) -> WhenParts {
    skipFillers()
    guard place < tokens.count else { throw .unreadable(tokens.first?.source ?? "") }
    while place < tokens.count {
      let source = tokens[place].source
      guard let found = found() else { throw .unreadable(source) }
      if case .noSuchTime = found { throw .noSuchTime }
      guard parts.take(found) else { throw .unreadable(source) }
      skipEnd(of: found)
      if case .day = found { _ = take(anyOf: .before, .inside) }  // 周五之前 is told as 周五
      skipFillers()
    }
    return parts
  }

  /// 明天下午2点到4点, 9:00-10:00, 28号到30号: who calls then calls at the beginning.
  private mutating func skipEnd(of start: WhenFound) {
    let place = place
    skipFillers()
    guard sign(anyOf: "-") != nil || take(.until), let end = found(), start.isOfOneKind(as: end) else {
      self.place = place
      return
    }
    parts.end(with: end)
  }

  private mutating func found() -> WhenFound? {
    for rule in Self.rules {
      let start = place
      if let found = rule(&self) { return found }
      place = start
    }
    return nil
  }
}

/// What rules are made of: each takes the next token where it fits, and else leaves it.
extension WhenReader {
  private var next: WhenToken.Kind? { place < tokens.count ? tokens[place].kind : nil }

  mutating func number() -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits) = next else { return nil }
    place += 1
    return (value, digits)
  }

  /// 20261203
  mutating func compactDate() -> Int? {
    guard case .compactDate(let date) = next else { return nil }
    place += 1
    return date
  }

  var isNumberNext: Bool {
    if case .number = next { return true }
    return false
  }

  var isUnitNext: Bool {
    switch next {
    case .word(.unit), .word(.piece), .word(.mark): true
    default: false
    }
  }

  func isNext(_ words: WhenWord...) -> Bool {
    if case .word(let word) = next { return words.contains(word) }
    return false
  }

  /// What a rule finds here; nothing is taken where it finds nothing.
  mutating func attempt<Found>(_ rule: (inout WhenReader) -> Found?) -> Found? {
    let start = place
    if let found = rule(&self) { return found }
    place = start
    return nil
  }

  /// 下, 下下, 下下下; 这, 上: weeks or months from this one.
  mutating func which() -> Int? {
    guard let first = word(\.which) else { return nil }
    var sum = first
    while let more = word({ $0.which == 1 || $0.which == 2 ? $0.which : nil }) { sum += more }
    return sum
  }

  /// 第三, `first`; -1 for the last.
  mutating func ordinal() -> Int? {
    if take(.nth) { return number()?.value }
    return word { if case .ordinal(let number) = $0 { number } else { nil } }
  }

  /// The first token of the phrase, as it was typed.
  mutating func takeFirst(_ sources: [String]) -> Bool {
    guard place == 0, let first = tokens.first, sources.contains(first.source) else { return false }
    place += 1
    return true
  }

  mutating func take(_ word: WhenWord) -> Bool {
    guard next == .word(word) else { return false }
    place += 1
    return true
  }

  mutating func take(anyOf words: WhenWord...) -> Bool {
    guard case .word(let word) = next, words.contains(word) else { return false }
    place += 1
    return true
  }

  mutating func take(sign: Character) -> Bool {
    guard next == .sign(sign) else { return false }
    place += 1
    return true
  }

  mutating func sign(anyOf signs: String) -> Character? {
    guard case .sign(let sign) = next, signs.contains(sign) else { return nil }
    place += 1
    return sign
  }

  /// The next word, if this function finds its meaning in it.
  mutating func word<Meaning>(_ meaning: (WhenWord) -> Meaning?) -> Meaning? {
    guard case .word(let word) = next, let found = meaning(word) else { return nil }
    place += 1
    return found
  }

  mutating func skipFillers() {
    while true {
      if let isAgreed = word({ if case .agreed(let isAgreed) = $0 { isAgreed } else { nil } }) {
        parts.isAgreed = isAgreed
      } else if !take(.filler) {
        return
      }
    }
  }

  /// Whether a number with so many digits stands next, not followed by a colon: a year, not 9:00.
  mutating func year() -> Int? {
    let start = place
    skipFillers()
    if let number = number(), number.digits == 4, (2000...2999).contains(number.value), next != .sign(":") {
      return number.value
    }
    place = start
    return nil
  }
}

extension WhenWord {
  fileprivate var which: Int? {
    if case .which(let count) = self { count } else { nil }
  }
}
