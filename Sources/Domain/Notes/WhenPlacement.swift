/// Places what a phrase says on the calendar, seen from now.
struct WhenPlacement {
  let now: Instant
  let calendar: HouseCalendar
  let defaults: WhenDefaults

  func resolve(_ parts: WhenParts) throws(WhenError) -> WhenPhrase.Resolved {
    let moment = try moment(parts)
    guard moment > now else { throw .past(moment) }
    let day = calendar.day(of: moment)
    guard day <= today.adding(months: defaults.furthestMonths) else { throw .tooFar }
    let deskDay = calendar.deskDay(onOrAfter: day)
    return WhenPhrase.Resolved(
      moment: moment, isTimeGiven: parts.distance != nil || parts.clock?.isGiven == true,
      nextDeskMoment: deskDay == day ? nil : calendar.moment(deskDay, minute: calendar.minuteOfDay(moment)))
  }

  private var today: Day { calendar.day(of: now) }

  private func moment(_ parts: WhenParts) throws(WhenError) -> Instant {
    if let steps = parts.distance { return moment(after: steps) }
    let minute = parts.clock?.minute ?? defaults.dayMinute
    guard let day = parts.day else { return firstDay(at: minute) { _ in true } }
    return switch day {
    case .ahead(let steps): calendar.moment(self.day(after: steps), minute: minute)
    case .weekday(let weekday, nil): firstDay(at: minute) { $0.weekday == weekday }
    case .weekday(let weekday, let week?): calendar.moment(self.day(weekday, ofWeek: week), minute: minute)
    case .date(let month, let day): calendar.moment(try date(month, day), minute: minute)
    }
  }

  /// Minutes and hours count from now, with its seconds dropped, so that the moment is the one shown.
  private func moment(after steps: [WhenStep]) -> Instant {
    let start = calendar.moment(day(after: steps), minute: calendar.minuteOfDay(now))
    return start + Int64(steps.reduce(0) { $0 + $1.minutes } * 60)
  }

  private func day(after steps: [WhenStep]) -> Day {
    steps.reduce(today) { day, step in
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

  private func day(_ weekday: Weekday, ofWeek week: Int) -> Day {
    today + (week * 7 + weekday.rawValue - today.weekday.rawValue)
  }
}

/// Dates: the first candidate that the calendar has and that is not past; a date in full is its only candidate.
extension WhenPlacement {
  private func date(_ month: WhenMonth, _ day: Int?) throws(WhenError) -> Day {
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
    case .named(let month, nil): first(of: month, in: year...year + 8)
    case .named(let month, .ahead(let count)): first(of: month, in: year + count...year + count)
    case .named(let month, .number(let year)): first(of: month, in: year...year)
    }
  }

  private func first(of month: Int, in years: ClosedRange<Int>) -> [Day] {
    years.compactMap { Day(year: $0, month: month, day: 1) }
  }

  private func day(_ day: Int?, ofMonthFrom first: Day) -> Day? {
    let (year, month, _) = first.civil
    guard let day else { return first.adding(months: 1) - 1 }
    return Day(year: year, month: month, day: day)
  }
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
