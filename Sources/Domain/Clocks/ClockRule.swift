/// One clock of a policy: how long an opportunity may go without what it watches for (R4.1, R4.4).
package struct ClockRule: Sendable, Equatable {
  package let name: String
  package let title: Title
  package let watches: WatchedEvent
  package let length: ClockLength
  /// Whether each watched event starts the clock anew; else the first one stops it for good.
  package let repeats: Bool

  package init(name: String, title: Title, watches: WatchedEvent, length: ClockLength, repeats: Bool) {
    self.name = name
    self.title = title
    self.watches = watches
    self.length = length
    self.repeats = repeats
  }
}

/// What a clock waits for.
package enum WatchedEvent: String, Sendable, CaseIterable {
  case note, visit, signing
}

/// A length in calendar days, desk days or calendar months (R4.5): `30d`, `2wd`, `6mo`.
package enum ClockLength: Sendable, Equatable {
  case days(Int), deskDays(Int), months(Int)

  package init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count > 0, count <= 3660 else { return nil }
    switch text.dropFirst(digits.count) {
    case "d": self = .days(count)
    case "wd": self = .deskDays(count)
    case "mo": self = .months(count)
    default: return nil
    }
  }

  /// The due day of a clock that started on this day.
  package func dueDay(from day: Day, in calendar: HouseCalendar) -> Day {
    switch self {
    case .days(let count): day + count
    case .deskDays(let count): calendar.adding(deskDays: count, to: day)
    case .months(let count): day.adding(months: count)
    }
  }

  /// The length as it is written in a policy.
  package var text: String {
    switch self {
    case .days(let count): "\(count)d"
    case .deskDays(let count): "\(count)wd"
    case .months(let count): "\(count)mo"
    }
  }
}
