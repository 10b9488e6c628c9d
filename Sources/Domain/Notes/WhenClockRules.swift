/// Times of the day: 9:00, 下午3点半, 10点一刻, 3pm, 下午, 下班前, noon; and 3 alone after a day.
enum WhenClockRules {
  /// noon, 上班, 下班前, 这个时候
  static func fixed(_ reader: inout WhenReader) -> WhenFound? {
    let (hours, early, now) = (reader.deskHours, reader.defaults.beforeClosing, reader.minuteOfNow)
    let minute: Int? = reader.word { word in
      switch word {
      case .clock(let minute): minute
      case .opening: hours.lowerBound
      case .closing: max(hours.lowerBound, hours.upperBound - early)
      case .closed: hours.upperBound
      case .sameTime: now
      default: nil
      }
    }
    return minute.map { .clock(WhenClock(minute: $0, isGiven: true)) }
  }

  /// 9:00, 下午3点半, 3pm, 下午3
  static func time(_ reader: inout WhenReader) -> WhenFound? {
    var span = reader.word(\.span)
    if span != nil { reader.skipFillers() }
    guard let hour = reader.number() else { return nil }
    let minute = minute(&reader, mayHaveDot: span != nil)
    if span == nil { span = reader.word(\.span) }
    _ = reader.take(.before)  // 5点前 is told as 5点
    guard minute != nil || span != nil else { return nil }
    return clock(hour, minute ?? 0, span, &reader)
  }

  /// half past three, quarter to 4
  static func past(_ reader: inout WhenReader) -> WhenFound? {
    guard let minutes = reader.word(\.past),
      let hour = reader.number() ?? reader.word(\.count).map({ (value: $0, digits: 1) })
    else { return nil }
    let before = hour.value == 1 ? 12 : hour.value - 1
    return minutes < 0
      ? clock((before, hour.digits), 60 + minutes, reader.word(\.span), &reader)
      : clock(hour, minutes, reader.word(\.span), &reader)
  }

  /// 9.30, which may be a date as well: what else is said tells, as does am or pm behind it.
  static func dotted(_ reader: inout WhenReader) -> WhenFound? {
    guard let first = reader.number(), first.digits <= 2, reader.take(sign: "."),
      let second = reader.number(),
      (1...2).contains(second.digits)
    else { return nil }
    let isTime = second.digits == 2
    if isTime, let span = reader.word(\.span) { return clock(first, second.value, span, &reader) }
    var found: WhenClock?
    if isTime, case .clock(let clock) = clock(first, second.value, nil, &reader) { found = clock }
    return .dotted(WhenDotted(numbers: (first.value, second.value), clock: found))
  }

  /// 2-4点, 下午2到4点: the first of the two, in the part of the day that is said with them.
  static func hours(_ reader: inout WhenReader) -> WhenFound? {
    var span = reader.word(\.span)
    guard let hour = reader.number(), hour.digits <= 2, reader.take(sign: "-") || reader.take(.until),
      let end = reader.number(), end.digits <= 2
    else { return nil }
    let isWritten = reader.take(.hour)
    if span == nil { span = reader.word(\.span) }
    guard isWritten || span != nil else { return nil }
    let start = clock(hour, 0, span, &reader)
    guard case .clock(var stretch) = start, case .clock(let end) = clock(end, 0, span, &reader) else {
      return start
    }
    stretch.end = end.minute
    return .clock(stretch)
  }

  /// 下午 alone
  static func span(_ reader: inout WhenReader) -> WhenFound? {
    guard let span = reader.word(\.span).flatMap({ reader.defaults.span($0) }) else { return nil }
    return .clock(WhenClock(minute: span.start, isGiven: false, end: span.minutes.upperBound))
  }

  /// 明3, fri 15, tomorrow 1530: a number alone is a time where a day came before it; 1530 is one anyway.
  static func bareHour(_ reader: inout WhenReader) -> WhenFound? {
    let hasDay = reader.parts.day != nil
    guard let number = reader.number() else { return nil }
    if number.digits <= 2 { return hasDay ? clock(number, 0, nil, &reader) : nil }
    guard number.digits == 4, hasDay || !(1900..<2100).contains(number.value) else { return nil }
    _ = reader.take(.unit(.hour))  // 1530h
    return clock((number.value / 100, 2), number.value % 100, nil, &reader)
  }

  /// The minutes after the hour: `:30`, `:30:00`, 点, 点半, 点一刻, 点05分; nil where none of these follows.
  private static func minute(_ reader: inout WhenReader, mayHaveDot: Bool) -> Int? {
    if reader.take(sign: ":") || mayHaveDot && reader.take(sign: ".") {
      guard let minute = reader.number(), minute.digits == 2 else { return nil }
      if reader.take(sign: ":"), (reader.number()?.digits ?? 0) != 2 { return nil }
      return minute.value
    }
    guard reader.take(.hour) else { return nil }
    if reader.take(.half) { return 30 }
    guard let number = reader.number() else { return 0 }
    if reader.take(anyOf: .quarter, .unit(.quarter)) { return number.value * 15 }
    _ = reader.take(anyOf: .mark(.minute), .unit(.minute))
    return number.value
  }

  private static func clock(
    _ hour: (value: Int, digits: Int), _ minute: Int, _ span: WhenSpan?, _ reader: inout WhenReader
  ) -> WhenFound {
    guard (0...24).contains(hour.value), (0...59).contains(minute) else { return .noSuchTime }
    let written = hour.value * 60 + minute
    if written >= endOfDay {
      return written == endOfDay ? .clock(WhenClock(minute: written, isGiven: true)) : .noSuchTime
    }
    guard let span else {
      let isPadded = hour.digits == 2 && hour.value < 10  // 03:30 is written on a 24-hour clock
      let isSmall = reader.defaults.smallHours.contains(hour.value) && !isPadded
      return .clock(WhenClock(minute: written + (isSmall ? 720 : 0), isGiven: true))
    }
    let range = reader.defaults.span(span)?.minutes ?? span.minutes
    let atTwelve = hour.value == 12 ? written - 720 : written  // 12am is midnight
    if let meant = [written, written + 720, atTwelve].first(where: range.contains) {
      return .clock(WhenClock(minute: meant, isGiven: true))
    }
    guard span == .evening, let meant = afterMidnight(hour.value, written) else { return .noSuchTime }
    return .clock(WhenClock(minute: meant, isGiven: true))
  }

  /// 今晚12点 and 今晚1点 are of the night that follows the evening.
  private static func afterMidnight(_ hour: Int, _ written: Int) -> Int? {
    switch hour {
    case 12: written + 720
    case 0...4: written + endOfDay
    default: nil
    }
  }

  private static let endOfDay = 1440
}

extension WhenDefaults {
  /// What the policy makes of the words; nil for am and pm, which only go with an hour.
  fileprivate func span(_ span: WhenSpan) -> Span? {
    switch span {
    case .morning: morning
    case .noon: noon
    case .afternoon: afternoon
    case .evening: evening
    case .am, .pm: nil
    }
  }
}

extension WhenSpan {
  fileprivate var minutes: ClosedRange<Int> { self == .am ? 0...719 : 720...1439 }
}

extension WhenWord {
  fileprivate var past: Int? {
    if case .past(let minutes) = self { minutes } else { nil }
  }

  fileprivate var span: WhenSpan? {
    if case .span(let span) = self { span } else { nil }
  }
}
