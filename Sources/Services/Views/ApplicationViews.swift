import Domain
import Storage

/// What support has to answer, the first applicant first (R5.8).
package enum ApplicationQueue {
  package static func read(for actor: PersonID, at now: Instant, in house: House) throws -> [Application] {
    try house.read(as: actor, .answerApplication, at: now) { unit in
      try unit.store.applications.open(at: now)
    }
  }
}

/// What somebody applied for himself, and what came of it (支持任务, R5.8): what is left to be done first, then the
/// newest.
package enum SupportTasks {
  private static let shown = 200

  package static func read(by actor: PersonID, at now: Instant, in house: House) throws -> [Application] {
    try house.read(as: actor, .apply, at: now) { unit in
      let own = try unit.store.applications.list(of: [actor], limit: shown)
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
    try house.readWithoutRight(for: actor) { unit in
      guard let people = try peopleSeen(in: unit) else {
        return try unit.store.applications.list(limit: shown)
      }
      return try unit.store.applications.list(of: people, limit: shown)
    }
  }

  static func isShown(_ application: Application, in unit: ReadingUnit) throws -> Bool {
    guard let people = try peopleSeen(in: unit) else { return true }
    return people.contains(application.applicant.id) || application.writer?.id == unit.actor
  }

  /// Whose he sees; nil for everybody's.
  private static func peopleSeen(in unit: ReadingUnit) throws -> [PersonID]? {
    let person = try unit.person
    let rights = unit.rules.rights
    if rights.allow(.answerApplication, to: person) { return nil }
    let isAbove = rights.scopes(of: .apply, for: person.roles).contains(.subtree)
    return isAbove ? try unit.store.people.people(under: person.department) : [person.id]
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
    try house.readWithoutRight(for: actor, at: now) { unit in
      let application = try unit.store.applications.require(id)
      guard try ApplicationList.isShown(application, in: unit) else {
        throw Refusal.notYourApplication
      }
      let (hits, hasMore) = try CollisionCheck(unit, for: application.applicant.id)
        .findings(CollisionTerms(application.entry.query, unit.rules.tables))
      return ApplicationView(application: application, hits: hits, hasMore: hasMore)
    }
  }
}
