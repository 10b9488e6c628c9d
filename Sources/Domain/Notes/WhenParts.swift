/// What the rules found in a phrase.
struct WhenParts {
  var day: WhenDay?
  var clock: WhenClock?
  /// A distance with hours or minutes in it; it leaves room for neither day nor clock.
  var distance: [WhenStep]?

  /// Takes what was found; false where the phrase already says it.
  mutating func take(_ found: WhenFound) -> Bool {
    guard distance == nil else { return false }
    switch found {
    case .day(let day) where self.day == nil: self.day = day
    case .clock(let clock) where self.clock == nil: self.clock = clock
    case .distance(let steps) where day == nil && clock == nil: distance = steps
    default: return false
    }
    return true
  }
}

enum WhenFound {
  case day(WhenDay)
  case clock(WhenClock)
  case distance([WhenStep])
  /// A time was meant, but no day has it.
  case noSuchTime
}

enum WhenDay {
  /// Whole days, weeks or months from today.
  case ahead([WhenStep])
  /// The next such day, or the one of a week counted from this one.
  case weekday(Weekday, week: Int?)
  /// A day of a month; nil is the month's last.
  case date(WhenMonth, day: Int?)
}

enum WhenMonth {
  /// The next month that has the day, this one included.
  case any
  /// Months from this one.
  case ahead(Int)
  /// A month by its number; without a year, the next whose day is not past.
  case named(Int, year: WhenYear?)
}

enum WhenYear {
  case number(Int)
  /// Years from this one.
  case ahead(Int)
}

struct WhenClock {
  /// Minutes since midnight.
  let minute: Int
  /// False where a part of the day was named and the policy says which minute that is.
  let isGiven: Bool
}

/// One piece of a distance: 3 days; below zero, days ago.
struct WhenStep {
  let count: Int
  let unit: WhenUnit
}
