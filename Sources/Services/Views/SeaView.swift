import Domain
import Storage

/// A page of the public sea, numbers masked (R2.2, R5.10).
package struct SeaView: Sendable {
  package let rows: [SeaRow]
  /// Where the next page starts; nil at the end.
  package let next: SeaCursor?
  /// How many customers the sea holds in all.
  package let size: Int

  package static func read(
    _ query: SeaQuery, by actor: PersonID, in house: House
  ) throws -> SeaView {
    try house.read(as: actor, .see) { unit in
      let rows = try unit.store.sea.page(query.widened(in: unit))
      return SeaView(
        rows: rows, next: rows.count == query.limit ? rows.last?.cursor : nil, size: try unit.store.sea.size()
      )
    }
  }

  /// The people within whose name a text is found, or who have this login; a name that nobody has is refused.
  package static func holders(
    named name: String, by actor: PersonID, in house: House
  ) throws -> [PersonID] {
    let holders = try house.read(as: actor, .see) { unit in
      try unit.store.people.find(login: name).map { [$0.id] } ?? unit.store.people.people(containing: name)
    }
    if holders.isEmpty { throw Refusal.invalidField("former_holder", .unknown) }
    return holders
  }

  /// The tags within whose name a text is found, as they are compared; one that nobody has is refused.
  package static func tags(named name: String, by actor: PersonID, in house: House) throws -> [String] {
    let tags = try house.read(as: actor, .see) { try $0.tags(containing: name) }
    if tags.isEmpty { throw Refusal.invalidField("tag", .unknown) }
    return tags
  }

  /// The department of this name, for a query; a name that is not known is refused.
  package static func department(
    named name: String, by actor: PersonID, in house: House
  ) throws -> DepartmentID {
    let id = try house.read(as: actor, .see) { try $0.store.people.department(named: name) }
    guard let id else { throw Refusal.invalidField("former_department", .unknown) }
    return id
  }
}
