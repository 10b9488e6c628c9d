import Domain
import Storage

/// Who helps with what (合作登记, R3.8), as far as somebody may know: his own both ways, and those of his departments.
package enum CooperationView {
  private static let shown = 500

  package static func read(by actor: PersonID, in house: House) throws -> [Cooperation] {
    try house.read(as: actor, .see) { unit in
      let person = try unit.person
      let isAbove = unit.rules.rights.allowBelow(.cooperate, to: person)
      let people = isAbove ? try unit.store.people.people(under: person.department) : [person.id]
      return try unit.store.cooperations.list(of: people, limit: shown)
    }
  }
}
