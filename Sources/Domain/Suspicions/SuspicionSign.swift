/// What looks like work that was not done (R6.5, R3.6). The raw values are part of the command line's contract.
package enum SuspicionSign: String, Sendable, CaseIterable {
  /// One text on many customers.
  case sameText = "same_text"
  /// Hardly a word where the outcome asks for some.
  case shortText = "short_text"
  /// Calls noted faster than anybody dials.
  case undialled
  /// Somebody was reached whom the telephone's records don't know (R8.7).
  case unknownCall = "unknown_call"
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
