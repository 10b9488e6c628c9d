/// Whether the numbers of a customer may be dialled at a moment (R6.3, R6.7): what the screens show before, and what
/// the act asks.
package struct DiallingCheck: Sendable {
  private let rules: CallingRules
  /// How often each was tried today by anybody, by its collision key.
  private let tries: [String: Int]
  private let now: Instant
  private let calendar: HouseCalendar

  package init(_ rules: CallingRules, tries: [String: Int], at now: Instant, in calendar: HouseCalendar) {
    self.rules = rules
    self.tries = tries
    self.now = now
    self.calendar = calendar
  }

  /// Nil where it may be dialled.
  package func bar(on number: CustomerNumber) -> DiallingBar? {
    if !number.use.isDialled { return .noPhone }
    if !number.mark.isCallable { return .marked(number.mark) }
    if let until = rules.quietUntil(now, in: calendar) { return .quiet(until: until) }
    let count = tries[number.collisionKey] ?? 0
    return rules.dailyTries > 0 && count >= rules.dailyTries ? .triedEnough(count) : nil
  }

  /// The first that may be dialled; where none may now, the first that may at another time.
  package func choice(of numbers: [CustomerNumber]) -> CustomerNumber? {
    let callable = numbers.filter(\.isCallable)
    return callable.first { bar(on: $0) == nil } ?? callable.first
  }
}

/// Why a number is not dialled.
package enum DiallingBar: Sendable, Equatable {
  /// Nobody is on a fax or an id.
  case noPhone
  case marked(NumberMark)
  case quiet(until: Instant)
  /// So often today, by everybody together.
  case triedEnough(Int)
}
