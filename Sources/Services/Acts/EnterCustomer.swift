import Domain
import Storage

/// Brings a new customer into the house, and into one's own library (录入). The collision check runs inside the same
/// transaction: of two who enter one company, the first has it (R5.7).
package struct EnterCustomer {
  let form: CustomerForm

  package init(_ form: CustomerForm) {
    self.form = form
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> CustomerID {
    let person = try Allowance(house).require(actor, .enter)
    let policy = try house.rules.policy(person.policy)
    let new = try CustomerIntake(tables: house.rules.tables, policy: policy).customer(form)
    return try house.writeUnlessRefused { store in
      let person = try Allowance(house).require(actor, .enter)
      let gate = try Gate(house, for: person, at: now)
      try gate.checkCapacity()
      try store.receipts.add(try CollisionCheck(house, for: actor, at: now).require(new))
      let id = try house.add(new, at: now)
      _ = try house.open(id, for: person, wayIn: .entered, at: now)
      try house.record(.enter, on: id, by: actor, at: now, house.taken(by: person, ["name": new.name]))
      return id
    }
  }
}

extension House {
  /// Adds a customer to the sea and to the search index.
  func add(_ new: NewCustomer, at now: Instant) throws -> CustomerID {
    let id = try store.customers.add(new, at: now)
    try store.searchIndex.add(id, grams: new.grams(rules.tables))
    return id
  }
}
