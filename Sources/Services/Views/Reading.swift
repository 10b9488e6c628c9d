import Domain
import Storage

/// The smaller things somebody reads.
package enum Reading {
  // MARK: what needs no right

  /// The person of this login, who signs in or is named.
  package static func person(login: String, in house: House) throws -> Person {
    let person = try house.readWithoutRight { try $0.store.people.find(login: login) }
    guard let person else { throw Refusal.unknownPerson(login) }
    return person
  }

  /// The person of this login, or the only one of this name.
  package static func person(called text: String, in house: House) throws -> Person {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let found = try house.readWithoutRight { unit in
      try unit.store.people.find(login: text).map { [$0] }
        ?? unit.store.people.all().filter { $0.name == text && $0.isActive }
    }
    guard found.count == 1, let person = found.first else { throw Refusal.unknownPerson(text) }
    return person
  }

  package static func person(_ id: PersonID, in house: House) throws -> Person {
    try house.readWithoutRight { try $0.person(id) }
  }

  package static func department(named name: String, in house: House) throws -> DepartmentID {
    let found = try house.readWithoutRight { try $0.store.people.department(named: name) }
    guard let found else { throw Refusal.invalidField("department", .unknown) }
    return found
  }

  /// Who set the base up.
  package static func firstAdministrator(in house: House) throws -> Person? {
    try house.readWithoutRight { try $0.store.people.firstAdministrator() }
  }

  /// When the base was set up.
  package static func setUpAt(in house: House) throws -> Instant? {
    try house.readWithoutRight { try $0.store.people.firstAdministratorSince() }
  }

  /// The text of the version of a policy that holds; nil where the house has adopted none (R4.15).
  package static func policyText(_ name: String, at now: Instant, in house: House) throws -> String? {
    try house.readWithoutRight { unit in
      try unit.store.ruleVersions.inForce(at: now).last {
        $0.name == name && $0.name != RuleVersions.calendar
      }?
      .text
    }
  }

  /// His own, as the next two.
  package static func drafts(of person: PersonID, in house: House) throws -> [Draft] {
    try house.readWithoutRight { try $0.store.drafts.list(of: person) }
  }

  /// How he likes the screens.
  package static func preferences(of person: PersonID, in house: House) throws -> Preferences {
    try house.readWithoutRight { try $0.store.preferences.find(of: person) }
  }

  /// Whether he has prepared a list for today (R7.5).
  package static func hasList(of person: PersonID, at now: Instant, in house: House) throws -> Bool {
    try house.readWithoutRight { unit in
      let today = house.rules.calendar.day(of: now)
      guard let list = try unit.store.dayLists.find(of: person, on: today) else { return false }
      return try unit.store.dayLists.rows(of: list.id).contains(where: \.isHeld)
    }
  }

  /// The views of the sea somebody keeps (R5.10).
  package static func seaViews(of person: PersonID, in house: House) throws -> [KeptSeaView] {
    try house.readWithoutRight { try $0.store.seaViews.list(of: person) }
  }

  /// The words by which the house finds customers again (R10.1), as they are written where they were used first.
  package static func tagsInUse(in house: House) throws -> [String] {
    try house.readWithoutRight { try $0.store.tags.inUse(limit: 200) }
  }

  /// Whom he may give customers (R2.2): nobody, where he may give none.
  package static func receivers(of person: PersonID, in house: House) throws -> [Person] {
    try house.readWithoutRight { unit in
      let rights = unit.rules.rights
      let giver = try unit.person(person)
      guard rights.allow(.transfer, to: giver) else { return [] }
      return try unit.store.people.people(under: giver.department).map { try unit.person($0) }
        .filter { $0.isActive && rights.allow(.pick, to: $0) }
    }
  }

  /// Whose customers he may hand over (R2.6): those who work here no more too, while they hold any.
  package static func givers(of person: PersonID, in house: House) throws -> [Person] {
    try house.readWithoutRight { unit in
      let actor = try unit.person(person)
      guard unit.rules.rights.allow(.handover, to: actor) else { return [] }
      return try unit.store.people.people(under: actor.department)
        .filter { try !unit.store.library.customers(of: $0).isEmpty }.map { try unit.person($0) }
    }
  }

  /// The newest first.
  package static func alerts(of person: PersonID, limit: Int, in house: House) throws -> [Alert] {
    try house.readWithoutRight { try $0.store.alerts.list(of: person, limit: limit) }
  }

  // MARK: what is asked for by right

  /// The numbers of a customer as somebody may see them: masked where he does not see it whole (R2.2).
  package static func numbers(
    of customer: CustomerID, by actor: PersonID, at now: Instant, in house: House
  ) throws -> [String] {
    try house.read(as: actor, .see, at: now) { unit in
      let customer = try unit.store.customers.require(customer)
      try Allowance(unit).require(.see, on: customer)
      let isWhole = customer.holder != nil
      return try unit.store.numbers.list(of: customer.id).map { isWhole ? $0.display : $0.masked }
    }
  }

  /// An order with its customer, for who keeps it or sees the customer whole.
  package static func order(
    _ id: OrderID, by actor: PersonID, in house: House
  ) throws -> (Order, Customer) {
    try house.read(as: actor, .see) { unit in
      let order = try unit.order(id)
      let customer = try unit.store.customers.require(order.customer)
      try unit.requireOrders(of: customer)
      return (order, customer)
    }
  }

  /// Everybody of the house, for who keeps its people.
  package static func everybody(by actor: PersonID, in house: House) throws -> [Person] {
    try house.read(as: actor, .people) { try $0.store.people.all() }
  }

  /// Who looked for whole numbers how often, by the hour: of all, of those under him, or his own (R2.5).
  package static func numberSearches(limit: Int, by actor: PersonID, in house: House) throws -> [SearchedHour]
  {
    try house.read(as: actor, .audit) { unit in
      try unit.store.numberSearches.list(of: audited(in: unit), limit: limit)
    }
  }

  private static func audited(in unit: ReadingUnit) throws -> [PersonID] {
    let person = try unit.person
    let scopes = unit.rules.rights.scopes(of: .audit, for: person.roles)
    if scopes.contains(.all) { return try unit.store.people.all().map(\.id) }
    return scopes.contains(.subtree) ? try unit.store.people.people(under: person.department) : [person.id]
  }

  /// The audit trail (R2.5), the newest first: of one customer, or of all that somebody may read events of.
  package static func audit(
    of customer: CustomerID?, limit: Int, by actor: PersonID, in house: House
  ) throws -> [RecordedEvent] {
    try house.read(as: actor, .audit) { unit in
      let trail = try AuditTrail(unit)
      return try customer.map { try trail.events(of: $0, limit: limit) } ?? trail.events(limit: limit)
    }
  }
}
