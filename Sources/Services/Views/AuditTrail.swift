import Domain
import Storage

/// Whose audit events somebody reads, and how much of them (R2.5): an agent those of his own customers, a manager those of
/// his subtree, of a customer that left it up to that moment; the administrator all of them without values.
struct AuditTrail {
  private let unit: ReadingUnit
  private let person: Person
  private let scopes: Set<Scope>
  /// Whose customers' events he reads with their values.
  private let holders: [PersonID]

  init(_ unit: ReadingUnit) throws {
    self.unit = unit
    person = try unit.person
    scopes = unit.rules.rights.scopes(of: .audit, for: person.roles)
    holders =
      scopes.contains(.subtree)
      ? try unit.store.people.people(under: person.department) : scopes.contains(.own) ? [person.id] : []
  }

  func events(of id: CustomerID, limit: Int) throws -> [RecordedEvent] {
    let customer = try unit.store.customers.require(id)
    let events = try unit.store.events.list(of: customer.id, limit: limit)
    if let holder = customer.holder, holders.contains(holder) { return events }
    if scopes.contains(.all) { return try events.map(shown) }
    let last = scopes.contains(.subtree) ? try unit.store.events.lastHeld(customer.id, by: holders) : nil
    guard let last else { throw Refusal.notAllowed(.audit) }
    return events.filter { $0.id <= last }
  }

  func events(limit: Int) throws -> [RecordedEvent] {
    if scopes.contains(.all) { return try unit.store.events.list(of: nil, limit: limit).map(shown) }
    let former = scopes.contains(.subtree)
    return try unit.store.events.list(ofCustomersOf: holders, andFormer: former, limit: limit)
  }

  /// As one reads it who reads all: with its values where another role of his lets him.
  private func shown(_ event: RecordedEvent) throws -> RecordedEvent {
    guard let id = event.customer, let customer = try unit.store.customers.find(id) else {
      return event.withoutValues
    }
    if let holder = customer.holder, holders.contains(holder) { return event }
    let last = scopes.contains(.subtree) ? try unit.store.events.lastHeld(id, by: holders) : nil
    return last.map { event.id <= $0 } ?? false ? event : event.withoutValues
  }
}
