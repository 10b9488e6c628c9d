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
  /// The login of the agent a clerk enters it for; nil for oneself.
  let holder: String?

  package init(
    _ form: CustomerForm, pair: CustomerID? = nil, application: ApplicationID? = nil,
    releasing old: CustomerID? = nil, for holder: String? = nil
  ) {
    self.holder = holder
    self.form = form
    self.pair = pair
    self.application = application
    self.old = old
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> CustomerID {
    // The form is read before anybody waits for the write.
    let act: Act = holder == nil ? .enter : .enterFor
    let new = try house.read(as: actor, act) { unit in
      let policy = try unit.rules.policy(holder(in: unit).policy)
      return try CustomerIntake(tables: unit.rules.tables, policy: policy).customer(form, isEntry: true)
    }
    return try house.write(as: actor, act, settling: old, at: now) { unit in
      let person = try holder(in: unit)
      let old = try old.map { try unit.customerToGiveUp($0) }
      try Gate(unit, for: person).checkCapacity(freed: old?.slots ?? 0)
      try application.map { try unit.requireAllowed($0, new, for: person) }
      let check = CollisionCheck(unit, for: person.id, pair: pair)
      let allowed = try application.map { try unit.store.applications.hitsSeen(in: $0) } ?? []
      try unit.store.receipts.add(try check.require(new, allowed: allowed))
      if let old { try unit.release(old, reason: .other) }
      let id = try unit.add(new)
      if let application, try !unit.store.applications.use(application, for: id, at: now) {
        throw Refusal.application(.used)
      }
      try unit.open(id, for: person, wayIn: .entered)
      let facts: KeyValuePairs<String, String?> = [
        "name": new.name, "application": application.map { String($0.value) }, "released": old?.id.code,
      ]
      try unit.record(act, on: id, unit.taken(by: person, facts))
      if let pair { try unit.pair(pair, id) }
      if person.id != actor {
        try unit.store.alerts.add(.received, to: person.id, on: id, due: now, clock: "", at: now)
      }
      return id
    }
  }

  /// Into whose library: one's own, or that of an agent the clerk enters for (R2.2).
  private func holder(in unit: ReadingUnit) throws -> Person {
    guard let holder else { return try unit.person }
    guard let person = try unit.store.people.find(login: holder) else { throw Refusal.unknownPerson(holder) }
    guard try unit.store.people.isDepartment(person.department, under: unit.person.department) else {
      throw Refusal.notAllowed(.enterFor)
    }
    guard unit.rules.rights.allow(.enter, to: person) else { throw Refusal.invalidField("holder", .unknown) }
    return person
  }
}

extension WritingUnit {
  /// R5.8: an answer is good for its applicant, for this one company, in its time.
  fileprivate func requireAllowed(
    _ id: ApplicationID, _ new: NewCustomer, for person: Person
  ) throws {
    let application = try store.applications.require(id)
    guard application.applicant.id == person.id else { throw Refusal.notYourApplication }
    let state = application.state(at: now)
    guard state == .enter else { throw Refusal.application(state) }
    guard rules.tables.folding.folded(application.entry.name) == new.folded else {
      throw Refusal.otherCompany(application.entry.name)
    }
  }

  /// Adds a customer to the sea and to the search index.
  func add(_ new: NewCustomer, isImported: Bool = false) throws -> CustomerID {
    let id = try store.customers.add(new, isImported: isImported, at: now)
    try store.searchIndex.add(id, grams: new.grams)
    return id
  }
}
