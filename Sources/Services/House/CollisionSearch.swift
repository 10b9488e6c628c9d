import Domain
import Storage

/// Finds whoever has something of what is searched (R5.2, R5.3): all that is the same at each.
struct CollisionSearch {
  /// How many customers are looked at for one name or one number.
  static let limit = 20
  /// A number that so many customers have is the switchboard of a building or of a group, and tells of none of them.
  static let mostOwners = 5

  let unit: ReadingUnit
  let tables: HouseTables
  let terms: CollisionTerms
  /// The customer that is searched for, which is not its own twin.
  let customer: CustomerID?
  private(set) var found: [(customer: CustomerID, matches: [Match])] = []
  private(set) var hasMore = false

  init(_ terms: CollisionTerms, except customer: CustomerID? = nil, in unit: ReadingUnit) {
    self.terms = terms
    self.customer = customer
    self.unit = unit
    tables = unit.rules.tables
  }

  /// Customers of the same name, or of the same key, be it a former name of theirs or of what is searched (R5.1).
  ///
  /// - Parameter withWeakKeys: also by a key that is a bare trade or industry word.
  mutating func byName(withWeakKeys: Bool) throws {
    if terms.folded.isEmpty { return }
    add(try unit.store.collisions.named(folded: terms.folded, limit: CollisionSearch.limit + 1), match)
    for company in terms.company?.all ?? [] {
      try byName(of: company, withKey: withWeakKeys || !company.isWeak)
    }
  }

  private mutating func byName(of company: CompanyName, withKey: Bool) throws {
    let limit = CollisionSearch.limit + 1
    if company.normalised != terms.folded {
      add(try unit.store.collisions.named(folded: company.normalised, limit: limit), match)
    }
    guard withKey else { return }
    add(try unit.store.collisions.keyed(company.key, limit: limit).filter(isInArea), match)
    add(try unit.store.collisions.formerly(company.key, limit: limit).filter(isInArea), match)
  }

  /// Customers that have one of the numbers.
  mutating func byNumber() throws {
    for number in terms.numbers {
      var owners = try unit.store.collisions.numbered(number.key, limit: CollisionSearch.limit + 1)
      if let digits = number.key.localDigits {
        owners += try otherAreas(of: number, digits)
      }
      if owners.count > CollisionSearch.limit { hasMore = true }
      let isShared = Set(owners.map(\.customer)).count >= CollisionSearch.mostOwners
      for owner in owners { add(owner.customer, match(number, owner, isShared: isShared)) }
    }
  }

  /// A mere part of the name (R5.2): the key within other names, or letters within their initials.
  mutating func byPart() throws {
    guard let company = terms.company else { return }
    let limit = CollisionSearch.limit * 2
    let word = SearchWord(folded: company.key, grams: tables.folding.grams(of: company.key))
    if company.key.unicodeScalars.count > 1 {
      addParts(try unit.store.collisions.containing(word, limit: limit), .substring, company.key)
    }
    guard terms.folded.utf8.count > 1, terms.folded.utf8.allSatisfy({ (97...122).contains($0) }) else {
      return
    }
    let letters = SearchWord(folded: terms.folded, grams: tables.folding.grams(of: terms.folded))
    addParts(try unit.store.collisions.withInitials(letters, limit: limit), .pinyin, terms.folded)
  }

  // MARK: numbers

  /// Landlines that may be the same, as one of the two names no area.
  private func otherAreas(
    of number: CollisionTerms.Number, _ digits: String
  ) throws -> [Collisions.Numbered] {
    let limit = CollisionSearch.limit + 1
    if !number.key.hasNoArea {
      return try unit.store.collisions.numbered(NumberKey("?" + digits), limit: limit)
    }
    return try unit.store.collisions.endingIn(digits, limit: limit)
      .filter { $0.key.localDigits == digits && !$0.key.hasNoArea }
  }

  private func match(
    _ number: CollisionTerms.Number, _ owner: Collisions.Numbered, isShared: Bool
  ) -> Match {
    let isMarked = number.isMarked || owner.mark == .dead || owner.mark == .wrong
    let doubt: Doubt? =
      if number.key.isService { .serviceNumber } else if isMarked { .deadNumber } else if isShared {
        .sharedNumber
      } else if number.key != owner.key { .unknownArea } else { nil }
    return Match(
      by: .number, text: number.display, doubt: doubt, isDoNotCall: owner.mark == .doNotCall)
  }

  // MARK: names

  private func match(_ named: Collisions.Named) -> Match? {
    guard named.kind == .company else {
      let isSame = tables.folding.folded(named.name) == terms.folded
      return isSame ? Match(by: .name, text: named.name, doubt: .personName) : nil
    }
    // A person of the very name of a company: it may be the company, entered as somebody (R3.10).
    guard let company = terms.company else { return Match(by: .name, text: named.name, doubt: .weakKey) }
    return Match.of(company, CompanyName(parsing: named.name, with: tables.names))
  }

  /// R5.2: the area narrows only where it was asked for, and only what is found by a part of the name.
  private func isInArea(_ named: Collisions.Named) -> Bool {
    guard let area = terms.area else { return true }
    return tables.numbers.areaCode(ofAddress: named.address) == area
  }

  private mutating func addParts(_ named: [Collisions.Named], _ by: MatchedBy, _ text: String) {
    let fresh = named.filter { one in isInArea(one) && !found.contains { $0.customer == one.id } }
    add(fresh) { _ in Match(by: by, text: text) }
  }

  private mutating func add(_ named: [Collisions.Named], _ match: (Collisions.Named) -> Match?) {
    if named.count > CollisionSearch.limit { hasMore = true }
    for one in named.prefix(CollisionSearch.limit) {
      if let match = match(one) { add(one.id, match) }
    }
  }

  private mutating func add(_ id: CustomerID, _ match: Match) {
    if id == customer { return }
    guard let index = found.firstIndex(where: { $0.customer == id }) else {
      return found.append((id, [match]))
    }
    if !found[index].matches.contains(match) { found[index].matches.append(match) }
  }
}
