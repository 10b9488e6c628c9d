import Domain
import Storage

/// Passes the list of an agent (R8.2), which then stays as it is.
package struct PassList {
  let agent: PersonID
  let version: Int?
  let evening: Day?

  /// - Parameters:
  ///   - version: of the list that was looked at: one that changed since is refused; nil for the list as it stands.
  ///   - evening: nil for today's.
  package init(_ agent: PersonID, version: Int? = nil, evening: Day? = nil) {
    self.agent = agent
    self.version = version
    self.evening = evening
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .passList, at: now) { unit in
      let answer = try ListAnswer(unit, to: agent, version: version, evening: evening)
      try answer.give(.passed)
      unit.event = answer.event
    }
  }
}

/// Sends a list back with a remark, which its agent is told.
package struct ReturnList {
  let agent: PersonID
  let remark: String
  let version: Int?
  let evening: Day?

  package init(_ agent: PersonID, remark: String, version: Int? = nil, evening: Day? = nil) {
    self.agent = agent
    self.remark = PlainText.inOneLine(remark)
    self.version = version
    self.evening = evening
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    if remark.isBlank { throw Refusal.invalidField("remark", .missing) }
    if remark.utf8.count > NoteCheck.longestLine * 5 { throw Refusal.invalidField("remark", .tooLong) }
    if !PlainText.isPlain(remark) { throw Refusal.invalidField("remark", .controlCharacters) }
    try house.write(as: actor, .returnList, at: now) { unit in
      let answer = try ListAnswer(unit, to: agent, version: version, evening: evening)
      try answer.give(.returned, remark: remark)
      try unit.store.alerts.tell(
        .listReturned, agent, due: unit.rules.calendar.start(of: answer.list.day), remark: remark, at: now)
      unit.event = answer.event
      unit.event.add(["remark": remark])
    }
  }
}

/// Passes every list that was handed in and of which nothing falls short (R8.1), all at once and as they stand.
package struct PassWhole {
  let department: String?
  let evening: Day?

  /// - Parameter evening: nil for today's.
  package init(department: String? = nil, evening: Day? = nil) {
    self.department = department
    self.evening = evening
  }

  /// - Returns: whose lists were passed.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> [Person] {
    try house.write(as: actor, .passList, leaving: .changes, at: now) { unit in
      let evening = evening ?? unit.rules.calendar.day(of: now)
      let agents = try EveningReach(unit).agents(of: department).filter { $0.id != actor }
      let whole = try EveningReader(unit, on: evening).lines(of: agents).filter(\.isWhole).map(\.agent)
      for agent in whole {
        let answer = try ListAnswer(unit, to: agent.id, version: nil, evening: evening)
        try answer.give(.passed)
        try unit.record(.passList, on: nil, answer.event)
      }
      return whole
    }
  }
}

/// Takes back what one answered to a list within the last minute: it waits again, as it is by now.
package struct TakeAnswerBack {
  let agent: PersonID

  package init(_ agent: PersonID) {
    self.agent = agent
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .passList, at: now) { unit in
      let agent = try unit.person(agent)
      let keeper = DayListKeeper(unit, of: agent)
      guard let list = try keeper.found, [.passed, .returned].contains(list.status), list.answeredBy == actor,
        let at = list.answeredAt, now < at + (try unit.rules.policy(agent.policy).undoSeconds)
      else { throw Refusal.answerStands }
      try unit.store.dayLists.takeAnswerBack(list.id)
      try unit.store.alerts.takeBack(.listReturned, to: agent.id, toldAt: at)
      unit.event.add([
        "agent": agent.login, "day": list.day.iso, "undone": "true", "answer": list.status.rawValue,
      ])
    }
  }
}

/// A list that waits for its answer, and the answer.
private struct ListAnswer {
  private let unit: WritingUnit
  private let agent: Person
  let list: DayList

  init(_ unit: WritingUnit, to agent: PersonID, version: Int?, evening: Day?) throws {
    self.unit = unit
    self.agent = try unit.person(agent)
    let calendar = unit.rules.calendar
    let day = calendar.deskDay(after: evening ?? calendar.day(of: unit.now))
    let reach = try EveningReach(unit)
    try reach.require(self.agent)
    let found = try unit.store.dayLists.find(of: agent, on: day)
    guard let found, found.status != .open else {
      throw try ListAnswer.notThere(agent, on: day, evening ?? calendar.day(of: unit.now), in: unit)
    }
    try DayListKeeper.requireOpen(found, in: unit)
    if found.status == .returned { throw Refusal.notSubmitted }
    if let version, version != found.version { throw Refusal.listChanged }
    list = found
  }

  /// Nothing was handed in: who is on leave need not.
  private static func notThere(
    _ agent: PersonID, on day: Day, _ evening: Day, in unit: WritingUnit
  ) throws -> Refusal {
    for date in [evening, day] {
      if let absence = try unit.store.evenings.absences(of: [agent], on: date)[agent] {
        return .away(until: absence.to, deputy: absence.deputy)
      }
    }
    return .notSubmitted
  }

  func give(_ status: ListStatus, remark: String = "") throws {
    try unit.store.dayLists.answer(list.id, status, remark: remark, by: unit.person.id, at: unit.now)
  }

  var event: EventDetail {
    EventDetail(["agent": agent.login, "day": list.day.iso, "version": String(list.version)])
  }
}
