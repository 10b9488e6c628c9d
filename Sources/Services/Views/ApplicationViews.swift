import Domain
import Storage

/// What support has to answer, the first applicant first (R5.8).
package enum ApplicationQueue {
  package static func read(for actor: PersonID, in house: House) throws -> [Application] {
    try house.read { store in
      _ = try Allowance(house).require(actor, .answerApplication)
      return try store.applications.open()
    }
  }
}

/// What somebody applied for himself, and what came of it (支持任务, R5.8): what is left to be done first, then the
/// newest.
package enum SupportTasks {
  private static let shown = 200

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> [Application] {
    try house.read { store in
      _ = try Allowance(house).require(actor, .apply)
      let own = try store.applications.list(of: [actor], limit: shown)
        .filter { $0.applicant.id == actor }
      return own.filter { $0.task(at: now) != nil } + own.filter { $0.task(at: now) == nil }
    }
  }
}

/// Every application somebody may know of, the newest first: support all, a manager those of his subtree, and each those
/// he made, or that were made for him.
package enum ApplicationList {
  private static let shown = 500

  package static func read(by actor: PersonID, in house: House) throws -> [Application] {
    try house.read { store in
      let person = try store.people.require(actor)
      if house.rules.rights.allow(.answerApplication, to: person) {
        return try store.applications.list(limit: shown)
      }
      let isAbove = house.rules.rights.scopes(of: .apply, for: person.roles).contains(.subtree)
      return try store.applications.list(
        of: isAbove ? try store.people.people(under: person.department) : [actor], limit: shown)
    }
  }
}
