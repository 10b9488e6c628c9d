/// What the house takes for granted when the next contact is typed (R6.2); figures of the policy.
package struct WhenDefaults: Sendable {
  /// The minute of a day named without a time, 540 for 09:00.
  package let dayMinute: Int
  /// The hours that mean the afternoon when nothing says morning: 1...7 makes 明3 tomorrow at 15:00.
  package let smallHours: ClosedRange<Int>
  package let morning: Span
  package let noon: Span
  package let afternoon: Span
  package let evening: Span
  /// Minutes before the end of the desk hours that 下班前 and `eod` mean.
  package let beforeClosing: Int
  /// Months from today beyond which a next contact is taken for a slip.
  package let furthestMonths: Int
  /// Asked for with the first phrase, so that a start of the program does not wait for the words.
  let vocabulary: @Sendable () -> WhenVocabulary

  package init(
    dayMinute: Int, smallHours: ClosedRange<Int>, morning: Span, noon: Span, afternoon: Span, evening: Span,
    beforeClosing: Int, furthestMonths: Int,
    vocabulary: @autoclosure @escaping @Sendable () -> WhenVocabulary
  ) {
    self.dayMinute = dayMinute
    self.smallHours = smallHours
    self.morning = morning
    self.noon = noon
    self.afternoon = afternoon
    self.evening = evening
    self.beforeClosing = beforeClosing
    self.furthestMonths = furthestMonths
    self.vocabulary = vocabulary
  }

  /// A part of the day, in minutes since midnight.
  package struct Span: Hashable, Sendable {
    /// What the words alone mean: 明天下午 is tomorrow at this minute.
    package let start: Int
    /// The minutes an hour said with the words can fall on: 下午 with 3点 must lie in it, so it is 15:00.
    package let minutes: ClosedRange<Int>

    package init(start: Int, minutes: ClosedRange<Int>) {
      self.start = start
      self.minutes = minutes
    }
  }
}
