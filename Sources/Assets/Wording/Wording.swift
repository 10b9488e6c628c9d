import Domain

/// Turns the values of the business into the words of the user. The command line and the screens share it, so that a
/// refusal reads the same wherever it comes from.
package struct Wording: Sendable {
  package let words: Words
  package let calendar: HouseCalendar

  package init(_ words: Words, calendar: HouseCalendar) {
    self.words = words
    self.calendar = calendar
  }

  package func title(_ title: Title) -> String {
    words.language == .chinese ? title.chinese : title.english
  }

  /// `09:05`
  package func clock(_ moment: Instant) -> String {
    let minute = calendar.minuteOfDay(moment)
    return "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
  }

  /// `11-28`, or with its year where that is not this one.
  package func date(_ day: Day, today: Day) -> String {
    let civil = day.civil
    let short = "\(padded(civil.month, to: 2))-\(padded(civil.day, to: 2))"
    return civil.year == today.civil.year ? short : "\(civil.year)-\(short)"
  }

  /// What another system knew of a customer: `录入 2025-03-01, 最后联系 2026-10-02`
  package func dates(of history: MigratedHistory) -> String {
    let days = [("entered", history.entered), ("last_contact", history.lastContact)]
    return days.compactMap { field, day in day.map { "\(words["field.\(field)"]) \($0.iso)" } }
      .joined(separator: ", ")
  }

  package func weekday(_ day: Day) -> String {
    words["weekday.\(day.weekday.rawValue)"]
  }

  /// `今 16:30`, `11-28 10:00`
  package func short(_ moment: Instant, at now: Instant) -> String {
    "\(near(calendar.day(of: moment), today: calendar.day(of: now))) \(clock(moment))"
  }

  /// `2:41`, `1:02:41`
  package func duration(_ seconds: Int64) -> String {
    let parts =
      seconds < 3_600 ? [seconds / 60, seconds % 60] : [seconds / 3_600, seconds / 60 % 60, seconds % 60]
    return parts.enumerated().map { $0 > 0 && $1 < 10 ? "0\($1)" : "\($1)" }.joined(separator: ":")
  }

  /// `11-28 周六 10:00`
  package func moment(_ moment: Instant, at now: Instant) -> String {
    let day = calendar.day(of: moment)
    return "\(date(day, today: calendar.day(of: now))) \(weekday(day)) \(clock(moment))"
  }

  /// A moment as an event records it; nil for any other text.
  package func moment(recorded text: String, isDue: Bool = false, at now: Instant) -> String? {
    guard text.contains("T"), let moment = calendar.moment(iso8601: text) else { return nil }
    return isDue ? due(moment, at: now) : self.moment(moment, at: now)
  }

  /// A due moment; midnight is the 24:00 of the day that ends (R4.5): `今 24:00`, `11-28 24:00`.
  package func due(_ due: Instant, at now: Instant) -> String {
    let day = calendar.dueDay(of: due)
    return "\(near(day, today: calendar.day(of: now))) \(dueClock(due))"
  }

  /// `24:00` for the end of a day.
  package func dueClock(_ due: Instant) -> String {
    calendar.minuteOfDay(due) == 0 ? "24:00" : clock(due)
  }

  private func near(_ day: Day, today: Day) -> String {
    switch day - today {
    case 0: words["day.today"]
    case 1: words["day.tomorrow"]
    default: date(day, today: today)
    }
  }
}
