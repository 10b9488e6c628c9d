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
