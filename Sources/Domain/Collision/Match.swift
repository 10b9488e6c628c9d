/// By what the collision check found a customer (R5.2, R5.3). The raw values are part of the command line's contract.
package enum MatchedBy: String, Sendable, CaseIterable {
  /// The same folded name.
  case name
  /// The same key.
  case key
  /// The key stands within the name.
  case substring
  /// The letters typed stand within the initials.
  case pinyin
  case number
}

/// Why a match may be another customer all the same, so that support judges (R5.1, R5.3). The raw values are part of the
/// command line's contract.
package enum Doubt: String, Sendable, CaseIterable {
  /// The key is a bare trade name or a bare industry.
  case weakKey = "weak_key"
  /// The keys are equal only without their weak words.
  case strippedKey = "stripped_key"
  /// Institutions of other places may share their name: 人民医院.
  case otherPlace = "other_place"
  /// People may share their name.
  case personName = "person_name"
  /// The number is marked dead or wrong.
  case deadNumber = "dead_number"
  /// A 400 or 95xxx number.
  case serviceNumber = "service_number"
  /// A switchboard that many have.
  case sharedNumber = "shared_number"
  /// A landline whose area one of the two does not name.
  case unknownArea = "unknown_area"
}

/// One thing that is the same at a customer and in what was searched.
package struct Match: Sendable, Hashable {
  package let by: MatchedBy
  /// The part of the name, or the number as it was searched: nothing the searcher did not have (R5.4).
  package let text: String
  package let doubt: Doubt?
  /// The number must not be called, in the whole house (R6.3).
  package let isDoNotCall: Bool

  package init(by: MatchedBy, text: String, doubt: Doubt? = nil, isDoNotCall: Bool = false) {
    self.by = by
    self.text = text
    self.doubt = doubt
    self.isDoNotCall = isDoNotCall
  }

  /// A mere part of a name, or a person of the same name, is worth a look, and keeps nobody from entering: people are told
  /// apart by their numbers (R5.3).
  package var counts: Bool { by != .substring && by != .pinyin && doubt != .personName }

  package var isCertain: Bool { counts && doubt == nil }
}

extension Match {
  /// What two companies have in common by any of their names; nil where they are different ones.
  package static func of(_ searched: CompanyName, _ known: CompanyName) -> Match? {
    let matches = searched.all.flatMap { one in known.all.compactMap { Match.ofNames(one, $0) } }
    return matches.first(where: \.isCertain) ?? matches.first
  }

  private static func ofNames(_ searched: CompanyName, _ known: CompanyName) -> Match? {
    if searched.normalised == known.normalised {
      // 日东 typed twice tells less than a whole name.
      let isBare = searched.isWeak && searched.division.isEmpty
      return Match(by: .name, text: searched.normalised, doubt: isBare ? .weakKey : nil)
    }
    guard searched.key == known.key else { return nil }
    let isWeak = searched.isWeak || known.isWeak
    let isStripped = searched.wholeKey != known.wholeKey
    let isElsewhere = searched.isInstitution && known.isInstitution && !searched.isOfPlace(of: known)
    let doubt: Doubt? =
      if isWeak { .weakKey } else if isStripped { .strippedKey } else if isElsewhere { .otherPlace } else {
        nil
      }
    return Match(by: .key, text: searched.key, doubt: doubt)
  }
}
