/// Days by their distance or their weekday: 明天, 周五, 下周二, 星期天, next tue, this fri.
enum WhenDayRules {
  static func relativeDay(_ reader: inout WhenReader) -> WhenFound? {
    reader.word(\.relativeDay).map { .day(.ahead([WhenStep(count: $0, unit: .day)])) }
  }

  /// 后3 is 后天3点, as 明3 is 明天3点: 后 alone in front of a number. Behind a distance it belongs to that.
  static func dayAfterTomorrow(_ reader: inout WhenReader) -> WhenFound? {
    guard reader.takeFirst(["后", "後"]), reader.isNumberNext else { return nil }
    return .day(.ahead([WhenStep(count: 2, unit: .day)]))
  }

  /// 周五, 下周二, `next tue`, `next week tue`
  static func weekday(_ reader: inout WhenReader) -> WhenFound? {
    let week = reader.word(\.which)
    if week != nil { _ = reader.take(.unit(.week)) }
    guard let weekday = reader.word(\.weekday) else { return nil }
    return .day(.weekday(weekday, week: week))
  }

  /// 下周 alone is its Monday.
  static func week(_ reader: inout WhenReader) -> WhenFound? {
    guard let week = reader.word(\.which), reader.take(.unit(.week)) else { return nil }
    return .day(.weekday(.monday, week: week))
  }
}

extension WhenWord {
  var which: Int? {
    if case .which(let count) = self { count } else { nil }
  }

  fileprivate var relativeDay: Int? {
    if case .day(let count) = self { count } else { nil }
  }

  fileprivate var weekday: Weekday? {
    if case .weekday(let weekday) = self { weekday } else { nil }
  }
}
