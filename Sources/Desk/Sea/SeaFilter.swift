import Domain
import Services

/// What is typed to search the sea: words, pinyin initials or a whole number, and fields like `业:塑料 原:二部 级:B 放:7d`.
struct SeaFilter {
  private enum Field {
    case industry, former, intent, released, place, tag

    init?(_ name: some StringProtocol) {
      switch name.lowercased() {
      case "业", "行业", "ind", "industry": self = .industry
      case "原", "原部门", "原持有", "from", "former": self = .former
      case "级", "级别", "lv", "level": self = .intent
      case "放", "释放", "rel", "released": self = .released
      case "地", "地区", "at", "place": self = .place
      case let name where FilterField.tagNames.contains(name): self = .tag
      default: return nil
      }
    }
  }

  private let text: String
  private let context: Context

  init(_ text: String, _ context: Context) {
    self.text = text
    self.context = context
  }

  private var words: [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// Narrows what a view lets through.
  func narrowed(_ view: SeaTerms) -> SeaTerms {
    var terms = view
    var found: [Substring] = []
    for word in words {
      guard let named = FilterField.Named(word) else {
        found.append(word)
        continue
      }
      // A field whose value is still to be typed narrows nothing.
      if let field = Field(named.name), !named.value.isEmpty { _ = set(field, named.value, in: &terms) }
    }
    terms.text = ([view.text[...]] + found).filter { !$0.isEmpty }.joined(separator: " ")
    return terms
  }

  /// Fields that nobody understands, and values that mean nothing to theirs.
  var unknown: [String] {
    words.compactMap { FilterField.Named($0) }.filter { named in
      if named.value.isEmpty { return false }
      var terms = SeaTerms()
      return Field(named.name).map { !set($0, named.value, in: &terms) } ?? true
    }.map(\.text)
  }

  /// - Returns: whether the value means anything.
  private func set(_ field: Field, _ value: String, in terms: inout SeaTerms) -> Bool {
    switch field {
    case .industry: terms.industry = value
    case .former: terms.former = value
    case .place: terms.place = value
    case .tag: terms.tags.append(value)
    case .intent:
      narrow(&terms, to: value)
      return value.uppercased().allSatisfy { context.policy.intent(String($0)) != nil }
    case .released:
      guard let days = ReleasedDays(value, today: context.today) else { return false }
      let from = days.from(context.calendar)
      terms.releasedFrom = max(terms.releasedFrom ?? from, from)
      terms.releasedBefore = days.before(context.calendar)
    }
    return true
  }

  /// `级:AB` means either.
  private func narrow(_ terms: inout SeaTerms, to value: String) {
    let wanted = value.uppercased().map(String.init)
    let fitting = terms.intents.isEmpty ? wanted : wanted.filter(terms.intents.contains)
    // No customer has the level "".
    terms.intents = fitting.isEmpty ? [""] : fitting
  }
}

/// The days `放:` means: `7d` and `7天` the last seven, `今` and `昨` one, `11-20` that one, `11-01~11-20` all from
/// the one to the other, `2026-11` and `11月` a whole month.
private struct ReleasedDays {
  private let first: Day
  /// Nil for up to now.
  private let last: Day?

  /// A release at 24:00 is shown with the day that ended; what came in last night is yet today's news.
  func from(_ calendar: HouseCalendar) -> Instant { calendar.start(of: first) + (last == nil ? 0 : 1) }
  func before(_ calendar: HouseCalendar) -> Instant? { last.map { calendar.end(of: $0) + 1 } }

  init?(_ text: String, today: Day) {
    let text = text.lowercased()
    switch text {
    case "今", "今天", "今日", "today": (first, last) = (today, nil)
    case "昨", "昨天", "昨日", "yesterday": (first, last) = (today - 1, today - 1)
    default:
      if let days = ReleasedDays.count(text) {
        (first, last) = (today - days, nil)
      } else if let (first, last) = ReleasedDays.span(text, today: today) {
        (self.first, self.last) = (first, last)
      } else if let month = ReleasedDays.month(text, today: today) {
        (first, last) = month
      } else if let day = ReleasedDays.day(text, today: today) {
        (first, last) = (day, day)
      } else {
        return nil
      }
    }
  }

  private static func count(_ text: String) -> Int? {
    let digits = text.hasSuffix("d") || text.hasSuffix("天") ? text.dropLast() : text[...]
    return Int(digits).flatMap { (0...3_650).contains($0) ? $0 : nil }
  }

  private static func span(_ text: String, today: Day) -> (Day, Day)? {
    let days = text.split { $0 == "~" || $0 == "." }.compactMap { day(String($0), today: today) }
    return days.count == 2 ? (days[0], days[1]) : nil
  }

  /// `2026-11`, `2026年11月`; `11月` of this year, or of the last where it is still to come.
  private static func month(_ text: String, today: Day) -> (Day, Day)? {
    let parts = text.split { "-年月".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, text.hasSuffix("月") || parts.count == 2 && parts[0].count == 4,
      let month = numbers.last
    else { return nil }
    let year = today.civil.year
    let years = numbers.count == 2 ? [numbers[0]] : [year, year - 1]
    let starts = years.compactMap { Day(year: $0, month: month, day: 1) }
    guard (1...2).contains(numbers.count), let first = starts.first(where: { $0 <= today }) ?? starts.first
    else { return nil }
    let civil = first.civil
    let next = Day(
      year: civil.month == 12 ? civil.year + 1 : civil.year, month: civil.month % 12 + 1, day: 1)
    return next.map { (first, $0 - 1) }
  }

  /// `11-20` of this year, or of the last where it is still to come.
  private static func day(_ text: String, today: Day) -> Day? {
    if let day = Day(iso: text) { return day }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    let year = today.civil.year
    return [year, year - 1].compactMap { Day(year: $0, month: parts[0], day: parts[1]) }.first { $0 <= today }
  }
}
