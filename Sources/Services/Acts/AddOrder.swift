import Domain
import Storage

/// Brings an order in (到单, R8.7): by who holds the customer, or for him by a clerk or manager. It counts where the
/// customer was in the seller's library when it was submitted (R8.6).
package struct AddOrder {
  let customer: CustomerID
  let amount: Amount
  let contract: String
  /// Nil for this moment.
  let submittedAt: Instant?

  package init(_ customer: CustomerID, amount: Amount, contract: String, submittedAt: Instant? = nil) {
    self.customer = customer
    self.amount = amount
    self.contract = PlainText.inOneLine(contract)
    self.submittedAt = submittedAt
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> OrderID {
    try house.write(as: actor, .order, on: customer, at: now) { unit, customer in
      let contract = try checkedContract(unit.rules.tables.folding)
      guard amount.isPlausible else { throw Refusal.invalidField("amount", .outOfRange) }
      let submitted = try submitted(in: unit)
      if customer.state == .void { throw Refusal.wrongState(.void) }
      try unit.requireContract(contract, of: customer)
      let held = try unit.store.opportunities.holding(of: customer.id, at: submitted)
      if submitted < now { try requireNoOther(than: held?.holder, holds: customer, in: unit) }
      let seller = try seller(of: customer, held?.holder, in: unit)
      let counts = held?.holder == seller.id
      let id = try unit.store.orders.add(
        NewOrder(
          customer: customer.id, seller: seller.id, sellerKind: unit.rules.departmentKind(of: seller),
          opportunity: counts ? held?.opportunity : nil, amount: amount, contract: contract,
          submittedAt: submitted, waitsUntil: try waitsUntil(for: seller, in: unit),
          remindAt: unit.rules.calendar.endOfSupportTerm(from: now)), by: actor, at: now)
      if counts && submitted == now { try hold(customer, in: unit) }
      unit.event.add([
        "order": String(id.value), "amount": amount.text, "contract": contract.text, "seller": seller.name,
        "submitted_at": unit.rules.calendar.iso8601(submitted), "counts": String(counts),
      ])
      return id
    }
  }

  private func waitsUntil(for seller: Person, in unit: WritingUnit) throws -> Instant {
    let days = try unit.rules.policy(seller.policy).orderHoldDays
    return unit.rules.calendar.end(ofDeskDay: days, after: unit.now)
  }

  /// R4.19: an order holds its customer while it waits, once per opportunity.
  private func hold(_ customer: Customer, in unit: WritingUnit) throws {
    guard var opportunity = try unit.store.opportunities.open(of: customer.id),
      opportunity.orderedUntil == nil
    else { return }
    let days = try unit.rules.policy(opportunity.policy).orderHoldDays
    opportunity.orderedUntil = unit.rules.calendar.end(ofDeskDay: days, after: unit.now)
    try unit.store.opportunities.putOff(opportunity)
    try ClockKeeper(unit).place(opportunity)
  }

  /// R8.6: only the clerk states an earlier moment, at most two desk days back.
  private func submitted(in unit: WritingUnit) throws -> Instant {
    guard let submittedAt, submittedAt != unit.now else { return unit.now }
    guard submittedAt < unit.now else { throw Refusal.invalidField("submitted", .ahead) }
    try Allowance(unit).require(.stateSubmission)
    let calendar = unit.rules.calendar
    let earliest = (0..<AddOrder.deskDaysBack).reduce(calendar.day(of: unit.now)) { day, _ in
      calendar.deskDay(before: day)
    }
    guard submittedAt >= calendar.start(of: earliest) else {
      throw Refusal.invalidField("submitted", .tooFarBack)
    }
    return submittedAt
  }

  private static let deskDaysBack = 2

  /// A stated moment reaches over nobody else's holding (R8.6).
  private func requireNoOther(
    than seller: PersonID?, holds customer: Customer, in unit: WritingUnit
  ) throws {
    guard let holding = try unit.store.opportunities.open(of: customer.id), holding.holder != seller,
      let holder = try unit.store.people.holder(holding.holder)
    else { return }
    throw Refusal.held(by: holder, since: holding.enteredAt)
  }

  /// Who brings it in for himself, else whose the customer was, is, or was last.
  private func seller(of customer: Customer, _ held: PersonID?, in unit: WritingUnit) throws -> Person {
    let last = { try unit.store.opportunities.lastEnded(of: customer.id)?.holder }
    let seller = try customer.holder == unit.actor ? unit.actor : held ?? customer.holder ?? last()
    guard let seller else { throw Refusal.notHeld }
    return try unit.person(seller)
  }

  private func checkedContract(_ folding: Folding) throws -> ContractName {
    let name = ContractName(contract, folded: folding.folded(contract))
    if name.text.isEmpty { throw Refusal.invalidField("contract_name", .missing) }
    if name.text.utf8.count > NoteCheck.longestLine { throw Refusal.invalidField("contract_name", .tooLong) }
    if !PlainText.isPlain(name.text) { throw Refusal.invalidField("contract_name", .controlCharacters) }
    if name.folded.isEmpty { throw Refusal.invalidField("contract_name", .unreadable) }
    return name
  }
}
