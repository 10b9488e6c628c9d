import Domain
import Storage

/// What of a customer the collision check has to look for: names by which it is known, and numbers as they are typed.
struct SearchedIdentity {
  var names: [String] = []
  var numbers: [String] = []

  var isEmpty: Bool { names.isEmpty && numbers.isEmpty }
}

extension WritingUnit {
  /// Everything a customer is known by.
  func searchedIdentity(of customer: Customer) throws -> SearchedIdentity {
    let av = try store.avInformation.find(customer.id)
    let names = [customer.name, av[.licenceName], av[.invoiceTitle]].filter { !$0.isEmpty }
    return SearchedIdentity(names: names, numbers: try store.numbers.list(of: customer.id).map(\.display))
  }

  /// The check of what is new with a customer (R5.7). What it has in common with another makes it unprotected: support
  /// has to judge. Where nothing is in common any more with what made it so, it is protected again.
  ///
  /// - Returns: the code of the receipt; nil where nothing was searched.
  func checkAnew(_ id: CustomerID, _ searched: SearchedIdentity) throws -> String? {
    let customer = try store.customers.require(id)
    if searched.isEmpty {
      try protectAgain(customer)
      return nil
    }
    var receipt: Receipt?
    for query in queries(searched, of: customer) {
      let found = try check(query, of: customer)
      receipt = receipt ?? found
      if found.hits.contains(where: { $0.reason == .blocked }) { throw Refusal.blocked }
      // What somebody applied for no customer has yet: it is kept for him (R5.8).
      if found.hits.contains(where: { $0.customer == nil }) { throw Refusal.collision(found) }
      try store.receipts.add(found)
      guard let hit = found.hits.first, let twin = hit.customer else { continue }
      try expose(customer, to: twin, matched: hit.matched, receipt: found)
    }
    try protectAgain(customer)
    return receipt?.code?.text
  }

  private func queries(_ searched: SearchedIdentity, of customer: Customer) -> [CollisionQuery] {
    var folded: Set<String> = []
    let names = searched.names.filter { folded.insert(rules.tables.folding.folded($0)).inserted }
    let first = CollisionQuery(name: names.first ?? "", phones: searched.numbers, address: customer.address)
    return [first] + names.dropFirst().map { CollisionQuery(name: $0, address: customer.address) }
  }

  private func check(_ query: CollisionQuery, of customer: Customer) throws -> Receipt {
    let person = try person
    let check = CollisionCheck(self, for: person.id)
    let terms = CollisionTerms(query, rules.tables)
    let (hits, hasMore) = try check.findings(terms, of: customer.id)
    let counting = hits.filter { $0.counts && !$0.isApplied(by: person.id) }
    return try check.receipt(of: .change, terms, counting, hasMore: hasMore)
  }

  private func expose(
    _ customer: Customer, to twin: CustomerID, matched: String, receipt: Receipt
  ) throws {
    if try store.disputes.isUnprotected(customer.id) { return }
    let judgeBy = rules.calendar.endOfSupportTerm(from: now)
    try store.disputes.open(
      customer.id, against: twin, matched: matched, receipt: receipt.code?.text, at: now, judgeBy: judgeBy)
    try store.alerts.add(.toJudge, toAll: .support, on: customer.id, due: judgeBy, at: now)
    if let holder = customer.holder, holder != actor {
      try store.alerts.add(.unprotected, to: holder, on: customer.id, due: judgeBy, clock: "", at: now)
    }
  }

  private func protectAgain(_ customer: Customer) throws {
    guard let dispute = try store.disputes.open(of: customer.id) else { return }
    let whole = try searchedIdentity(of: customer)
    for query in queries(whole, of: customer) {
      let found = try check(query, of: customer)
      if found.hits.contains(where: { $0.customer == dispute.twin }) { return }
    }
    try store.disputes.settle(of: customer.id, by: try person.id, at: now)
  }
}

extension CollisionHit {
  /// A name is kept for who applied for it, not against him (R5.8).
  fileprivate func isApplied(by person: PersonID) -> Bool {
    if case .appliedFor(let applicant, _) = reason { return customer == nil && applicant.id == person }
    return false
  }
}
