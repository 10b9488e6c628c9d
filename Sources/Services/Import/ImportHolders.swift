import Domain
import Storage

/// Into whose library a row goes.
struct ImportHolders {
  private let target: ImportTarget
  /// In a migration: who is meant by a login or by a name; several may have one name.
  private var known: [String: [PersonID]] = [:]

  init(_ target: ImportTarget, in unit: ReadingUnit) throws {
    self.target = target
    guard case .migration = target else { return }
    for person in try unit.store.people.all() where person.isActive {
      for word in Set([person.login, person.name]) { known[word, default: []].append(person.id) }
    }
  }

  /// The holder as he is now; nil for the sea. Only who may hold customers is given any (R3.2).
  func holder(of row: ImportRow, in unit: ReadingUnit) throws -> Person? {
    switch target {
    case .sea: return nil
    case .library(let id): return try unit.person(id)
    case .migration:
      if row.holder.isEmpty { return nil }
      let people = known[row.holder] ?? []
      if people.count > 1 { throw Refusal.invalidField("holder", .ambiguous) }
      let person = try people.first.map(unit.person)
      guard let person, unit.rules.rights.allow(.pick, to: person) else {
        throw Refusal.invalidField("holder", .unknown)
      }
      return person
    }
  }
}
