import Domain
import Storage

/// The collision check (R5.3 to R5.7) for one person at one moment. The acts run it inside their own transactions.
struct CollisionCheck {
  private let unit: MomentUnit
  private let actor: PersonID
  /// The other one of a pair that is about to be (R3.10).
  private let pair: CustomerID?
  /// Whether what is reserved is kept against whoever searches, above its holder or not: an import brings new customers.
  private var isImport = false

  init(_ unit: MomentUnit, for actor: PersonID, pair: CustomerID? = nil) {
    self.unit = unit
    self.actor = actor
    self.pair = pair
  }

  /// What is found, the worst first.
  ///
  /// - Parameters:
  ///   - customer: whose name and numbers are searched, where the house knows it already.
  ///   - withWeakKeys: names that have a bare trade or industry word in common, too.
  ///   - withParts: names that merely contain the key, too; they keep nobody from anything.
  func findings(
    _ terms: CollisionTerms, of customer: CustomerID? = nil, withWeakKeys: Bool = true,
    withParts: Bool = false
  ) throws -> (hits: [CollisionHit], hasMore: Bool) {
    var search = CollisionSearch(terms, except: customer, in: unit)
    try search.byName(withWeakKeys: withWeakKeys)
    try search.byNumber()
    if withParts { try search.byPart() }
    var hits = try blockedNames(terms) + reserved(terms)
    if !search.found.isEmpty {
      let judge = try CollisionJudge(unit, for: try unit.person(actor))
      hits += try strangers(among: search.found, of: customer).compactMap {
        try judge.hit($0.customer, $0.matches)
      }
    }
    hits = hits.bySeverity
    let limit = CollisionSearch.limit
    return (Array(hits.prefix(limit)), search.hasMore || hits.count > limit)
  }

  /// A record that was merged is the customer it leads to (R3.11); what somebody holds is no collision with its pair, nor
  /// is one that nobody holds (R3.10); nor a signed customer with its further accounts (R9.2).
  private func strangers(
    among found: [(customer: CustomerID, matches: [Match])], of customer: CustomerID?
  ) throws -> [(customer: CustomerID, matches: [Match])] {
    let own = try customer.flatMap { try unit.store.customers.find($0) }
    let holder = own?.holder ?? actor
    return try found.reduce(into: []) { strangers, one in
      let known = try unit.store.customers.survivor(of: one.customer)
      let isPair = known.id == pair || customer != nil && known.pair == customer
      if let own, known.accountOf == own.id || own.accountOf == known.id { return }
      if known.id == customer || isPair && known.holder ?? holder == holder { return }
      if let index = strangers.firstIndex(where: { $0.customer == known.id }) {
        strangers[index].matches += one.matches
      } else {
        strangers.append((known.id, one.matches))
      }
    }
  }

  /// R3.12: names on the list of the blocked, whether or not a customer has them.
  private func blockedNames(_ terms: CollisionTerms) throws -> [CollisionHit] {
    if terms.folded.isEmpty { return [] }
    let tables = unit.rules.tables
    let known = terms.company?.all.map { ($0.normalised, $0.key) } ?? []
    let names = try ([(terms.folded, "")] + known).flatMap {
      try unit.store.collisions.blocked(folded: $0, key: $1)
    }
    return Set(names).sorted()
      .map { name in
        let match =
          terms.company.flatMap { Match.of($0, CompanyName(parsing: name, with: tables.names)) }
          ?? Match(by: .name, text: name)
        var facts = HitFacts([match], state: .unassigned)
        facts.isBlocked = match.doubt == nil || match.by == .name
        let (verdict, reason) = facts.verdict
        return CollisionHit(
          customer: nil, name: name, holder: nil, state: .unassigned, matches: [match], verdict: verdict,
          reason: reason)
      }
  }

  /// R5.8: what somebody else has applied for, or was granted, whether or not a customer has it.
  private func reserved(_ terms: CollisionTerms) throws -> [CollisionHit] {
    let person = try unit.person(actor)
    let reservations = try unit.store.applications.reservations(for: terms, at: unit.now)
    return try reservations.filter {
      try isImport ? $0.by.id != actor : unit.binds($0, person)
    }.map {
      var facts = HitFacts($0.matches(terms), state: .unassigned)
      facts.appliedFor = ($0.by, $0.until)
      let (verdict, reason) = facts.verdict
      return CollisionHit(
        customer: nil, name: $0.name, holder: nil, state: .unassigned, matches: facts.matches,
        verdict: verdict,
        reason: reason)
    }
  }

