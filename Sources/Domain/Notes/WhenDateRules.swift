/// Days by their date: 2026-11-28, 11月28日, 11/28, nov 28, 28号, 下个月5号, 月底.
enum WhenDateRules {
  private static let separators = "-/."

  /// 2026-11-28, 2026/11/28, 2026年11月28日
  static func fullDate(_ reader: inout WhenReader) -> WhenFound? {
    guard let year = reader.number() else { return nil }
    if reader.take(.mark(.year)) { return monthAndDay(&reader, of: .number(fullYear(year.value))) }
    guard year.digits == 4, let separator = reader.sign(anyOf: separators), let month = reader.number(),
      reader.take(sign: separator), let day = reader.number()
    else { return nil }
    return date(month.value, day.value, year: .number(year.value))
  }

  /// 11-28, 11/28, 11月28日, 11月底
  static func monthAndDay(_ reader: inout WhenReader) -> WhenFound? {
    monthAndDay(&reader, of: nil)
  }

  /// nov 28, 28 nov, 28th of november 2027
  static func namedMonth(_ reader: inout WhenReader) -> WhenFound? {
    if let month = reader.word(\.month) {
      guard let day = reader.number(), day.digits <= 2 else { return nil }
      _ = reader.take(.mark(.number))
      return date(month, day.value, year: reader.year().map(WhenYear.number))
    }
    guard let day = reader.number() else { return nil }
    _ = reader.take(.mark(.number))
    reader.skipFillers()
    guard let month = reader.word(\.month) else { return nil }
    return date(month, day.value, year: reader.year().map(WhenYear.number))
  }

  /// 下个月5号; 下个月 alone is its first day.
  static func relativeMonth(_ reader: inout WhenReader) -> WhenFound? {
    guard let ahead = reader.word(\.which) else { return nil }
    if reader.take(.monthEnd) { return .day(.date(.ahead(ahead), day: nil)) }
    guard reader.take(anyOf: .mark(.month), .unit(.month)) else { return nil }
    if reader.take(.end) { return .day(.date(.ahead(ahead), day: nil)) }
    let day = reader.number()?.value
    _ = reader.take(anyOf: .mark(.day), .mark(.number))
    return .day(.date(.ahead(ahead), day: day ?? 1))
  }

  /// 明年3月5号, 明年底
  static func relativeYear(_ reader: inout WhenReader) -> WhenFound? {
    guard let year = reader.word(\.year) else { return nil }
    if reader.take(anyOf: .end, .yearEnd) { return date(12, 31, year: .ahead(year)) }
    return monthAndDay(&reader, of: .ahead(year))
  }

  /// 28号, 5日, the 28th
  static func dayOfMonth(_ reader: inout WhenReader) -> WhenFound? {
    guard let day = reader.number(), reader.take(anyOf: .mark(.day), .mark(.number)) else { return nil }
    return .day(.date(.any, day: day.value))
  }

  /// 月底, 年底
  static func periodEnd(_ reader: inout WhenReader) -> WhenFound? {
    if reader.take(.yearEnd) { return date(12, 31, year: nil) }
    return reader.take(.monthEnd) ? .day(.date(.any, day: nil)) : nil
  }

  private static func monthAndDay(_ reader: inout WhenReader, of year: WhenYear?) -> WhenFound? {
    guard let month = reader.number(), month.digits <= 2 else { return nil }
    if reader.take(.monthEnd) { return .day(.date(.named(month.value, year: year), day: nil)) }
    let isWritten = reader.take(.mark(.month))
    guard isWritten || reader.sign(anyOf: separators) != nil else { return nil }
    guard let day = reader.number(), day.digits <= 2 else { return nil }
    if isWritten { _ = reader.take(anyOf: .mark(.day), .mark(.number)) }
    return date(month.value, day.value, year: year)
  }

  private static func date(_ month: Int, _ day: Int, year: WhenYear?) -> WhenFound {
    .day(.date(.named(month, year: year), day: day))
  }

  /// 26年 is 2026.
  private static func fullYear(_ year: Int) -> Int { year < 100 ? 2000 + year : year }
}

extension WhenWord {
  fileprivate var month: Int? {
    if case .monthName(let month) = self { month } else { nil }
  }

  fileprivate var year: Int? {
    if case .year(let count) = self { count } else { nil }
  }
}
