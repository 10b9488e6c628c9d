/// What a new version of a policy, a calendar or an assignment may do to a running clock (R4.15): bring its due no
/// nearer than the end of the 3rd desk day after it takes effect.
package struct RuleChange: Sendable {
  private static let protectedDeskDays = 3

  private let floor: Instant

  package init(effectiveAt moment: Instant, in calendar: HouseCalendar) {
    let day = calendar.adding(deskDays: RuleChange.protectedDeskDays, to: calendar.day(of: moment))
    floor = calendar.end(of: day)
  }

  /// Until when an opportunity is held whose due the change would bring nearer; nil where it does not.
  ///
  /// - Parameter before: the due until now; nil where no clock ran.
  package func hold(due: Instant, before: Instant?) -> Instant? {
    due < before ?? floor ? min(before ?? floor, floor) : nil
  }
}
