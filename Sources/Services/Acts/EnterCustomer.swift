import Domain
import Storage

/// Brings a new customer into the house, and into one's own library (录入). The collision check runs inside the same
/// transaction: of two who enter one company, the first has it (R5.7).
package struct EnterCustomer {
  let form: CustomerForm
  /// A customer he holds that may be the same buyer (R3.10).
  let pair: CustomerID?
  /// By which support has allowed it, in spite of what the check finds (R5.8).
  let application: ApplicationID?
  /// One of his own, given up in the same step to make room (R3.4): where the new one is refused, it is not released.
  let old: CustomerID?

  package init(
    _ form: CustomerForm, pair: CustomerID? = nil, application: ApplicationID? = nil,
    releasing old: CustomerID? = nil
  ) {
    self.form = form
    self.pair = pair
    self.application = application
    self.old = old
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> CustomerID {
    let person = try Allowance(house).require(actor, .enter)
    let policy = try house.rules.policy(person.policy)
    let new = try CustomerIntake(tables: house.rules.tables, policy: policy).customer(form)
    let settle = { if let old { try ClockKeeper(house).settle(old, at: now) } }
    return try house.writeUnlessRefused(before: settle) { store in
      let person = try Allowance(house).require(actor, .enter)
      let old = try old.map { try house.customerToGiveUp($0, by: actor) }
      try Gate(house, for: person, at: now).checkCapacity(freed: old?.slots ?? 0)
      try application.map { try house.requireAllowed($0, new, by: actor, at: now) }
      let check = CollisionCheck(house, for: actor, at: now, pair: pair)
      try store.receipts.add(try check.require(new, isAllowed: application != nil))
      if let old { try house.release(old, reason: .other, by: person, at: now) }
      let id = try house.add(new, at: now)
      if let application, try !store.applications.use(application, for: id, at: now) {
        throw Refusal.application(.used)
      }
      _ = try house.open(id, for: person, wayIn: .entered, at: now)
      try house.record(
        .enter, on: id, by: actor, at: now,
        house.taken(
          by: person,
          [
            "name": new.name, "application": application.map { String($0.value) }, "released": old?.id.code,
          ]))
      if let pair { try house.pair(pair, id, by: actor, at: now) }
      return id
    }
  }
}

extension House {
  /// R5.8: an answer is good for its applicant, for this one company, in its time.
  fileprivate func requireAllowed(
    _ id: ApplicationID, _ new: NewCustomer, by actor: PersonID, at now: Instant
  ) throws {
    let application = try store.applications.require(id)
    guard application.applicant.id == actor else { throw Refusal.notYourApplication }
    let state = application.state(at: now)
    guard state == .enter else { throw Refusal.application(state) }
    guard rules.tables.folding.folded(application.entry.name) == new.folded else {
      throw Refusal.otherCompany(application.entry.name)
    }
  }

  /// Adds a customer to the sea and to the search index.
  func add(_ new: NewCustomer, at now: Instant) throws -> CustomerID {
    let id = try store.customers.add(new, at: now)
    try store.searchIndex.add(id, grams: new.grams(rules.tables))
    return id
  }
}
