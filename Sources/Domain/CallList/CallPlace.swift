/// A place in the order of a call list: the reason, then what is more urgent among those of one reason (R7.1).
package struct CallPlace: Sendable, Equatable, Comparable {
  package let reason: CallReason
  /// Smaller is sooner.
  fileprivate let urgency: Int64
  fileprivate let id: CustomerID

  package static func < (one: CallPlace, other: CallPlace) -> Bool {
    (one.reason, one.urgency, one.id) < (other.reason, other.urgency, other.id)
  }
}

extension Policy {
  /// Where a customer stands in the call list of today, by its strongest reason; nil where it has none.
  package func place(of customer: CallCandidate, at now: Instant, in calendar: HouseCalendar) -> CallPlace? {
    let reasons =
      [contactReason(customer, at: now, in: calendar)] + otherReasons(customer, at: now, in: calendar)
    return reasons.compactMap { $0 }.min().map { reason in
      let urgency = urgency(of: customer, by: reason, at: now, in: calendar)
      return CallPlace(reason: reason, urgency: urgency, id: customer.id)
    }
  }

  /// What was planned until the end of today.
  private func contactReason(
    _ customer: CallCandidate, at now: Instant, in calendar: HouseCalendar
  ) -> CallReason? {
    guard let next = customer.next, next.at < calendar.end(of: calendar.day(of: now)) else { return nil }
    if !next.isAgreed { return .callback }
    return next.at.seconds / 60 < now.seconds / 60 ? .missed : .appointment
  }

  /// Whom he has called today, and who can't or won't be called for now, he calls by what was planned, and by nothing
  /// else.
  private func otherReasons(
    _ customer: CallCandidate, at now: Instant, in calendar: HouseCalendar
  ) -> [CallReason?] {
    if customer.isCalledToday || customer.isInvalid { return [] }
    return [
      isToRescue(customer, at: now, in: calendar) ? .rescue : nil,
      daysOverdue(customer, at: now, in: calendar) == nil ? nil : .overdue,
      customer.returnCallBy == nil ? nil : .returnCall,
      customer.preparedAs == nil ? nil : .prepared,
    ]
  }

  /// An appointment that comes before the due is soon enough.
  private func isToRescue(_ customer: CallCandidate, at now: Instant, in calendar: HouseCalendar) -> Bool {
    guard let due = customer.due, isAboutToFlowBack(due, at: now, in: calendar) else { return false }
    return customer.appointment.map { $0 >= due } ?? true
  }

  /// With whom something is agreed, nothing is overdue.
  private func daysOverdue(
    _ customer: CallCandidate, at now: Instant, in calendar: HouseCalendar
  ) -> Int? {
    guard customer.appointment == nil else { return nil }
    return daysOverdue(
      customer.level, lastContact: calendar.day(of: customer.lastContact), on: calendar.day(of: now))
  }

  private func urgency(
    of customer: CallCandidate, by reason: CallReason, at now: Instant, in calendar: HouseCalendar
  ) -> Int64 {
    switch reason {
    case .missed, .appointment, .callback: customer.next?.at.seconds ?? 0
    case .rescue: customer.due?.seconds ?? 0
    case .overdue: -Int64(daysOverdue(customer, at: now, in: calendar) ?? 0)
    case .returnCall: customer.returnCallBy?.seconds ?? 0
    case .prepared: Int64(customer.preparedAs ?? 0)
    }
  }

  /// Inside the warning window: no more days left than the longest warning level.
  package func isAboutToFlowBack(_ due: Instant?, at now: Instant, in calendar: HouseCalendar) -> Bool {
    guard let due, let longest = warnings.first else { return false }
    return calendar.dueDay(of: due) - calendar.day(of: now) <= longest
  }
}
