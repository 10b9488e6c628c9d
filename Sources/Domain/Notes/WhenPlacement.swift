/// Places what a phrase says on the calendar, seen from now.
struct WhenPlacement {
  let now: Instant
  let calendar: HouseCalendar
  let defaults: WhenDefaults

  func resolve(_ parts: WhenParts) throws(WhenError) -> WhenPhrase.Resolved {
    guard let settled = parts.settled(from: today) else { throw .noSuchDay }
    return try resolve(
      try moment(settled), isTimeGiven: settled.distance != nil || settled.clock?.isGiven == true,
      isAgreed: settled.isAgreed, end: end(of: settled), said: settled.day)
  }

  /// - Parameter day: as it was said, which tells what may have been meant where it is over.
  func resolve(
    _ moment: Instant, isTimeGiven: Bool, isAgreed: Bool? = nil, end: Int? = nil, said day: WhenDay? = nil
  ) throws(WhenError) -> WhenPhrase.Resolved {
    guard moment > now else { throw .past(moment, next: nextReading(ofPast: moment, said: day)) }
    let day = calendar.day(of: moment)
    guard day <= today.adding(months: defaults.furthestMonths) else { throw .tooFar }
    let deskDay = calendar.deskDay(onOrAfter: day)
    return WhenPhrase.Resolved(
      moment: moment, isTimeGiven: isTimeGiven,
      nextDeskMoment: deskDay == day ? nil : calendar.moment(deskDay, minute: calendar.minuteOfDay(moment)),
      isAgreed: isAgreed,
      end: end.map { calendar.moment(day, minute: $0) }.flatMap { $0 > moment ? $0 : nil })
  }

  /// The minute at which a stretch ends that was said instead of a moment: nobody calls after the desk closes, unless that
  /// was said.
  private func end(of parts: WhenParts) -> Int? {
    let closing = calendar.deskHours.upperBound
    guard let clock = parts.clock else { return parts.distance == nil ? closing : nil }
    guard let end = clock.end, !clock.isGiven, clock.minute < closing else { return clock.end }
    return min(end, closing)
  }

  private var today: Day { calendar.day(of: now) }

  private func moment(_ parts: WhenParts) throws(WhenError) -> Instant {
    if let steps = parts.distance { return moment(after: steps) }
    let minute = parts.clock?.minute ?? defaults.dayMinute
    guard let day = parts.day else { return firstDay(at: minute) { _ in true } }
    if case .weekday(let weekday, nil) = day { return firstDay(at: minute) { $0.weekday == weekday } }
    let found = try self.day(day, at: minute)
    if let (weekday, week) = parts.weekday {
      guard found.weekday == weekday, week.map({ self.day(weekday, ofWeek: $0) == found }) ?? true
      else { throw .noSuchDay }
    }
    return calendar.moment(found, minute: minute)
  }

  private func day(_ day: WhenDay, at minute: Int) throws(WhenError) -> Day {
    switch day {
    case .ahead(let steps): self.day(after: steps)
    case .weekday(let weekday, let week): self.day(weekday, ofWeek: week ?? 0)
    case .weekEnd(let week): lastDeskDay(ofWeek: week)
    case .date(let month, let day): try date(month, day)
    case .festival(let name, let side, let steps, let year):
      try festival(name, side, steps, year, at: minute)
    }
  }

  /// Minutes and hours count from now, with its seconds dropped, so that the moment is the one shown.
  private func moment(after steps: [WhenStep]) -> Instant {
    let start = calendar.moment(day(after: steps), minute: calendar.minuteOfDay(now))
    return start + Int64(steps.reduce(0) { $0 + $1.minutes } * 60)
  }

  private func day(after steps: [WhenStep], from start: Day? = nil) -> Day {
    steps.reduce(start ?? today) { day, step in
      switch step.unit {
      case .minute, .quarter, .hour: day
      case .day: day + step.count
      case .deskDay: step.count < 0 ? day + step.count : calendar.adding(deskDays: step.count, to: day)
      case .week: day + step.count * 7
      case .month: day.adding(months: step.count)
      case .year: day.adding(months: step.count * 12)
      }
    }
  }

  /// The first day from today on that fits and on which the minute is still ahead.
  private func firstDay(at minute: Int, where fits: (Day) -> Bool) -> Instant {
    let moments = (0...7).map { today + $0 }.filter(fits).map { calendar.moment($0, minute: minute) }
    return moments.first { $0 > now } ?? calendar.moment(today, minute: minute)
  }

  /// Its Friday, where the whole week is off.
  private func lastDeskDay(ofWeek week: Int) -> Day {
    let days = Weekday.allCases.map { day($0, ofWeek: week) }
    return days.last(where: calendar.isDeskDay) ?? day(.friday, ofWeek: week)
  }

