import Domain
import Storage

/// Gives somebody a capacity of his own, or that of his policy again (R3.4). A lowered one takes nothing away.
package struct ChangePerson {
  private static let most = 100_000

  let login: String
  /// Nil for that of the policy.
  let capacity: Int?

  package init(_ login: String, capacity: Int?) {
    self.login = login
    self.capacity = capacity
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .people, at: now) { unit in
      guard let person = try unit.store.people.find(login: login) else { throw Refusal.unknownPerson(login) }
      if let capacity, !(0...ChangePerson.most).contains(capacity) {
        throw Refusal.invalidField("capacity", .outOfRange)
      }
      try unit.store.people.setCapacity(capacity, of: person.id)
      unit.event.add(["login": login])
      unit.event.change("capacity", from: person.capacity.map(String.init), to: capacity.map(String.init))
    }
  }
}
