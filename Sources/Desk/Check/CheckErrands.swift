import Domain
import Services

/// What the check shows: how the name was read, and what was found.
package struct CheckFound: Sendable {
  /// Nil where no name was searched.
  let name: CompanyName?
  let initials: String
  let verdict: Verdict
  /// What is wrong with a field: it can't be entered so, whatever was found.
  let problem: Refusal?
  let hits: [CollisionHit]
  let hasMore: Bool
  /// How many things were looked for.
  let count: Int
}

extension Errands {
  func check(_ query: CollisionQuery, at now: Instant) throws -> CheckFound {
    let look = try CollisionLook.read(query, by: actor, at: now, in: house)
    let tables = house.rules.tables
    return CheckFound(
      name: look.terms.company, initials: tables.pinyin.initials(of: look.terms.company?.key ?? ""),
      verdict: look.verdict, problem: query.problem(tables), hits: look.hits, hasMore: look.hasMore,
      count: look.terms.count)
  }
}
