import Domain
import Storage

/// What left somebody, when, why, and who has it now (R4.18).
package struct LostView: Sendable {
  package let rows: [LostRow]
  /// Those he has asked back, with an answer still to come.
  package let asked: Set<CustomerID>

  /// How far back it looks, in days.
  package static let days = 60

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> LostView {
    try house.read { store in
      _ = try Allowance(house).require(actor, .see)
      let since = house.rules.calendar.start(of: house.rules.calendar.day(of: now) - days)
      return LostView(
        rows: try store.opportunities.lost(by: actor, since: since, limit: 500),
        asked: try store.requests.askedCustomers(by: actor, at: now))
    }
  }
}

/// The requests that wait for an answer of somebody (R8.4).
package enum RequestQueue {
  package static func read(for actor: PersonID, at now: Instant, in house: House) throws -> [AskedRequest] {
    try house.read { store in
      let person = try Allowance(house).require(actor, .answer)
      return try store.requests.open(at: now).filter { request in
        let asker = try store.people.require(request.asker.id)
        return try store.people.isDepartment(asker.department, under: person.department)
          && Allowance(house).mayAnswer(person, asker.id)
      }
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
        guard id != actor, house.rules.rights.allow(.answer, to: person),
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
