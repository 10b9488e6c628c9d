import Domain
import Storage

/// The smaller things somebody reads.
package enum Reading {
  /// The person of this login.
  package static func person(login: String, in house: House) throws -> Person {
    guard let person = try house.store.people.find(login: login) else { throw Refusal.unknownPerson(login) }
    return person
  }

  package static func person(_ id: PersonID, in house: House) throws -> Person {
    try house.store.people.require(id)
  }

  /// Who set the base up.
  package static func firstAdministrator(in house: House) throws -> Person? {
    try house.store.people.firstAdministrator()
  }

  /// When the base was set up.
  package static func setUpAt(in house: House) throws -> Instant? {
    try house.store.people.firstAdministratorSince()
  }

  package static func people(in house: House) throws -> [Person] {
    try house.store.people.all()
  }

  package static func numbers(of customer: CustomerID, in house: House) throws -> [CustomerNumber] {
    try house.store.numbers.list(of: customer)
  }

  /// An order that the same call has just worked on, with its customer.
  package static func order(_ id: OrderID, in house: House) throws -> (Order, Customer) {
    guard let order = try house.store.orders.find(id) else { throw Refusal.unknownOrder(String(id.value)) }
    return (order, try house.store.customers.require(order.customer))
  }

  package static func drafts(of person: PersonID, in house: House) throws -> [Draft] {
    try house.store.drafts.list(of: person)
  }

  /// The views of the sea somebody keeps (R5.10).
  package static func seaViews(of person: PersonID, in house: House) throws -> [KeptSeaView] {
    try house.store.seaViews.list(of: person)
  }

  /// Everybody of the house, for who keeps its people.
  package static func everybody(by actor: PersonID, in house: House) throws -> [Person] {
    try house.read { store in
      _ = try Allowance(house).require(actor, .people)
      return try store.people.all()
    }
  }

  /// The newest first.
  package static func alerts(of person: PersonID, limit: Int, in house: House) throws -> [Alert] {
    try house.store.alerts.list(of: person, limit: limit)
  }

  /// The text of the version of a policy that holds; nil where the house has adopted none (R4.15).
  package static func policyText(_ name: String, in house: House) throws -> String? {
    try house.store.ruleVersions.inForce().first { $0.name == name && $0.name != RuleVersions.calendar }?.text
  }

  /// The audit trail (R2.5), the newest first: of one customer for who may see its events; without one, an agent
  /// reads those of his customers, a manager those of his subtree, the admin all.
  package static func audit(
    of customer: CustomerID?, limit: Int, by actor: PersonID, in house: House
  ) throws -> [RecordedEvent] {
    try house.read { store in
      if let customer {
        _ = try Allowance(house).require(actor, .audit, on: try store.customers.require(customer))
        return try store.events.list(of: customer, limit: limit)
      }
      let person = try Allowance(house).require(actor, .audit)
      let scopes = house.rules.rights.scopes(of: .audit, for: person.roles)
      if scopes.contains(.all) { return try store.events.list(of: nil, limit: limit) }
      let holders =
        scopes.contains(.subtree) ? try store.people.people(under: person.department) : [person.id]
      return try store.events.list(ofCustomersOf: holders, limit: limit)
    }
  }
}