  private func day(_ weekday: Weekday, ofWeek week: Int) -> Day {
    today + (week * 7 + weekday.rawValue - today.weekday.rawValue)
  }
}

/// Dates: the first candidate that the calendar has and that is not past; a date in full is its only candidate.
extension WhenPlacement {
  private func date(_ month: WhenMonth, _ day: WhenDayOfMonth) throws(WhenError) -> Day {
    let days = firstDays(of: month).compactMap { self.day(day, ofMonthFrom: $0) }
    guard let found = days.first(where: { $0 >= today }) ?? days.last else { throw .noSuchDay }
    return found
  }

  /// The first days of the months to look at, in order. February 29 is at most 8 years away.
  private func firstDays(of month: WhenMonth) -> [Day] {
    let (year, _, dayOfMonth) = today.civil
    let firstOfThis = today - (dayOfMonth - 1)
    return switch month {
    case .any: (0...12).map { firstOfThis.adding(months: $0) }
    case .ahead(let count): [firstOfThis.adding(months: count)]
    case .season(let count, let month):
      [firstOfThis.adding(months: count * 3 + month - (today.civil.month - 1) % 3)]
    case .named(let month, nil): first(of: month, in: year...year + 8)
    case .named(let month, let said?): first(of: month, in: self.year(said)...self.year(said))
    }
  }

  private func year(_ said: WhenYear) -> Int {
    switch said {
    case .number(let year): year
    case .ahead(let count): today.civil.year + count
    }
  }

  private func first(of month: Int, in years: ClosedRange<Int>) -> [Day] {
    years.compactMap { Day(year: $0, month: month, day: 1) }
  }

  private func day(_ day: WhenDayOfMonth, ofMonthFrom first: Day) -> Day? {
    let last = first.adding(months: 1) - 1
    switch day {
    case .number(let number):
      return Day(year: first.civil.year, month: first.civil.month, day: number)
    case .last: return last
    case .weekday(let weekday, let ordinal):
      return nth(ordinal, of: (first.number...last.number).map(Day.init).filter { $0.weekday == weekday })
    case .deskDay(let ordinal):
      return nth(ordinal, of: (first.number...last.number).map(Day.init).filter(calendar.isDeskDay))
    }
  }

  private func nth(_ ordinal: Int, of days: [Day]) -> Day? {
    let index = ordinal < 0 ? days.count + ordinal : ordinal - 1
    return days.indices.contains(index) ? days[index] : nil
  }
}

/// Festivals: the first one of the table whose moment is ahead.
extension WhenPlacement {
  private func festival(
    _ name: String, _ side: WhenSide, _ steps: [WhenStep], _ year: WhenYear?, at minute: Int
  ) throws(WhenError) -> Day {
    let all = defaults.vocabulary().days(of: name)
    let days = all.filter { day in year.map { day.civil.year == self.year($0) } ?? true }.map { day in
      switch side {
      // 国庆前 is the last desk day before it, 国庆前一天 the day before.
      case .before where steps.isEmpty: calendar.deskDay(before: day)
      case .before: self.day(after: steps.map { WhenStep(count: -$0.count, unit: $0.unit) }, from: day)
      case .on: day
      case .after: self.day(after: steps, from: calendar.deskDay(after: day))
      }
    }
    if year != nil, let last = days.last { return last }
    guard let found = days.first(where: { calendar.moment($0, minute: minute) > now }) else { throw .tooFar }
    return found
  }
}

/// What is over.
extension WhenPlacement {
  /// What somebody who typed a moment that is over may have meant: its time of day today or tomorrow; the same weekday, day
  /// of the month or date of the year that is ahead.
  private func nextReading(ofPast past: Instant, said day: WhenDay?) -> Instant {
    let (minute, then) = (calendar.minuteOfDay(past), calendar.day(of: past))
    let days: [Day] =
      switch day {
      case _ where then == today: [today, today + 1]
      case .weekday, .weekEnd: (1...60).map { then + $0 * 7 }
      case .date(.named, _): years(from: then)
      case .date: (1...24).map { then.adding(months: $0) }
      default: today - then <= 7 ? [today, today + 1] : years(from: then)
      }
    let moments = days.map { calendar.moment($0, minute: minute) }
    return moments.first { $0 > now } ?? calendar.moment(today + 1, minute: minute)
  }

  private func years(from day: Day) -> [Day] { (1...200).map { day.adding(months: 12 * $0) } }
}

extension WhenStep {
  fileprivate var minutes: Int {
    switch unit {
    case .minute: count
    case .quarter: count * 15
    case .hour: count * 60
    default: 0
    }
  }
}
