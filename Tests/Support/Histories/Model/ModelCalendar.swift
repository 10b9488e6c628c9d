import Assets
import Foundation

/// The model's days: a moment is a number of seconds on the clock of the house, a day a number of days on it.
///
/// The model is written from the rules (sections 3 and 4) and shares nothing with the program but the shipped table
/// of days off.
package struct ModelCalendar: Sendable {
  package let offset: Int
  private var rest: Set<Int>
  private static let day = 86_400
  private static let (opens, closes) = (9 * 3600, 18 * 3600)

  package init(offset: Int = 8 * 3600) {
    self.offset = offset
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withFullDate]
    var rest: Set<Int> = []
    // 1970-01-03 was a Saturday.
    for day in 19_000..<22_000 where (day - 2) % 7 < 2 { rest.insert(day) }
    for row in Table("tables/workdays.tsv").rows where row.count > 1 {
      guard let date = format.date(from: String(row[0])) else { continue }
      let day = Int(date.timeIntervalSince1970) / ModelCalendar.day
      if row[1] == "off" { rest.insert(day) } else { rest.remove(day) }
    }
    self.rest = rest
  }

  /// The calendar with these days off or at work, and all others of their years as the week has them (R4.5).
  package func replacing(_ days: [Int: Bool]) -> ModelCalendar {
    var calendar = self
    for year in Set(days.keys.map(year)) {
      for day in ModelCalendar.firstDay(ofMonth: year * 12)..<ModelCalendar.firstDay(ofMonth: year * 12 + 12)
      {
        if (day - 2) % 7 < 2 { calendar.rest.insert(day) } else { calendar.rest.remove(day) }
      }
    }
    for (day, isWork) in days {
      if isWork { calendar.rest.remove(day) } else { calendar.rest.insert(day) }
    }
    return calendar
  }

  package func year(_ day: Int) -> Int { month(start(ofDay: day)) / 12 }

  package func day(_ moment: Int) -> Int { moment / ModelCalendar.day }

  package func start(ofDay day: Int) -> Int { day * ModelCalendar.day }

  package func isDeskDay(_ day: Int) -> Bool { !rest.contains(day) }

  package func deskDay(after day: Int) -> Int {
    isDeskDay(day + 1) ? day + 1 : deskDay(after: day + 1)
  }

  package func deskDay(before day: Int) -> Int {
    isDeskDay(day - 1) ? day - 1 : deskDay(before: day - 1)
  }

  package func opening(ofDay day: Int) -> Int { start(ofDay: day) + ModelCalendar.opens }

  /// Seconds within desk hours between two moments.
  package func deskTime(from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    return (day(start)...day(end)).filter(isDeskDay).reduce(0) { sum, day in
      let from = max(start, self.start(ofDay: day) + ModelCalendar.opens)
      let to = min(end, self.start(ofDay: day) + ModelCalendar.closes)
      return sum + max(0, to - from)
    }
  }

  /// The last moment that has so much time within desk hours before another.
  func moment(_ left: Int, ofDeskTimeBefore end: Int) -> Int {
    var day = day(end)
    while deskTime(from: opening(ofDay: day), to: end) < left { day -= 1 }
    return opening(ofDay: day) + deskTime(from: opening(ofDay: day), to: end) - left
  }

  /// The end of the n-th desk day after the one of a moment.
  package func end(ofDeskDay count: Int, after moment: Int) -> Int {
    start(ofDay: (0..<count).reduce(day(moment)) { day, _ in deskDay(after: day) } + 1)
  }

  package func endOfNextDeskDay(after moment: Int) -> Int {
    start(ofDay: deskDay(after: day(moment)) + 1)
  }

  /// The months are numbered; which one a moment lies in.
  package func month(_ moment: Int) -> Int {
    let day = day(moment)
    var month = day / 31
    while ModelCalendar.firstDays[month + 1] <= day { month += 1 }
    return 1970 * 12 + month
  }

  /// The first day of every month from 1970 on.
  private static let firstDays: [Int] = (0..<1200).reduce(into: [0]) { days, month in
    let (year, inYear) = (1970 + month / 12, month % 12)
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = inYear == 1 ? (isLeap ? 29 : 28) : [3, 5, 8, 10].contains(inYear) ? 30 : 31
    days.append((days.last ?? 0) + length)
  }

  private static func firstDay(ofMonth month: Int) -> Int { firstDays[month - 1970 * 12] }

  /// The same day of a later month, or that month's last.
  package func day(_ day: Int, plusMonths months: Int) -> Int {
    let month = month(start(ofDay: day))
    let inMonth = day - ModelCalendar.firstDay(ofMonth: month)
    let later = month + months
    return ModelCalendar.firstDay(ofMonth: later)
      + min(
        inMonth, ModelCalendar.firstDay(ofMonth: later + 1) - ModelCalendar.firstDay(ofMonth: later) - 1)
  }
}
