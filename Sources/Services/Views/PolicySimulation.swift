import Domain
import Storage

/// What a candidate would do on the real data, changing nothing (R4.15).
package struct PolicySimulation: Sendable {
  /// What flows back within a span.
  package struct Span: Sendable {
    /// By the rules in force, and by the candidate.
    package var today = 0
    package var candidate = 0
    /// Of those by the candidate: how many have an appointment ahead.
    package var withAppointment = 0
    package var byHolder: [PersonID: Int] = [:]
  }

  /// Held customers whose opportunity runs under the policy.
  package private(set) var held = 0
  package private(set) var tonight = Span()
  package private(set) var inSevenDays = Span()
  package private(set) var names: [PersonID: Refusal.Holder] = [:]

  /// - Parameter candidate: the text of a policy file, of the name it would be a version of.
  package static func read(
    _ candidate: Policy, by actor: PersonID, at now: Instant, in house: House
  ) throws -> PolicySimulation {
    try house.read(as: actor, .policies, at: now) { unit in
      var simulation = PolicySimulation()
      let calendar = unit.rules.calendar
      let (tonight, week) = (
        calendar.end(of: calendar.day(of: now)), calendar.end(of: calendar.day(of: now) + 7)
      )
      let change = RuleChange(effectiveAt: now, in: calendar)
      try unit.store.opportunities.forEachOpen(under: candidate.name) { held in
        let due = held.due(under: candidate, by: change, until: week, at: now, in: calendar)
        simulation.held += 1
        simulation.tonight.count(held, due, until: tonight, at: now)
        simulation.inSevenDays.count(held, due, until: week, at: now)
      }
      for holder in simulation.inSevenDays.byHolder.keys {
        simulation.names[holder] = try unit.store.people.holder(holder)
      }
      return simulation
    }
  }
}

extension HeldOpportunity {
  /// The due by a candidate that would come into force now; exact up to a moment, beyond it is not asked for.
  fileprivate func due(
    under candidate: Policy, by change: RuleChange, until end: Instant, at now: Instant,
    in calendar: HouseCalendar
  ) -> Instant? {
    var standing = candidate.standing(of: opportunity, warnings: warnings, in: calendar)
    // R4.7: nobody is released unwarned; the engine's next look would warn.
    if let found = standing, found.effectiveDue <= end, found.firstWarning == nil,
      let warning = found.warningDue(at: now)
    {
      standing = candidate.standing(of: opportunity, warnings: [warning], in: calendar)
    }
    return standing.map { max($0.effectiveDue, change.hold(due: $0.effectiveDue, before: due) ?? now) }
  }
}

extension PolicySimulation.Span {
  fileprivate mutating func count(
    _ held: HeldOpportunity, _ due: Instant?, until end: Instant, at now: Instant
  ) {
    if let before = held.due, before <= end { today += 1 }
    guard let due, due <= end else { return }
    candidate += 1
    byHolder[held.opportunity.holder, default: 0] += 1
    if let next = held.nextContact, next > now { withAppointment += 1 }
  }
}
