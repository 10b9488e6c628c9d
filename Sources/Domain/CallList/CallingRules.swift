/// When and how often a number is dialled, whoever does it (R6.7).
package struct CallingRules: Sendable {
  package let quietHours: [QuietHours]
  /// How often a number is tried on a day of the house; 0 for no limit.
  package let dailyTries: Int

  package init(quietHours: [QuietHours], dailyTries: Int) {
    self.quietHours = quietHours
    self.dailyTries = dailyTries
  }

  /// When one may dial again; nil where no hour is quiet now.
  package func quietUntil(_ now: Instant, in calendar: HouseCalendar) -> Instant? {
    var end = now
    // One may end where the next begins.
    for _ in 0...quietHours.count {
      guard let next = quietHours.lazy.compactMap({ $0.end(after: end, in: calendar) }).first else { break }
      end = next
    }
    return end == now ? nil : end
  }
}

/// Hours in which nobody is called, as `21:00-08:00`, which passes midnight.
package struct QuietHours: Sendable, Equatable {
  /// Minutes since midnight; the end may lie before the start.
  package let start: Int
  package let end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// When they end; nil where the moment lies outside them.
  func end(after moment: Instant, in calendar: HouseCalendar) -> Instant? {
    let (day, minute) = (calendar.day(of: moment), calendar.minuteOfDay(moment))
    if start < end { return start <= minute && minute < end ? calendar.moment(day, minute: end) : nil }
    if minute >= start { return calendar.moment(day + 1, minute: end) }
    return minute < end ? calendar.moment(day, minute: end) : nil
  }
}
