import Domain
import Storage

/// One agent's list as his manager looks into it, and what became of the one of the day before (R8.2).
package struct EveningList: Sendable {
  package let line: EveningLine
  package let list: TomorrowView
  /// The last note of each customer of the list.
  package let lastNotes: [CustomerID: RecordedNote]
  /// The list that was passed for this day, each customer with what came of it.
  package let planned: [PlannedCall]
  /// What looks like work that was not done that day (R6.5).
  package let suspicions: [Suspicion]

  package static func read(
    of agent: PersonID, by actor: PersonID, date: Day? = nil, at now: Instant, in house: House
  ) throws -> EveningList {
    try house.read(as: actor, .passList, at: now) { unit in
      let agent = try unit.person(agent)
      let reach = try EveningReach(unit)
      if agent.id != actor { try reach.require(agent) }
      let evening = date ?? unit.rules.calendar.day(of: now)
      guard let line = try EveningReader(unit, on: evening).lines(of: [agent]).first else {
        throw Refusal.unknownPerson(agent.login)
      }
      let list = try TomorrowReader(unit, of: agent, on: unit.rules.calendar.deskDay(after: evening)).view
      return EveningList(
        line: line, list: list,
        lastNotes: try unit.store.notes.last(of: list.rows.map(\.id)),
        planned: try planned(of: agent, on: evening, in: unit),
        suspicions: try SuspicionView.signs(of: [agent], during: evening...evening, in: unit))
    }
  }

  private static func planned(of agent: Person, on day: Day, in unit: MomentUnit) throws -> [PlannedCall] {
    guard let list = try unit.store.dayLists.find(of: agent.id, on: day) else { return [] }
    let calls = try unit.store.callLists.calls(by: agent.id, during: unit.rules.calendar.span(of: day))
    // What was added after the pass is outside of the comparison.
    return try unit.store.dayLists.rows(of: list.id).filter { !$0.isLater }.map { row in
      let open = try unit.store.opportunities.open(of: row.customer)
      let end =
        open?.id == row.opportunity
        ? nil : try unit.store.opportunities.ends(of: row.customer, by: agent.id).first?.reason
      return PlannedCall(
        id: row.customer, name: row.name, source: row.source, call: calls[row.customer], end: end)
    }
  }

  package var called: Int { planned.filter { $0.call != nil }.count }
}

/// A customer of a list whose day has come: called, or not, and why not.
package struct PlannedCall: Sendable {
  package let id: CustomerID
  package let name: String
  package let source: ListSource
  /// The last call of the day; nil where there was none.
  package let call: CallMade?
  /// Why its holder has it no longer; nil where he has.
  package let end: EndReason?
}
