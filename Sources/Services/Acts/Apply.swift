import Domain
import Storage

/// Asks support for a company that the check lets nobody enter or pick (申请挑入, R5.8). Until support answers its name
/// and numbers are kept for the applicant; the first applicant comes first.
package struct Apply {
  let entry: Application.Entry
  /// The login of the agent a clerk applies for (特殊资源申请, R8.4); nil for oneself.
  let applicant: String?

  package init(_ entry: Application.Entry, for applicant: String? = nil) {
    self.entry = entry
    self.applicant = applicant
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Application {
    try house.write(as: actor, applicant == nil ? .apply : .applyFor, at: now) { unit in
      let applicant = try requireApplicant(in: unit)
      try checkAnswers()
      let policy = try unit.rules.policy(applicant.policy)
      let new = try CustomerIntake(tables: unit.rules.tables, policy: policy).customer(entry.form)
      let receipt = try check(new, for: applicant, in: unit)
      try checkCount(of: applicant, new, policy, in: unit)
      try unit.store.receipts.add(receipt)
      let id = try unit.store.applications.add(
        NewApplication(
          by: actor, for: applicant, entry: entry.inPlainLines, folded: new.folded,
          key: new.companyName?.tellingKey,
          numberKeys: new.numbers.map(\.collisionKey), receipt: receipt.code?.text ?? "",
          answerBy: unit.rules.calendar.endOfSupportTerm(from: now),
          lapsesAt: unit.rules.calendar.end(
            ofDeskDay: policy.applications.lapsesAfter, after: now)), at: now)
      let application = try unit.store.applications.require(id)
      if actor != applicant.id {
        try unit.tellManagers(.specialApplication, about: application, due: application.answerBy)
      }
      unit.event.add([
        "application": String(id.value), "name": new.name, "receipt": receipt.code?.text,
        "for": actor == applicant.id ? nil : applicant.name,
      ])
      return application
    }
  }

  private func requireApplicant(in unit: WritingUnit) throws -> Person {
    guard let applicant else { return try unit.person }
    guard let person = try unit.store.people.find(login: applicant) else {
      throw Refusal.unknownPerson(applicant)
    }
    guard unit.rules.rights.allow(.apply, to: person) else {
      throw Refusal.invalidField("applicant", .unknown)
    }
    return person
  }

  /// Each is asked for; "none" is an answer for a number (R5.9).
  private func checkAnswers() throws {
    for (field, text) in [
      ("name", entry.name), ("landline", entry.landline), ("fax", entry.fax), ("address", entry.address),
      ("remark", entry.remark),
    ] where text.isBlank {
      throw Refusal.invalidField(field, .missing)
    }
  }

  /// The check that he may do nothing about himself (R5.7), as its receipt.
  private func check(_ new: NewCustomer, for applicant: Person, in unit: WritingUnit) throws -> Receipt {
    let terms = CollisionTerms(new)
    if let first = try unit.store.applications.reservations(for: terms, at: unit.now).first {
      throw try refusal(first, in: unit)
    }
    let check = CollisionCheck(unit, for: applicant.id)
    let (hits, hasMore) = try check.findings(terms)
    try requireNotHeld(hits, against: applicant, in: unit)
    let receipt = try check.receipt(of: .apply, terms, hits, hasMore: hasMore)
    switch hits.applicationGround {
    case .support: return receipt
    case .enter: throw Refusal.noNeedToApply(pick: nil)
    case .pick(let customer): throw Refusal.noNeedToApply(pick: customer)
    case .none(.blocked): throw Refusal.blocked
    case .none: throw Refusal.collision(receipt)
    }
  }

  /// Whoever holds the very company goes on with it (R5.8).
  private func requireNotHeld(
    _ hits: [CollisionHit], against applicant: Person, in unit: WritingUnit
  ) throws {
    for hit in hits where hit.matches.contains(where: { $0.by == .name && $0.counts }) {
      guard let id = hit.customer, let holder = hit.holder else { continue }
      let customer = try unit.store.customers.require(id)
      guard try unit.staysWithItsHolder(customer, against: applicant) else { continue }
      throw Refusal.held(
        by: holder, since: try unit.store.opportunities.open(of: id)?.enteredAt ?? unit.now)
    }
  }

  private func checkCount(
    of applicant: Person, _ new: NewCustomer, _ policy: Policy, in unit: WritingUnit
  ) throws {
    let rules = policy.applications
    let failed = try unit.store.applications.lastFailure(of: applicant.id, folded: new.folded, at: unit.now)
    if let failed {
      let free = unit.rules.calendar.end(ofDeskDay: rules.restsFor, after: failed - 1)
      if unit.now < free { throw Refusal.appliedInVain(until: unit.rules.calendar.day(of: free)) }
    }
    let open = try unit.store.applications.openCount(of: applicant.id, at: unit.now)
    if open >= rules.mostOpen { throw Refusal.tooManyApplications(open: open) }
  }

  /// One's own application is none of somebody else's, and one is enough.
  private func refusal(_ first: Reservation, in unit: WritingUnit) throws -> Refusal {
    guard first.by.id == unit.actor else { return .appliedFor(by: first.by, until: first.until) }
    let application = try unit.store.applications.require(first.application)
    return .alreadyApplied(application.id, at: application.askedAt)
  }
}

extension Application.Entry {
  /// As an entry of the same company would be typed.
  package var form: CustomerForm {
    CustomerForm(
      name: name, phones: [landline], faxes: [fax], mobiles: [mobile], address: address, remark: remark)
  }

  /// What the check looks for.
  var query: CollisionQuery {
    CollisionQuery(name: name, phones: [landline], faxes: [fax], mobiles: [mobile], address: address)
  }

  fileprivate var inPlainLines: Application.Entry {
    Application.Entry(
      name: PlainText.inOneLine(name), landline: PlainText.inOneLine(landline),
      fax: PlainText.inOneLine(fax), mobile: PlainText.inOneLine(mobile),
      address: PlainText.inOneLine(address), remark: PlainText.withPlainLineEnds(remark))
  }
}
