/// The words a phrase is made of, in both languages, folded (`WhenFolding`).
enum WhenLexicon {
  static let longest = words.keys.map(\.count).max() ?? 0

  static let words: [String: [WhenWord]] = {
    var words: [String: [WhenWord]] = [:]
    for (names, meaning) in entries + weekdays + months + numbers + counted {
      for name in names.split(separator: "|") { words[String(name)] = meaning }
    }
    return words
  }()

  private typealias Entry = (names: String, meaning: [WhenWord])

  private static let entries: [Entry] = [
    ("今天|今日|今|today", [.day(0)]), ("明天|明日|明|tomorrow|tmr|tmrw|tom", [.day(1)]),
    ("后天|后日|day after tomorrow|the day after tomorrow", [.day(2)]), ("大后天", [.day(3)]),
    ("昨天|昨日|yesterday", [.day(-1)]), ("前天", [.day(-2)]),
    ("今晚|今夜|tonight", [.day(0), .span(.evening)]),
    ("this morning", [.day(0), .span(.morning)]), ("this afternoon", [.day(0), .span(.afternoon)]),
    ("this evening", [.day(0), .span(.evening)]),
    ("下|下个|next", [.which(1)]), ("下下|下下个", [.which(2)]), ("这|这个|本|当|this", [.which(0)]),
    ("上|上个|last", [.which(-1)]),
    ("今年|this year", [.year(0)]), ("明年|next year", [.year(1)]), ("后年", [.year(2)]),
    ("去年|last year", [.year(-1)]), ("月底|月末|eom|end of month|end of the month", [.monthEnd]),
    ("底|末", [.end]), ("年底|年末|end of year|end of the year", [.yearEnd]),
    ("上午|早上|早晨|清晨|早|morning|in the morning", [.span(.morning)]),
    ("凌晨|am|a.m.", [.span(.am)]), ("pm|p.m.", [.span(.pm)]), ("中午|午间", [.span(.noon)]),
    ("下午|午后|afternoon|in the afternoon", [.span(.afternoon)]),
    ("晚上|傍晚|晚间|夜里|晚|evening|in the evening", [.span(.evening)]),
    ("正午|noon|midday", [.clock(720)]), ("上班|一上班|上班后|opening", [.opening]),
    ("下班前|下班|eod|end of day|end of the day|cob", [.closing]),
    ("点|点钟|时|o'clock", [.hour]), ("刻", [.quarter]), ("半|half", [.half]),
    ("年", [.mark(.year)]), ("月|月份", [.mark(.month)]), ("日", [.mark(.day)]),
    ("号|st|nd|rd|th", [.mark(.number)]), ("分", [.mark(.minute)]), ("个", [.piece]),
    ("in|过|再过", [.within]), ("后|以后|之后|later|from now", [.after]), ("前|以前|之前|ago", [.before]),
    ("的|再|左右|那天|at|on|the|of|,|@", [.filler]),
  ]

  /// Numbers in words; the Chinese ones are read by `WhenNumerals`.
  private static let numbers: [Entry] = [
    "a|an|one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ].enumerated().map { (names: $1, meaning: [.count($0 + 1)]) }

  /// What distances are counted in.
  private static let counted: [Entry] = [
    ("分钟|m|min|mins|minute|minutes", [.unit(.minute)]), ("刻钟", [.unit(.quarter)]),
    ("小时|钟头|h|hr|hrs|hour|hours", [.unit(.hour)]), ("天|d|day|days", [.unit(.day)]),
    ("工作日|wd|workday|workdays|desk day|desk days", [.unit(.deskDay)]),
    ("working day|working days|business day|business days", [.unit(.deskDay)]),
    ("周|星期|礼拜|w|wk|wks|week|weeks", [.unit(.week)]), ("mo|month|months", [.unit(.month)]),
    ("year|years", [.unit(.year)]),
  ]

  private static let weekdays: [Entry] = [
    (named("一|1") + "|mon|monday", [.weekday(.monday)]),
    (named("二|2") + "|tue|tues|tuesday", [.weekday(.tuesday)]),
    (named("三|3") + "|wed|wednesday", [.weekday(.wednesday)]),
    (named("四|4") + "|thu|thur|thurs|thursday", [.weekday(.thursday)]),
    (named("五|5") + "|fri|friday", [.weekday(.friday)]),
    (named("六|6|末") + "|sat|saturday|weekend", [.weekday(.saturday)]),
    (named("日|天|7") + "|sun|sunday", [.weekday(.sunday)]),
  ]

  /// 周一|星期一|礼拜一 and so on for each name of the day.
  private static func named(_ days: String) -> String {
    let names = days.split(separator: "|").flatMap { day in ["周", "星期", "礼拜"].map { $0 + day } }
    return names.joined(separator: "|")
  }

  private static let months: [Entry] = [
    "jan|january", "feb|february", "mar|march", "apr|april", "may", "jun|june", "jul|july", "aug|august",
    "sep|sept|september", "oct|october", "nov|november", "dec|december",
  ].enumerated().map { (names: $1, meaning: [.monthName($0 + 1)]) }
}
