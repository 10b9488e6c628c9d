/// One running clock of an opportunity: when and by what it started, and when it is due (R4.4).
package struct Deadline: Sendable, Equatable {
  package let clock: ClockRule
  package let start: ClockStart
  package let due: Instant

  package init(clock: ClockRule, start: ClockStart, due: Instant) {
    self.clock = clock
    self.start = start
    self.due = due
  }
}

/// The event a clock runs from.
package struct ClockStart: Sendable, Equatable {
  package enum Event: Sendable, Equatable {
    case entry(WayIn)
    case note(NoteID)
    case visit(NoteID)
  }

  package let at: Instant
  package let event: Event

  package init(at: Instant, event: Event) {
    self.at = at
    self.event = event
  }
}

extension Policy {
  /// The running deadlines of an opportunity, earliest first, those of one moment in the policy's order (R4.4).
  package func deadlines(of opportunity: Opportunity, in calendar: HouseCalendar) -> [Deadline] {
    let deadlines = clocks.compactMap { deadline($0, of: opportunity, in: calendar) }
    return deadlines.enumerated()
      .sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
      .map(\.element)
  }

  private func deadline(_ clock: ClockRule, of opportunity: Opportunity, in calendar: HouseCalendar)
    -> Deadline?
  {
    guard let start = start(of: clock, for: opportunity) else { return nil }
    let dueDay = clock.length.dueDay(from: calendar.day(of: start.at), in: calendar)
    let due = releaseMoment(on: dueDay, in: calendar)
    return Deadline(clock: clock, start: start, due: max(due, opportunity.extendedTo ?? due))
  }

  /// Nil where the clock has got what it watched for, and does not repeat.
  private func start(of clock: ClockRule, for opportunity: Opportunity) -> ClockStart? {
    let renewal: (renewal: Opportunity.Renewal, event: ClockStart.Event)? =
      switch clock.watches {
      case .note: opportunity.lastNote.map { ($0, .note($0.note)) }
      case .visit: opportunity.lastVisit.map { ($0, .visit($0.note)) }
      case .signing: nil
      }
    guard let renewal else {
      let start =
        clock.watches == .signing
        ? opportunity.signingStart : opportunity.clockStart(opportunity.enteredAt)
      return ClockStart(at: start, event: .entry(opportunity.wayIn))
    }
    guard clock.repeats else { return nil }
    return ClockStart(at: opportunity.clockStart(renewal.renewal.at), event: renewal.event)
  }

  /// The moment of this due day at which an opportunity ends (R4.5).
  package func releaseMoment(on day: Day, in calendar: HouseCalendar) -> Instant {
    let day = release.movesOffRestDays ? calendar.deskDay(onOrAfter: day) : day
    return calendar.moment(day, minute: release.minute)
  }

  /// The first release moment at or after this one (R4.7).
  package func releaseMoment(notBefore moment: Instant, in calendar: HouseCalendar) -> Instant {
    // "24:00" of the day before is the first moment of a day, hence one day earlier to start from.
    var day = calendar.day(of: moment) - 1
    while releaseMoment(on: day, in: calendar) < moment { day = day + 1 }
    return releaseMoment(on: day, in: calendar)
  }
}

extension Opportunity {
  /// From when its time to sign runs (R4.1).
  package var signingStart: Instant { signingFrom ?? clockStart(enteredAt) }

  /// What starts a clock at this moment starts it then, or when clocks start at all (R12.3). Nothing starts it before the
  /// entry (R4.9), not even a server whose time was set back.
  fileprivate func clockStart(_ moment: Instant) -> Instant {
    max(moment, enteredAt, clocksFrom ?? enteredAt)
  }
}

extension HouseCalendar {
  /// The due day of a due moment: 24:00 belongs to the day that ends (R3.6, R4.5).
  package func dueDay(of due: Instant) -> Day {
    day(of: due - 1)
  }
}
