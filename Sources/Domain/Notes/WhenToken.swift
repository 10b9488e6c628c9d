/// A piece of a phrase, with the text it was read from.
struct WhenToken: Hashable {
  enum Kind: Hashable {
    /// Arabic or Chinese; `digits` counts the Arabic ones as typed, so that 03:30 differs from 3:30.
    case number(Int, digits: Int)
    case word(WhenWord)
    /// 20261203: a date in one piece, which is no other number.
    case compactDate(Int)
    /// One of `: - / . +`
    case sign(Character)
  }

  let kind: Kind
  let source: String
}

/// What a word of either language says.
enum WhenWord: Hashable {
  /// 明天: days from today.
  case day(Int)
  case weekday(Weekday)
  /// 下, `next`, 这, `this`: weeks or months from this one, as what follows says.
  case which(Int)
  /// 明年: years from this one.
  case year(Int)
  /// `an`, `two`: a number in words.
  case count(Int)
  /// nov
  case monthName(Int)
  case monthStart, monthMiddle, monthEnd
  /// 初, 中旬, 下旬, 底: that part of the month named before it, or behind it in English.
  case start, middle, late, end
  case yearStart, yearEnd
  /// 最后一天
  case lastDay
  /// 第: a number follows.
  case nth
  /// `first`; -1 for the last.
  case ordinal(Int)
  /// 国庆, by the name of its days in the table.
  case festival(String)
  /// 下午
  case span(WhenSpan)
  /// noon: a time of its own, in minutes.
  case clock(Int)
  case opening
  /// Shortly before the end of the desk hours; and that end itself.
  case closing, closed
  /// 这个时候: at the time it is now.
  case sameTime
  /// `half past`: minutes after the hour that follows; below zero, before it.
  case past(Int)
  /// 点, 时
  case hour
  case quarter
  case half
  /// What numbers a date or a time: 年 月 日 号 分.
  case mark(WhenMark)
  case unit(WhenUnit)
  /// 季度: three months of the calendar.
  case season
  /// 个: stands between a number and its unit.
  case piece
  /// `in`, 过: a distance follows.
  case within
  /// 后, `later`: a distance came before.
  case after
  /// `after`: what it is counted from follows.
  case following
  /// 前, `ago`
  case before
  /// 内: told as the end of what came before.
  case inside
  /// 到, 或: the end of a stretch follows.
  case until
  /// 约: agreed with the customer; 回访: ours (R6.1). Of the moment it says nothing.
  case agreed(Bool)
  /// 的, `at`: says nothing.
  case filler
}

enum WhenSpan: String, Hashable {
  case morning, noon, afternoon, evening, am, pm
}

enum WhenMark: String, Hashable {
  case year, month, day, number, minute

  /// What the mark counts when 后 follows: 3日后, but not 3号后.
  var unit: WhenUnit? {
    switch self {
    case .year: .year
    case .month: .month
    case .day: .day
    case .minute: .minute
    case .number: nil
    }
  }
}

enum WhenUnit: String, Hashable {
  case minute, quarter, hour, day
  case deskDay = "desk_day"
  case week, month, year

  /// Units counted from the moment; the others are counted in days.
  var isOfTheClock: Bool { self == .minute || self == .quarter || self == .hour }
}
