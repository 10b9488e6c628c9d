import Domain
import Storage

extension Applications {
  /// Who has applied for something of what is searched, the first applicant first (R5.8).
  func reservations(for terms: CollisionTerms, at now: Instant) throws -> [Reservation] {
    try reservations(
      folded: terms.folded, key: terms.company?.tellingKey, numberKeys: terms.numbers.map(\.key.text), at: now
    )
  }
}

extension MomentUnit {
  /// R5.8: what is kept for an applicant is kept against nobody who has a customer it is about, nor against those above
  /// him.
  func binds(_ reservation: Reservation, _ person: Person) throws -> Bool {
    if reservation.by.id == person.id { return false }
    return try !store.applications.customersFound(by: reservation.application).contains { found in
      guard let holder = try store.customers.survivor(of: found).holder else { return false }
      return try holder == person.id || isAbove(person, holder)
    }
  }

  private func isAbove(_ person: Person, _ holder: PersonID) throws -> Bool {
    try rules.rights.scopes(of: .change, for: person.roles).contains(.subtree)
      && store.people.isDepartment(self.person(holder).department, under: person.department)
  }
}

extension Reservation {
  /// What is the same, in what was searched.
  func matches(_ terms: CollisionTerms) -> [Match] {
    var matches: [Match] = []
    if isSameName {
      matches.append(Match(by: .name, text: terms.folded))
    } else if isSameKey, let key = terms.company?.key {
      matches.append(Match(by: .key, text: key))
    }
    return matches
      + terms.numbers.filter { numberKeys.contains($0.key.text) }.map { Match(by: .number, text: $0.display) }
  }
}
