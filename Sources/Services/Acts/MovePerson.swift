import Domain
import Storage

/// Somebody changes department (R4.15). He leaves his customers behind, which is a handover of its own, or takes them along
/// within the new capacity: then every clock starts anew under the policy of the new department.
package struct MovePerson {
  let login: String
  let department: String
  let takesCustomers: Bool

  package init(_ login: String, to department: String, takingCustomers: Bool = false) {
    self.login = login
    self.department = department
    takesCustomers = takingCustomers
  }

  /// - Returns: how many customers went with him.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Int {
    try house.write(as: actor, .movePerson, at: now) { unit in
      guard let person = try unit.store.people.find(login: login) else { throw Refusal.unknownPerson(login) }
      let place = try place(in: unit)
      try requireReach(person, place, in: unit)
      if place == person.department { throw Refusal.sameDepartment }
      // R4.6: what is over flows back first, from where he was.
      for customer in try unit.store.library.customers(of: person.id) {
        try ClockKeeper(unit).settle(customer)
      }
      let held = try unit.store.library.customers(of: person.id)
      if !held.isEmpty && !takesCustomers { throw Refusal.stillHolds(held.count) }
      try unit.store.people.move(person.id, to: place)
      let moved = try unit.store.people.require(person.id)
      try takeAlong(held, moved, in: unit)
      try unit.store.alerts.tell(
        .moved, person.id, due: now, remark: department, count: held.isEmpty ? nil : held.count, at: now)
      unit.event.add(["login": login, "moved": String(held.count)])
      unit.event.change("department", from: person.departmentName, to: moved.departmentName)
      return held.count
    }
  }

  private func place(in unit: WritingUnit) throws -> DepartmentID {
    guard let place = try unit.store.people.department(named: department) else {
      throw Refusal.invalidField("department", .unknown)
    }
    return place
  }

  /// An administrator moves everybody, a manager within his own departments.
  private func requireReach(_ person: Person, _ place: DepartmentID, in unit: WritingUnit) throws {
    let actor = try unit.person
    if unit.rules.rights.scopes(of: .movePerson, for: actor.roles).contains(.all) { return }
    for department in [person.department, place] {
      guard try unit.store.people.isDepartment(department, under: actor.department) else {
        throw Refusal.notAllowed(.movePerson)
      }
    }
  }

  private func takeAlong(_ held: [CustomerID], _ person: Person, in unit: WritingUnit) throws {
    let customers = try held.map(unit.store.customers.require)
    let capacity = try person.capacity ?? unit.rules.policy(person.policy).capacity
    let slots = customers.reduce(0) { $0 + $1.slots }
    if slots > capacity { throw Refusal.libraryFull(held: slots, capacity: capacity) }
    for customer in customers {
      guard let former = try unit.store.opportunities.open(of: customer.id) else { continue }
      try unit.end(former, of: customer, .transferred)
      let (opportunity, _) = try unit.open(customer.id, for: person, wayIn: .transferred)
      try unit.restore(customer, from: former, to: opportunity)
      try unit.record(.transfer, on: customer.id, unit.taken(by: person))
    }
  }
}

extension WritingUnit {
  /// What a new opportunity of the same holder keeps of the one before: plans, list places, and that it is signed.
  fileprivate func restore(_ customer: Customer, from former: Opportunity, to new: Opportunity) throws {
    if let next = customer.next { try store.customers.plan(next, with: customer.id) }
    if customer.state == .signed { try store.customers.set(.signed, of: customer.id) }
    if customer.state == .invalid { try store.customers.set(.invalid, of: customer.id) }
    try store.dayLists.follow(former, to: new)
    try ClockKeeper(self).place(new)
  }
}