  private func hasApplied(for terms: CollisionTerms) throws -> Bool {
    try unit.store.applications.reservations(for: terms, at: unit.now).contains { $0.by.id == actor }
  }

  // MARK: acts

  /// Refuses a new customer that the house may know already, by a bare key too: then support judges (R5.1, R5.8).
  ///
  /// - Parameter allowed: what support saw and decided about (R5.8); anything else is a collision as ever.
  func require(_ new: NewCustomer, allowed: [KeptHit] = []) throws -> Receipt {
    let allowed = try allowed.map { hit in
      (
        customer: try hit.customer.map { try unit.store.customers.survivor(of: $0).id },
        matched: Set(hit.matched)
      )
    }
    return try require(CollisionTerms(new), of: nil, .enter) { hit in
      let isAllowed = allowed.contains { seen in
        seen.customer == hit.customer
          && hit.matches.allSatisfy { seen.matched.contains($0.text) || !$0.counts }
      }
      return hit.counts && (!isAllowed || hit.reason.isBeyondSupport)
    }
  }

  /// Refuses one that has its name or a number in common with another customer: one hit stops a pick as well (R5.3).
  /// What shares a key, a service number or a switchboard lives beside it, or it could never be picked.
  func require(_ customer: Customer, _ act: Act) throws -> Receipt {
    if try unit.store.customers.isBlocked(customer.id) { throw Refusal.blocked }
    let terms = CollisionTerms(customer, try unit.store.numbers.list(of: customer.id), unit.rules.tables)
    return try require(terms, of: customer.id, act) { hit in
      if act == .answerApplication { return hit.reason.isBeyondSupport }
      // R5.8: no customer of the sea becomes unpickable by an application.
      if case .appliedFor = hit.reason { return false }
      return hit.matches.contains { $0.isCertain && $0.by != .key }
    }
  }

  /// Refuses a row of a table that is in the house by name, by number, or by a key that tells (R12.3). It leaves no
  /// receipt, which would be one a row.
  func require(imported new: NewCustomer) throws {
    let terms = CollisionTerms(new)
    var check = self
    check.isImport = true
    let (found, hasMore) = try check.findings(terms, withWeakKeys: false)
    let hits = found.filter(\.counts)
    if !hits.isEmpty { try refuse(try receipt(of: .importCustomers, terms, hits, hasMore: hasMore)) }
  }

  private func require(
    _ terms: CollisionTerms, of customer: CustomerID?, _ act: Act, _ stops: (CollisionHit) -> Bool
  ) throws -> Receipt {
    let (hits, hasMore) = try findings(terms, of: customer)
    let stopping = hits.filter(stops)
    let receipt = try receipt(of: act, terms, stopping, hasMore: hasMore && !stopping.isEmpty)
    if !stopping.isEmpty { try refuse(receipt) }
    return receipt
  }

  private func refuse(_ receipt: Receipt) throws {
    if receipt.hits.contains(where: { $0.reason == .blocked }) { throw Refusal.blocked }
    throw Refusal.collision(receipt)
  }

  /// What an act leaves of its check (R5.6). Its code is that of the receipt added next.
  func receipt(
    of act: Act, _ terms: CollisionTerms, _ hits: [CollisionHit], hasMore: Bool
  ) throws -> Receipt {
    let person = try unit.person(actor)
    let day = unit.rules.calendar.day(of: unit.now)
    return Receipt(
      code: act == .importCustomers ? nil : try unit.store.receipts.nextCode(on: day), at: unit.now,
      person: Refusal.Holder(id: actor, name: person.name, department: person.departmentName), act: act,
      name: terms.name, numbers: terms.numbers.map(\.display),
      verdict: act == .pick && hits.isEmpty ? .mayPick : hits.verdict, hits: hits, hasMore: hasMore,
      hasApplied: try !hits.isEmpty && hasApplied(for: terms))
  }
}
