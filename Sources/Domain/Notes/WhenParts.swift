/// What the rules found in a phrase.
struct WhenParts {
  var day: WhenDay?
  /// Said beside another day, which it must fall on: 12月2日(周三).
  var weekday: (weekday: Weekday, week: Int?)?
  var clock: WhenClock?
  /// Whether it was said to be agreed, or to be ours.
  var isAgreed: Bool?
  /// A distance with hours or minutes in it; it leaves room for neither day nor clock.
  var distance: [WhenStep]?
  /// 10.30, until the rest of the phrase tells whether it is a date or a time.
  private var dotted: WhenDotted?

  /// Takes what was found; false where the phrase already says it.
  mutating func take(_ found: WhenFound) -> Bool {
    guard distance == nil else { return false }
    switch found {
    case .day(let day): return take(day)
    case .clock(let clock) where self.clock == nil: self.clock = clock
    case .distance(let steps) where day == nil && clock == nil && dotted == nil: distance = steps
    case .dotted(let dotted) where self.dotted == nil: self.dotted = dotted
    default: return false
    }
    return true
  }

  private mutating func take(_ day: WhenDay) -> Bool {
    switch (self.day, day) {
    case (nil, _): self.day = day
    case (.weekday, .weekday): return false
    case (.weekday(let weekday, let week)?, _) where self.weekday == nil:
      self.day = day
      self.weekday = (weekday, week)
    case (_, .weekday(let weekday, let week)) where self.weekday == nil: self.weekday = (weekday, week)
    default: return false
    }
    return true
  }

  /// What was said begins at its time, and lasts so long.
  mutating func end(with found: WhenFound) {
    if case .clock(let end) = found { clock?.end = end.minute }
  }

  /// With what has a dot read as what the rest leaves room for; nil where that is neither day nor time.
  func settled(from today: Day) -> WhenParts? {
    guard let dotted else { return self }
    var parts = self
    switch (day, clock) {
    case (nil, .some): parts.day = dotted.day
    case (.some, nil): parts.clock = dotted.clock
    case (.some, .some): return nil
    case (nil, nil):
      guard let clock = dotted.clock, dotted.isOver(on: today) else {
        parts.day = dotted.day
        return parts
      }
      parts.clock = clock
      parts.day = .ahead([])
    }
    return parts
  }
}

enum WhenFound {
  case day(WhenDay)
  case clock(WhenClock)
  case distance([WhenStep])
  case dotted(WhenDotted)
  /// A time was meant, but no day has it.
  case noSuchTime

  /// Whether the other can be the end of a stretch that begins with this.
  func isOfOneKind(as other: WhenFound) -> Bool {
    switch (self, other) {
    case (.day, .day), (.clock, .clock), (.distance, .distance): true
    default: false
    }
  }
}

enum WhenDay {
  /// Whole days, weeks or months from today.
  case ahead([WhenStep])
  /// The next such day, or the one of a week counted from this one.
  case weekday(Weekday, week: Int?)
  case date(WhenMonth, WhenDayOfMonth)
  /// The last desk day of a week counted from this one.
  case weekEnd(Int)
  /// The day of a festival, or the last desk day before it or the first behind it, and steps from there.
  case festival(String, WhenSide, [WhenStep], year: WhenYear?)
}

enum WhenSide {
  case before, on, after
}

enum WhenDayOfMonth {
  case number(Int)
  case last
  /// The n-th such weekday; -1 is the last.
  case weekday(Weekday, Int)
  /// The n-th desk day; -1 is the last.
  case deskDay(Int)
}

enum WhenMonth {
  /// The next month that has the day, this one included.
  case any
  /// Months from this one.
  case ahead(Int)
  /// The first or another month of a quarter counted from this one.
  case season(Int, month: Int)
  /// A month by its number; without a year, the next whose day is not past.
  case named(Int, year: WhenYear?)
}

enum WhenYear {
  case number(Int)
  /// Years from this one.
  case ahead(Int)
}

struct WhenClock {
  /// Minutes since midnight; 1440 is the end of the day, and more is of the night that follows.
  let minute: Int
  /// False where a part of the day was named and the policy says which minute that is.
  let isGiven: Bool
  /// Where a stretch was said, its end.
  var end: Int?
}

/// Two numbers with a dot between: a date, 12.5, or a time, 9.30.
struct WhenDotted {
  let numbers: (Int, Int)
  /// Nil where no day has it.
  let clock: WhenClock?

  var day: WhenDay { .date(.named(numbers.0, year: nil), .number(numbers.1)) }

  /// Whether this year's day of the two is over, or there is none: then nobody means it.
  func isOver(on today: Day) -> Bool {
    Day(year: today.civil.year, month: numbers.0, day: numbers.1).map { $0 < today } ?? true
  }
}

/// One piece of a distance: 3 days; below zero, days ago.
struct WhenStep {
  let count: Int
  let unit: WhenUnit
}
