/// Days by their date: 2026-11-28, 11月28日, 11/28, nov 28, 28号, 下个月5号, 月底, 三月的第一天.
enum WhenDateRules {
  private static let separators = "-/"

  /// 2026-11-28, 2026/11/28, 2026.11.28, 2026年11月28日, 20261128
  static func fullDate(_ reader: inout WhenReader) -> WhenFound? {
    if let date = reader.compactDate() {
      return self.date(date / 100 % 100, date % 100, year: .number(date / 10_000))
    }
    guard let year = reader.number() else { return nil }
    if reader.take(.mark(.year)) {
      if let found = inside(.number(fullYear(year.value)), &reader) { return found }
      return year.digits == 4 ? date(1, 1, year: .number(year.value)) : nil
    }
    guard year.digits == 4, let separator = reader.sign(anyOf: separators + "."), let month = reader.number(),
      reader.take(sign: separator), let day = reader.number()
    else { return nil }
    return date(month.value, day.value, year: .number(year.value))
  }

  /// 11-28, 11/28, 11月28日, 11月底
  static func monthAndDay(_ reader: inout WhenReader) -> WhenFound? {
    monthAndDay(&reader, of: nil)
  }

  /// nov 28, 28 nov, 28th of november 2027, end of november
  static func namedMonth(_ reader: inout WhenReader) -> WhenFound? {
    _ = reader.take(.within)
    if let month = reader.word(\.month) {
      guard let day = reader.number() else { return whole(.named(month, year: nil), &reader) }
      guard day.digits <= 2 else { return whole(.named(month, year: .number(day.value)), &reader) }
      _ = reader.take(.mark(.number))
      return date(month, day.value, year: reader.year().map(WhenYear.number))
    }
    guard let day = reader.number() else { return nil }
    _ = reader.take(.mark(.number))
    reader.skipFillers()
    guard let month = reader.word(\.month) else { return nil }
    return date(month, day.value, year: reader.year().map(WhenYear.number))
  }

  /// The part said before its month, as in English: `end of november`, `first monday of next month`.
  static func partOfMonth(_ reader: inout WhenReader) -> WhenFound? {
    guard let day = reader.attempt(lastWeekday) ?? part(&reader) else { return nil }
    reader.skipFillers()
    if let month = reader.word(\.month) { return .day(.date(.named(month, year: reader.namedYear()), day)) }
    if let year = reader.word(\.year) { return self.part(day, ofYear: year) }
    if let ahead = reader.which() {
      if reader.take(.unit(.week)) { return self.part(day, ofWeek: ahead) }
      if reader.take(.season) { return self.part(day, ofSeason: ahead) }
      return reader.take(.unit(.month)) ? .day(.date(.ahead(ahead), day)) : nil
    }
    return reader.take(.unit(.month)) ? .day(.date(.any, day)) : nil
  }

  /// 下个月5号; 下个月 alone is its first day.
  static func relativeMonth(_ reader: inout WhenReader) -> WhenFound? {
    guard let ahead = reader.which() else { return nil }
    if let day = reader.endOfMonth() { return .day(.date(.ahead(ahead), day)) }
    guard reader.take(anyOf: .mark(.month), .unit(.month)) else { return nil }
    if reader.take(.day(0)) || reader.isNext(.sameTime) {
      return .day(.ahead([WhenStep(count: ahead, unit: .month)]))
    }
    if reader.take(.inside) { return .day(.date(.ahead(ahead), .last)) }
    return whole(.ahead(ahead), &reader)
  }

  /// 明年3月5号, 明年底, 明年今天; 明年 alone is its first day.
  static func relativeYear(_ reader: inout WhenReader) -> WhenFound? {
    guard let year = reader.word(\.year) else { return nil }
    reader.skipFillers()
    if reader.take(anyOf: .end, .yearEnd) { return date(12, 31, year: .ahead(year)) }
    if reader.take(anyOf: .start, .yearStart) { return date(1, 1, year: .ahead(year)) }
    if reader.take(.day(0)) || reader.isNext(.sameTime) {
      return .day(.ahead([WhenStep(count: year, unit: .year)]))
    }
    return inside(.ahead(year), &reader) ?? date(1, 1, year: .ahead(year))
  }

  /// 下季度, 三季度, 季度末
  static func season(_ reader: inout WhenReader) -> WhenFound? { season(&reader, of: nil) }

  private static func season(_ reader: inout WhenReader, of year: WhenYear?) -> WhenFound? {
    let ahead = year == nil ? reader.which() : nil
    let number = ahead == nil ? reader.ordinal() ?? reader.number()?.value : nil
    guard reader.take(.season), year == nil || number != nil else { return nil }
    let isEnd = reader.take(anyOf: .end, .inside)
    _ = reader.take(.start)
    guard let number else { return part(isEnd ? .last : .number(1), ofSeason: ahead ?? 0) }
    return .day(
      .date(.named(number * 3 - (isEnd ? 0 : 2), year: year), isEnd ? WhenDayOfMonth.last : .number(1)))
  }

  /// 28号, 5日, the 28th, the 5th of next month
  static func dayOfMonth(_ reader: inout WhenReader) -> WhenFound? {
    guard let day = reader.number(), reader.take(anyOf: .mark(.day), .mark(.number)) else { return nil }
    return .day(.date(reader.attempt(monthBehind).map(WhenMonth.ahead) ?? .any, .number(day.value)))
  }

  private static func monthBehind(_ reader: inout WhenReader) -> Int? {
    reader.skipFillers()
    return reader.which().flatMap { reader.take(.unit(.month)) ? $0 : nil }
  }

