import Domain
import Storage

/// What somebody looks for in the sea, as he says it: names may be parts of names (R5.10).
package struct SeaTerms: Hashable, Sendable {
  /// Words of the name or its initials, or a whole number.
  package var text = ""
  package var industry: String?
  /// Of the department or of the person that held it last.
  package var former: String?
  package var place: String?
  /// Any of these; empty for all.
  package var intents: [String] = []
  /// Parts of the names of tags; of several, all must be there.
  package var tags: [String] = []
  package var isUncalled = false
  package var isFromOwnDepartment = false
  package var releasedFrom: Instant?
  /// Exclusive.
  package var releasedBefore: Instant?
  package var isOldestFirst = false

  package init() {}

  /// Whether it lets everything through.
  package var isEmpty: Bool {
    var plain = SeaTerms()
    plain.isOldestFirst = isOldestFirst
    return self == plain
  }
}

extension SeaQuery {
  /// Nil where a name that is looked for belongs to nobody: then nothing can be found.
  init?(_ terms: SeaTerms, for person: Person, in unit: ReadingUnit) throws {
    self = try SeaQuery(searching: terms.text, tables: unit.rules.tables).widened(in: unit)
    place = terms.place
    intents = terms.intents
    isUncalled = terms.isUncalled
    releasedFrom = terms.releasedFrom
    releasedBefore = terms.releasedBefore
    isOldestFirst = terms.isOldestFirst
    if terms.isFromOwnDepartment { formers.append(Former(departments: [person.department])) }
    if let name = terms.former {
      let former = Former(
        departments: try unit.store.people.departments(containing: name),
        holders: try unit.store.people.people(containing: name))
      if former.departments.isEmpty && former.holders.isEmpty { return nil }
      formers.append(former)
    }
    for name in terms.tags {
      tags.append(try unit.tags(containing: name))
      if tags.last?.isEmpty ?? true { return nil }
    }
    if let name = terms.industry {
      industries = try unit.store.sea.industries(containing: name)
      if industries.isEmpty { return nil }
    }
  }
}

extension ReadingUnit {
  /// As they are compared.
  func tags(containing name: String) throws -> [String] {
    try store.tags.containing(rules.tables.folding.folded(name))
  }
}
