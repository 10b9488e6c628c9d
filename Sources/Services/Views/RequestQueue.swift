import Domain
import Storage

/// What is asked, and who answers it (R8.4).
package enum RequestQueue {
  /// The requests that wait for an answer of somebody.
  package static func read(for actor: PersonID, at now: Instant, in house: House) throws -> [AskedRequest] {
    try house.read { store in
      let person = try Allowance(house).require(actor, .answer)
      return try open(to: person, at: now, in: house)
    }
  }

  /// How many these are; none for who has no right to answer.
  static func count(for person: Person, at now: Instant, in house: House) throws -> Int {
    guard house.rules.rights.allow(.answer, to: person) else { return 0 }
    return try open(to: person, at: now, in: house).count
  }

  private static func open(
    to person: Person, at now: Instant, in house: House
  ) throws -> [AskedRequest] {
    try under(person, house.store.requests.open(at: now), in: house.store)
      .filter { try Allowance(house).mayAnswer(person, $0.asker.id) }
  }

  static func under(_ person: Person, _ requests: [AskedRequest], in store: Store) throws -> [AskedRequest] {
    try requests.filter { request in
      let asker = try store.people.require(request.asker.id)
      return try store.people.isDepartment(asker.department, under: person.department)
    }
  }

  /// Who may answer what somebody asks: those above him with the right, the nearest first; for more days than a
  /// manager may grant, directors (R4.8).
  package static func answerers(of actor: PersonID, days: Int, in house: House) throws -> [Refusal.Holder] {
    try house.read { store in
      let asker = try Allowance(house).require(actor, .askExtension)
      let isForDirectors = days > (try house.rules.policy(asker.policy)).extensions.managerDays
      return try store.people.above(asker.department).compactMap { id in
        let person = try store.people.require(id)
        guard house.rules.rights.allow(.answer, to: person), try Allowance(house).mayAnswer(person, actor),
          !isForDirectors || person.roles.contains(.director)
        else { return nil }
        return try store.people.holder(id)
      }
    }
  }

  /// What somebody asked himself, and what came of it, for one customer.
  package static func asked(about opportunity: OpportunityID, in house: House) throws -> [AskedRequest] {
    try house.store.requests.list(of: opportunity)
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
    try house.read { store in
      let person = try Allowance(house).require(actor, .answer)
      let since = house.rules.calendar.start(of: house.rules.calendar.day(of: now) - days)
      return ApprovalsView(
        waiting: try RequestQueue.read(for: actor, at: now, in: house).map {
          try WaitingRequest($0, for: person, at: now, in: house)
        },
        answered: try RequestQueue.under(
          person, store.requests.answered(since: since, limit: 200), in: store))
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

  init(_ asked: AskedRequest, for person: Person, at now: Instant, in house: House) throws {
    self.asked = asked
    guard asked.kind == .extension, var opportunity = try house.store.opportunities.open(of: asked.customer)
    else {
      (due, isForDirectors) = (nil, false)
      dueIfGranted = house.rules.calendar.endOfNextDeskDay(after: now)
      return
    }
    let policy = try house.rules.policy(opportunity.policy)
    dueIfGranted = policy.due(of: opportunity, extendedBy: asked.days, in: house.rules.calendar)
    isForDirectors = asked.days > policy.extensions.managerDays && !person.roles.contains(.director)
    opportunity.askedUntil = nil
    due = try ClockKeeper(house).standing(of: opportunity)?.effectiveDue
  }
}
