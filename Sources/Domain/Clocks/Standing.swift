/// A warning as it was recorded (R4.7). A period is a clock and the moment it runs from.
package struct Warning: Sendable, Equatable {
  package let clock: String
  package let periodStart: Instant
  /// The level in days.
  package let level: Int
  package let at: Instant
  /// The due it was about, where an extension or an order had put that off.
  package let putOffTo: Instant?

  package init(clock: String, periodStart: Instant, level: Int, at: Instant, putOffTo: Instant? = nil) {
    self.clock = clock
    self.periodStart = periodStart
    self.level = level
    self.at = at
    self.putOffTo = putOffTo
  }
}

/// Where an opportunity stands against its clocks: the one answer that list, warning, refusal, release and engine
/// all use (R4.6).
package struct Standing: Sendable {
  /// All running deadlines, the ruling one first.
  package let deadlines: [Deadline]
  package let ruling: Deadline
  /// The effective due: the ruling due, put off by grace, by a request that is open, by a take-back.
  package let effectiveDue: Instant
  /// When this clock period was warned about first; nobody is released before that (R4.7).
  package let firstWarning: Instant?
  /// The warnings still to come in this period, with the moment each fires, the next one first.
  package let warningsAhead: [(level: Int, at: Instant)]
  /// To when an extension or an order put the due off; nil where the due is the clock's own.
  package let putOffTo: Instant?

  /// Whether the opportunity is over at this moment (R4.6): due, and warned.
  package func isOver(at now: Instant) -> Bool {
    firstWarning != nil && effectiveDue <= now
  }

  /// The warning to record at this moment: of several that have come up, the one nearest to the due.
  package func warningDue(at now: Instant) -> Warning? {
    warningsAhead.last { $0.at <= now }.map {
      Warning(
        clock: ruling.clock.name, periodStart: ruling.start.at, level: $0.level, at: now,
        putOffTo: putOffTo)
    }
  }

  /// The next moment at which the engine has something to do: warn, or release.
  package var wakesAt: Instant {
    guard let next = warningsAhead.first?.at else { return effectiveDue }
    return firstWarning == nil ? next : min(next, effectiveDue)
  }

  /// The clocks that end the opportunity together, the headline first (R4.4).
  package var rulingClocks: [String] {
    deadlines.filter { $0.due <= ruling.due }.map(\.clock.name)
  }
}

extension Policy {
  /// Nil where no clock runs.
  package func standing(
    of opportunity: Opportunity, warnings said: [Warning], in calendar: HouseCalendar
  ) -> Standing? {
    let deadlines = deadlines(of: opportunity, in: calendar)
    guard let ruling = deadlines.first else { return nil }
    let recorded = said.filter { $0.clock == ruling.clock.name && $0.periodStart == ruling.start.at }
    let first = recorded.map(\.at).min()
    let graced = effectiveDue(ruling.due, firstWarning: first, in: calendar)
    let due = [opportunity.heldUntil, opportunity.askedUntil, opportunity.orderedUntil].compactMap { $0 }
      .reduce(graced, max)
    let putOffTo = opportunity.putOff(ruling, to: due)
    let isPutOffUnsaid = putOffTo != nil && !recorded.contains { $0.putOffTo == putOffTo }
    let reached = recorded.map(\.level).min() ?? Int.max
    return Standing(
      deadlines: deadlines, ruling: ruling, effectiveDue: due, firstWarning: first,
      // R4.7: a due that was put off is warned of once more, by the last level at least.
      warningsAhead: warningMoments(before: due, in: calendar)
        .filter { $0.level < reached || isPutOffUnsaid && $0.level == warnings.last },
      putOffTo: putOffTo)
  }

  /// R4.7: who was not warned in time gets grace, to the first release moment at or after the end of the desk day
  /// that follows the first warning.
  private func effectiveDue(_ due: Instant, firstWarning: Instant?, in calendar: HouseCalendar) -> Instant {
    guard let firstWarning else { return due }
    let notice = calendar.deskSeconds(from: firstWarning, to: due, enough: warnedInTime)
    return notice >= warnedInTime ? due : max(due, graceEnd(warnedAt: firstWarning, in: calendar))
  }

  /// When somebody warned only at this moment may lose the customer at the earliest.
  private func graceEnd(warnedAt warning: Instant, in calendar: HouseCalendar) -> Instant {
    let nextDeskDay = calendar.deskDay(after: calendar.day(of: warning))
    return releaseMoment(notBefore: calendar.end(of: nextDeskDay), in: calendar)
  }

  /// When each level fires, earliest first: at 00:00 of that many days before the due day, or at the opening hour
  /// of the last desk day before where that is a rest day (R4.7).
  private func warningMoments(before due: Instant, in calendar: HouseCalendar) -> [(level: Int, at: Instant)]
  {
    let dueDay = calendar.dueDay(of: due)
    return warnings.map { level in
      let day = dueDay - level
      if calendar.isDeskDay(day) { return (level, calendar.start(of: day)) }
      let before = calendar.deskDay(before: day)
      return (level, calendar.moment(before, minute: calendar.deskHours.lowerBound))
    }
  }
}

extension Opportunity {
  /// By an order (R4.19), or by an extension (R4.8); nil where the due is the clock's own.
  fileprivate func putOff(_ ruling: Deadline, to due: Instant) -> Instant? {
    if orderedUntil == due { return due }
    return ruling.due == extendedTo ? extendedTo : nil
  }
}
