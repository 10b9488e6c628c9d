import Domain
import Storage

/// What left somebody, when, why, and who has it now (R4.18).
package struct LostView: Sendable {
  package let rows: [LostRow]

  /// How far back it looks, in days.
  package static let days = 60

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> LostView {
    try house.read { store in
      _ = try Allowance(house).require(actor, .see)
      let since = house.rules.calendar.start(of: house.rules.calendar.day(of: now) - days)
      return LostView(rows: try store.opportunities.lost(by: actor, since: since, limit: 500))
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

  /// What somebody asked himself, and what came of it, for one customer.
  package static func asked(about opportunity: OpportunityID, in house: House) throws -> [AskedRequest] {
    try house.store.requests.list(of: opportunity)
  }
}
