/// The days and hours of the house (R4.5): its offset from UTC, its desk hours, its days off and make-up workdays.
package struct HouseCalendar: Sendable {
  /// Seconds east of UTC.
  package let utcOffset: Int
  /// Minutes of the day between which the house works, 540..<1080 for 09:00-18:00.
  package let deskHours: Range<Int>
  /// Days whose weekday does not say whether they are desk days: true for a make-up workday, false for a day off.
  private let exceptions: [Day: Bool]
  private let tabledYears: Set<Int>

  /// The years of the table are those whose days off are known; in any other only weekends are off.
  package init(
    utcOffset: Int, deskHours: Range<Int>, exceptions: [Day: Bool], tabledYears: Set<Int> = []
  ) {
    self.utcOffset = utcOffset
    self.deskHours = deskHours
    self.exceptions = exceptions
    self.tabledYears = tabledYears
  }

  /// The calendar with other days off and workdays in the years these have.
  package func replacing(_ days: [Day: Bool]) -> HouseCalendar {
    let years = Set(days.keys.map(\.civil.year))
    let kept = exceptions.filter { !years.contains($0.key.civil.year) }
    return HouseCalendar(
      utcOffset: utcOffset, deskHours: deskHours, exceptions: kept.merging(days) { _, new in new },
      tabledYears: tabledYears.union(years))
  }

  /// Whether the days off of this year are known. Where not, only weekends count, and whoever shows a due says so.
  package func hasTable(for year: Int) -> Bool {
    tabledYears.contains(year)
  }

  /// The calendar of a house that is elsewhere.
  package func at(utcOffset: Int) -> HouseCalendar {
    HouseCalendar(
      utcOffset: utcOffset, deskHours: deskHours, exceptions: exceptions, tabledYears: tabledYears)
  }

  /// The calendar with other desk hours.
  package func open(during hours: Range<Int>) -> HouseCalendar {
    HouseCalendar(utcOffset: utcOffset, deskHours: hours, exceptions: exceptions, tabledYears: tabledYears)
  }

  package func day(of moment: Instant) -> Day {
    let local = moment.seconds + Int64(utcOffset)
    return Day(number: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// Minutes since the house's midnight, 0..<1440.
  package func minuteOfDay(_ moment: Instant) -> Int {
    Int((moment - start(of: day(of: moment))) / 60)
  }

  /// The moment at which the day begins.
  package func start(of day: Day) -> Instant {
    Instant(seconds: Int64(day.number) * 86_400 - Int64(utcOffset))
  }

  /// The end of the day, "24:00": the moment at which the next one begins.
  package func end(of day: Day) -> Instant {
    start(of: day + 1)
  }

  /// From its beginning to its end.
  package func span(of day: Day) -> Range<Instant> { start(of: day)..<end(of: day) }

  package func moment(_ day: Day, minute: Int) -> Instant {
    start(of: day) + Int64(minute * 60)
  }

  package func isDeskDay(_ day: Day) -> Bool {
    exceptions[day] ?? !day.weekday.isWeekend
  }

  package func deskDay(after day: Day) -> Day {
    var next = day + 1
    while !isDeskDay(next) { next = next + 1 }
    return next
  }

  package func deskDay(before day: Day) -> Day {
    var previous = day - 1
    while !isDeskDay(previous) { previous = previous - 1 }
    return previous
  }

  /// The day itself where it is a desk day, else the next one.
  package func deskDay(onOrAfter day: Day) -> Day {
    deskDay(after: day - 1)
  }

  /// The n-th desk day after this day, which itself is not counted; the day itself for 0 or less.
  package func adding(deskDays count: Int, to day: Day) -> Day {
    (0..<max(0, count)).reduce(day) { reached, _ in deskDay(after: reached) }
  }

  /// The end ("24:00") of the first desk day after the day of this moment.
  package func endOfNextDeskDay(after moment: Instant) -> Instant {
    end(of: deskDay(after: day(of: moment)))
  }

  /// Until when a customer that flowed back at this moment can be taken back (R4.16): one that left at midnight left on the
  /// day before.
  package func takeBackEnds(flowedBackAt moment: Instant) -> Instant { endOfNextDeskDay(after: moment - 1) }

  package func startOfMonth(at moment: Instant) -> Instant {
    let today = day(of: moment)
    return start(of: today - (today.civil.day - 1))
  }

  package func startOfNextMonth(at moment: Instant) -> Day {
    let today = day(of: moment)
    return (today - (today.civil.day - 1)).adding(months: 1)
  }

  /// How many seconds of desk hours lie between two moments; 0 where the second is not later.
  ///
  /// - Parameter enough: at how many to stop counting.
  package func deskSeconds(from start: Instant, to end: Instant, enough: Int64 = .max) -> Int64 {
    guard start < end else { return 0 }
    var total: Int64 = 0
    var day = day(of: start)
    while self.start(of: day) < end && total < enough {
      if isDeskDay(day) {
        let opens = max(moment(day, minute: deskHours.lowerBound), start)
        let closes = min(moment(day, minute: deskHours.upperBound), end)
        total += max(0, closes - opens)
      }
      day = day + 1
    }
    return total
  }

  /// `2026-11-26T14:32:00+08:00`
  package func iso8601(_ moment: Instant) -> String {
    let day = day(of: moment)
    let second = Int(moment - start(of: day))
    let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }.joined(separator: ":")
    return "\(day.iso)T\(time)\(UTCOffset.text(utcOffset))"
  }
}
