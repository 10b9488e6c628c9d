import Domain
import Storage

/// Puts a customer on the list of house accounts, which are never released (R3.12), or takes it off.
package struct MarkHouseAccount {
  let customer: CustomerID
  let isHouseAccount: Bool

  package init(_ customer: CustomerID, _ isHouseAccount: Bool) {
    self.customer = customer
    self.isHouseAccount = isHouseAccount
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .keepHouseAccounts, on: customer, at: now) { unit, customer in
      try unit.store.customers.mark(houseAccount: isHouseAccount, customer.id)
      if let opportunity = try unit.store.opportunities.open(of: customer.id) {
        try unit.letClocksRun(on: opportunity)
      }
      unit.event.change("house_account", from: String(customer.isHouseAccount), to: String(isHouseAccount))
    }
  }
}

extension WritingUnit {
  /// What would have fallen due while no clock ran does so now: no sooner than the end of the next desk day.
  func letClocksRun(on opportunity: Opportunity) throws {
    let standing = try ClockKeeper(self).place(opportunity)
    guard let standing, standing.isOver(at: now) else { return }
    var opportunity = opportunity
    opportunity.heldUntil = rules.calendar.endOfNextDeskDay(after: now)
    try store.opportunities.putOff(opportunity)
    try ClockKeeper(self).place(opportunity)
    try store.alerts.add(
      .dueMoved, to: opportunity.holder, on: opportunity.customer, due: opportunity.heldUntil ?? now,
      clock: standing.ruling.clock.name, at: now)
  }
}

/// Puts a company name on the list of those who are never picked or entered (R3.12), or takes it off.
package struct BlockName {
  let name: String
  let isBlocked: Bool

  package init(_ name: String, _ isBlocked: Bool) {
    self.name = name
    self.isBlocked = isBlocked
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    let folded = house.rules.tables.folding.folded(name)
    if folded.isEmpty { throw Refusal.invalidField("name", name.isBlank ? .missing : .unreadable) }
    if name.utf8.count > 300 { throw Refusal.invalidField("name", .tooLong) }
    let key = CompanyName(parsing: name, with: house.rules.tables.names).key
    try house.write(as: actor, .keepLists, at: now) { unit in
      guard try unit.store.customers.block(folded: folded, key: key, name: name, isBlocked, at: now) else {
        throw isBlocked ? Refusal.blocked : Refusal.invalidField("name", .unknown)
      }
      unit.event.add(["name": name])
      unit.event.change("blocked", from: String(!isBlocked), to: String(isBlocked))
    }
  }
}
