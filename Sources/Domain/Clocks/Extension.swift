extension Policy {
  /// The opportunity with an extension granted (R4.8): the original due and so many days, at the same hour.
  package func extending(_ opportunity: Opportunity, by days: Int, in calendar: HouseCalendar) -> Opportunity
  {
    guard let due = deadlines(of: opportunity, in: calendar).first?.due else { return opportunity }
    var extended = opportunity
    extended.extendedTo = releaseMoment(on: calendar.dueDay(of: due) + days, in: calendar)
    return extended
  }

  /// When an opportunity would be due, granted so many days more; nil where no clock runs.
  package func due(of opportunity: Opportunity, extendedBy days: Int, in calendar: HouseCalendar) -> Instant?
  {
    var extended = extending(opportunity, by: days, in: calendar)
    extended.askedUntil = nil
    return standing(of: extended, warnings: [], in: calendar)?.effectiveDue
  }
}
