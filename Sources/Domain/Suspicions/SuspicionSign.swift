/// What looks like work that was not done (R6.5, R3.6). The raw values are part of the command line's contract.
package enum SuspicionSign: String, Sendable, CaseIterable {
  /// One text on many customers.
  case sameText = "same_text"
  /// Hardly a word where the outcome asks for some.
  case shortText = "short_text"
  /// Calls noted faster than anybody dials.
  case undialled
  /// A customer went from A to B and back.
  case ring
  /// Notes that renewed a clock shortly before its due moment.
  case lastMinute = "last_minute"
  /// More checks and searches for numbers than a day's work needs.
  case checks
  /// The last number that could be called was marked off (R6.3).
  case lastNumber = "last_number"
  /// Entered, and given up at once.
  case soonReleased = "soon_released"
}

/// From which figures on a sign shows (*policy*).
package struct SuspicionRules: Sendable, Equatable {
  /// Customers with one text.
  package let sameText: Int
  /// Characters; fewer are too few.
  package let shortText: Int
  /// Calls noted within a minute without one of them dialled.
  package let callsAMinute: Int
  /// Between one holding and the next of the same person, somebody else's between them.
  package let ringDays: Int
  /// Before the due moment, in seconds.
  package let lastSeconds: Int64
  /// Of one person, on one day of the house.
  package let checksADay: Int
  /// Between the entry and the release by hand.
  package let soonReleasedDays: Int

  package init(
    sameText: Int, shortText: Int, callsAMinute: Int, ringDays: Int, lastSeconds: Int64, checksADay: Int,
    soonReleasedDays: Int
  ) {
    self.sameText = sameText
    self.shortText = shortText
    self.callsAMinute = callsAMinute
    self.ringDays = ringDays
    self.lastSeconds = lastSeconds
    self.checksADay = checksADay
    self.soonReleasedDays = soonReleasedDays
  }
}
