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
      let submitted = submittedAt ?? now
      guard submitted <= now else { throw Refusal.invalidField("submitted", .ahead) }
      if customer.state == .void { throw Refusal.wrongState(.void) }
      let held = try unit.store.opportunities.holding(of: customer.id, at: submitted)
      let seller = try seller(of: customer, held?.holder, in: unit)
      let counts = held?.holder == seller.id
      let id = try unit.store.orders.add(
        NewOrder(
          customer: customer.id, seller: seller.id, sellerKind: unit.rules.departmentKind(of: seller),
          opportunity: counts ? held?.opportunity : nil, amount: amount, contract: contract,
          submittedAt: submitted), by: actor, at: now)
      unit.event.add([
        "order": String(id.value), "amount": amount.text, "contract": contract.text, "seller": seller.name,
        "submitted_at": unit.rules.calendar.iso8601(submitted), "counts": String(counts),
      ])
      return id
    }
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
