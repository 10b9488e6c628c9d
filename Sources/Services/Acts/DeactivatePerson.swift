import Domain
import Storage

/// Somebody works here no more, or does so again (停用, R2.4): he may do nothing, his sessions end at their next look at the
/// base, and what is still his at the day's end is told to his manager.
package struct DeactivatePerson {
  let login: String
  let isActive: Bool

  /// - Parameter isBack: he works here again.
  package init(_ login: String, isBack: Bool = false) {
    self.login = login
    isActive = isBack
  }

  /// - Returns: how many customers he holds.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Int {
    try house.write(as: actor, .people, leaving: .changes, at: now) { unit in
      guard let person = try unit.store.people.find(login: login) else { throw Refusal.unknownPerson(login) }
      if !isActive { try require(person, by: unit.actor) }
      if person.isActive != isActive {
        try unit.store.people.setActive(isActive, person.id, on: unit.rules.calendar.day(of: now))
        unit.event.add(["login": login])
        unit.event.change("active", from: String(person.isActive), to: String(isActive))
      }
      return try unit.store.library.customers(of: person.id).count
    }
  }

  /// Nobody locks himself out, and so the house keeps an administrator: only one of them does this.
  private func require(_ person: Person, by actor: PersonID?) throws(Refusal) {
    if person.id == actor { throw .ownAccount }
    if !person.isActive { throw .deactivated(person.name) }
  }
}
