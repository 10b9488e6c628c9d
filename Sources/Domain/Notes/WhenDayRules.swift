/// Days by their distance, their weekday or a festival: 明天, 周五, 下周二, 星期天, next tue, this fri, 国庆后.
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
    let week = reader.which()
    if week != nil { _ = reader.take(.unit(.week)) }
    guard let weekday = reader.word(\.weekday) else { return nil }
    return .day(.weekday(weekday, week: week ?? reader.attempt(weekBehind)))
  }

  /// `wednesday of next week`
  private static func weekBehind(_ reader: inout WhenReader) -> Int? {
    reader.skipFillers()
    return reader.which().flatMap { reader.take(.unit(.week)) ? $0 : nil }
  }

  /// 下周 alone is its Monday, and so is 下周初; 本周内 is its last desk day.
  static func week(_ reader: inout WhenReader) -> WhenFound? {
    guard let week = reader.which(), reader.take(.unit(.week)) else { return nil }
    if reader.take(.day(0)) || reader.isNext(.sameTime) {
      return .day(.ahead([WhenStep(count: week, unit: .week)]))
    }
    if reader.take(anyOf: .end, .inside) { return .day(.weekEnd(week)) }
    if reader.take(.middle) { return .day(.weekday(.wednesday, week: week)) }
    _ = reader.take(.start)
    return .day(.weekday(.monday, week: week))
  }

  /// 国庆后, 节后, 年后, `after the holiday`, 国庆前; 国庆 alone is its day. 国庆后3天, 节后第二天, 国庆前一天.
  static func festival(_ reader: inout WhenReader) -> WhenFound? { festival(&reader, of: nil) }

  static func festival(_ reader: inout WhenReader, of year: WhenYear?) -> WhenFound? {
    let isAfter = reader.take(.following)
    reader.skipFillers()
    guard let festival = reader.word(\.festival) ?? newYear(&reader, isAfter) else { return nil }
    if isAfter || reader.take(.after) {
      return .day(.festival(festival, .after, steps(&reader), year: year))
    }
    guard reader.take(.before) else { return .day(.festival(festival, .on, [], year: year)) }
    return .day(.festival(festival, .before, WhenDistanceRules.steps(&reader), year: year))
  }

  /// 年后, 年前, 过完年: the Spring Festival. 一年后 was taken for a distance before.
  private static func newYear(_ reader: inout WhenReader, _ isAfter: Bool) -> String? {
    guard reader.take(.mark(.year)), isAfter || reader.isNext(.after, .before) else { return nil }
    return "spring_festival"
  }

  /// 第二天 is the second desk day, one on from the first.
  private static func steps(_ reader: inout WhenReader) -> [WhenStep] {
    reader.skipFillers()
    guard let ordinal = reader.ordinal() else { return WhenDistanceRules.steps(&reader) }
    _ = reader.take(.piece)
    if reader.take(.unit(.week)) { return [WhenStep(count: max(0, ordinal - 1), unit: .week)] }
    _ = reader.take(anyOf: .unit(.day), .unit(.deskDay))
    return [WhenStep(count: max(0, ordinal - 1), unit: .deskDay)]
  }
}

extension WhenWord {
  fileprivate var relativeDay: Int? {
    if case .day(let count) = self { count } else { nil }
  }

  var weekday: Weekday? {
    if case .weekday(let weekday) = self { weekday } else { nil }
  }

  fileprivate var festival: String? {
    if case .festival(let name) = self { name } else { nil }
  }
}
