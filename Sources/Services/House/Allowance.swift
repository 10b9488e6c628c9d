import Domain
import Storage

/// Asks the one table of rights (R2.1, R2.2). Every act and every view does, first of all.
struct Allowance {
  let rights: Rights
  let store: Store

  init(_ house: House) {
    rights = house.rules.rights
    store = house.store
  }

  /// The person, where he may do this at all.
  func require(_ id: PersonID, _ act: Act) throws -> Person {
    let person = try store.people.require(id)
    guard rights.allow(act, to: person) else { throw Refusal.notAllowed(act) }
    return person
  }

  /// The person, where he may do this to a customer in this place.
  func require(_ id: PersonID, _ act: Act, on customer: Customer) throws -> Person {
    let person = try require(id, act)
    guard try covers(person, act, customer) else { throw Refusal.notAllowed(act) }
    return person
  }

  /// Whether his right to this act reaches the customer where it is now.
  func covers(_ person: Person, _ act: Act, _ customer: Customer) throws -> Bool {
    let scopes = rights.scopes(of: act, for: person.roles)
    if scopes.contains(.all) { return true }
    guard let holder = customer.holder else { return scopes.contains(.sea) }
    if scopes.contains(.own) && holder == person.id { return true }
    guard scopes.contains(.subtree) else { return false }
    let department = try store.people.require(holder).department
    return try store.people.isDepartment(department, under: person.department)
  }
}
