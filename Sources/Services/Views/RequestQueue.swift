import Domain
import Storage

/// What is asked, and who answers it (R8.4).
package enum RequestQueue {
  /// The requests that wait for an answer of somebody.
  package static func read(for actor: PersonID, at now: Instant, in house: House) throws -> [AskedRequest] {
    try house.read(as: actor, .answer, at: now) { try open(in: $0) }
  }

  /// How many these are; none for who has no right to answer.
  static func count(in unit: MomentUnit) throws -> Int {
    guard unit.rules.rights.allow(.answer, to: try unit.person) else { return 0 }
    return try open(in: unit).count
  }

  static func open(in unit: MomentUnit) throws -> [AskedRequest] {
    try under(unit.store.requests.open(at: unit.now), in: unit)
      .filter { try Allowance(unit).mayAnswer($0.asker.id) }
  }

  /// What people of his own departments ask.
  static func under(_ requests: [AskedRequest], in unit: ReadingUnit) throws -> [AskedRequest] {
    let department = try unit.person.department
    return try requests.filter {
      try unit.store.people.isDepartment(unit.person($0.asker.id).department, under: department)
    }
  }

  /// Who may answer what somebody asks: those above him with the right, the nearest first; for more days than a
  /// manager may grant, directors (R4.8).
  package static func answerers(of actor: PersonID, days: Int, in house: House) throws -> [Refusal.Holder] {
    try house.read(as: actor, .askExtension) { try answerers(days: days, in: $0) }
  }

  static func answerers(days: Int, in unit: ReadingUnit) throws -> [Refusal.Holder] {
    let asker = try unit.person
    let isForDirectors = days > (try unit.rules.policy(asker.policy)).extensions.managerDays
    return try unit.store.people.above(asker.department).compactMap { id in
      let person = try unit.person(id)
      guard unit.rules.rights.allow(.answer, to: person),
        try Allowance(unit).mayAnswer(person, asker.id),
        !isForDirectors || person.roles.contains(.director)
      else { return nil }
      return Refusal.Holder(id: person.id, name: person.name, department: person.departmentName)
    }
  }
}

/// The queue of who answers, with what each answer would do, and what was answered lately (R8.4).
package struct ApprovalsView: Sendable {
  package let waiting: [WaitingRequest]
  /// The newest first.
  package let answered: [AskedRequest]

  /// How far back it looks, in days.
  package static let days = 14

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> ApprovalsView {
    try house.read(as: actor, .answer, at: now) { unit in
      let since = unit.rules.calendar.start(of: unit.rules.calendar.day(of: now) - days)
      return ApprovalsView(
        waiting: try RequestQueue.open(in: unit).map { try WaitingRequest($0, in: unit) },
        answered: try RequestQueue.under(
          unit.store.requests.answered(since: since, limit: 200), in: unit))
    }
  }
}

/// A request with what hangs on the answer.
package struct WaitingRequest: Sendable {
  package let asked: AskedRequest
  /// The clocks' due without the request; nil for what is in the sea.
  package let due: Instant?
  package let dueIfGranted: Instant?
  /// It asks for more days than its reader may grant (R4.8).
  package let isForDirectors: Bool

  fileprivate init(_ asked: AskedRequest, in unit: MomentUnit) throws {
    self.asked = asked
    guard asked.kind == .extension, var opportunity = try unit.store.opportunities.open(of: asked.customer)
    else {
      (due, isForDirectors) = (nil, false)
      dueIfGranted = unit.rules.calendar.endOfNextDeskDay(after: unit.now)
      return
    }
    let policy = try unit.rules.policy(opportunity.policy)
    dueIfGranted = policy.due(of: opportunity, extendedBy: asked.days, in: unit.rules.calendar)
    let isDirector = try unit.person.roles.contains(.director)
    isForDirectors = asked.days > policy.extensions.managerDays && !isDirector
    opportunity.askedUntil = nil
    due = try Clocks(unit).standing(of: opportunity)?.effectiveDue
  }
}
