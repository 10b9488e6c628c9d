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
      guard let people = try peopleSeen(by: actor, in: house) else {
        return try store.applications.list(limit: shown)
      }
      return try store.applications.list(of: people, limit: shown)
    }
  }

  static func isShown(_ application: Application, to actor: PersonID, in house: House) throws -> Bool {
    guard let people = try peopleSeen(by: actor, in: house) else { return true }
    return people.contains(application.applicant.id) || application.writer?.id == actor
  }

  /// Whose he sees; nil for everybody's.
  private static func peopleSeen(by actor: PersonID, in house: House) throws -> [PersonID]? {
    let person = try house.store.people.require(actor)
    let rights = house.rules.rights
    if rights.allow(.answerApplication, to: person) { return nil }
    let isAbove = rights.scopes(of: .apply, for: person.roles).contains(.subtree)
    return isAbove ? try house.store.people.people(under: person.department) : [actor]
  }
}

/// One application, with what the check says of it now, as its applicant would be told (R5.4): what support decides on.
package struct ApplicationView: Sendable {
  package let application: Application
  /// The worst first.
  package let hits: [CollisionHit]
  package let hasMore: Bool

  package static func read(
    _ id: ApplicationID, by actor: PersonID, at now: Instant, in house: House
  ) throws -> ApplicationView {
    try house.read { store in
      let application = try store.applications.require(id)
      guard try ApplicationList.isShown(application, to: actor, in: house) else {
        throw Refusal.notYourApplication
      }
      let entry = application.entry
      let query = CollisionQuery(
        name: entry.name, phones: [entry.landline], faxes: [entry.fax], mobiles: [entry.mobile],
        address: entry.address)
      let (hits, hasMore) = try CollisionCheck(house, for: application.applicant.id, at: now)
        .findings(CollisionTerms(query, house.rules.tables))
      return ApplicationView(application: application, hits: hits, hasMore: hasMore)
    }
  }
}