  /// What is said of a year: a festival, a month, a day.
  private static func inside(_ year: WhenYear, _ reader: inout WhenReader) -> WhenFound? {
    reader.attempt { WhenDayRules.festival(&$0, of: year) } ?? reader.attempt { season(&$0, of: year) }
      ?? reader.attempt { monthAndDay(&$0, of: year) }
      ?? reader.word(\.month).map { whole(.named($0, year: year), &reader) }
  }

  private static func part(_ day: WhenDayOfMonth, ofWeek week: Int) -> WhenFound? {
    switch day {
    case .number(1): .day(.weekday(.monday, week: week))
    case .number(15): .day(.weekday(.wednesday, week: week))
    case .last: .day(.weekEnd(week))
    default: nil
    }
  }

  private static func part(_ day: WhenDayOfMonth, ofSeason ahead: Int) -> WhenFound? {
    switch day {
    case .number(1): .day(.date(.season(ahead, month: 0), day))
    case .number(15): .day(.date(.season(ahead, month: 1), day))
    case .last: .day(.date(.season(ahead, month: 2), day))
    default: nil
    }
  }

  private static func part(_ day: WhenDayOfMonth, ofYear year: Int) -> WhenFound? {
    switch day {
    case .number(1): date(1, 1, year: .ahead(year))
    case .last: date(12, 31, year: .ahead(year))
    default: nil
    }
  }

  /// 月底, 月初, 年底
  static func periodEnd(_ reader: inout WhenReader) -> WhenFound? {
    if reader.take(.yearEnd) { return date(12, 31, year: nil) }
    if reader.take(.yearStart) { return date(1, 1, year: nil) }
    return reader.endOfMonth().map { .day(.date(.any, $0)) }
  }

  private static func monthAndDay(_ reader: inout WhenReader, of year: WhenYear?) -> WhenFound? {
    guard let month = reader.number(), month.digits <= 2 else { return nil }
    if let day = reader.endOfMonth() { return .day(.date(.named(month.value, year: year), day)) }
    if reader.take(.mark(.month)) { return whole(.named(month.value, year: year), &reader) }
    guard reader.sign(anyOf: separators) != nil, let day = reader.number(), day.digits <= 2 else {
      return nil
    }
    return date(month.value, day.value, year: year)
  }

  /// What follows a month: 28号, 底, 的第一天, 第一个周一; nothing is its first day.
  private static func whole(_ month: WhenMonth, _ reader: inout WhenReader) -> WhenFound {
    .day(.date(month, reader.attempt(dayOfMonth) ?? .number(1)))
  }

  private static func dayOfMonth(_ reader: inout WhenReader) -> WhenDayOfMonth? {
    if let number = reader.number() {
      guard number.digits <= 2 else { return nil }
      // 3月5号, and 3月5; but 3月9点 is at nine on its first day.
      return reader.take(anyOf: .mark(.day), .mark(.number)) || !reader.isNext(.hour)
        ? .number(number.value) : nil
    }
    reader.skipFillers()
    return reader.endOfMonth() ?? part(&reader)
  }

  /// 底, 初, 中旬, 第一天, 最后一个周五, 第三个工作日
  private static func part(_ reader: inout WhenReader) -> WhenDayOfMonth? {
    if reader.take(.lastDay) || reader.take(.end) { return .last }
    if reader.take(.start) { return .number(1) }
    if reader.take(.middle) { return .number(15) }
    if reader.take(.late) { return .number(21) }
    guard let ordinal = reader.ordinal() else { return nil }
    _ = reader.take(.piece)
    if reader.take(.unit(.day)) { return ordinal < 0 ? .last : .number(ordinal) }
    if reader.take(.unit(.deskDay)) { return .deskDay(ordinal) }
    if ordinal > 0, reader.take(.unit(.week)) { return .number(ordinal * 7 - 6) }
    if let weekday = reader.word(\.weekday) { return .weekday(weekday, ordinal) }
    // `first of december`
    return reader.isMonthAhead ? ordinal < 0 ? .last : .number(ordinal) : nil
  }

  /// `last friday of december`, where `last friday` alone is over.
  private static func lastWeekday(_ reader: inout WhenReader) -> WhenDayOfMonth? {
    guard reader.take(.which(-1)), let weekday = reader.word(\.weekday), reader.isMonthAhead else {
      return nil
    }
    return .weekday(weekday, -1)
  }

  private static func date(_ month: Int, _ day: Int, year: WhenYear?) -> WhenFound {
    .day(.date(.named(month, year: year), .number(day)))
  }

  /// 26年 is 2026.
  private static func fullYear(_ year: Int) -> Int { year < 100 ? 2000 + year : year }
}

extension WhenReader {
  fileprivate var isMonthAhead: Bool {
    var ahead = self
    ahead.skipFillers()
    return ahead.word(\.month) ?? ahead.which() != nil || ahead.take(.unit(.month))
  }

  fileprivate mutating func endOfMonth() -> WhenDayOfMonth? {
    if take(.monthEnd) { return .last }
    if take(.monthStart) { return .number(1) }
    return take(.monthMiddle) ? .number(15) : nil
  }

  /// `2027`, `next year`
  fileprivate mutating func namedYear() -> WhenYear? {
    skipFillers()
    return year().map(WhenYear.number) ?? word(\.year).map(WhenYear.ahead)
  }
}

extension WhenWord {
  fileprivate var month: Int? {
    if case .monthName(let month) = self { month } else { nil }
  }

  fileprivate var year: Int? {
    if case .year(let count) = self { count } else { nil }
  }
}
