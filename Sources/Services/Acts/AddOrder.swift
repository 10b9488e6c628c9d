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
    _ = try Allowance(house).require(actor, .order)
    let contract = try checkedContract(house.rules.tables.folding)
    guard amount.isPlausible else { throw Refusal.invalidField("amount", .outOfRange) }
    let submitted = submittedAt ?? now
    guard submitted <= now else { throw Refusal.invalidField("submitted", .ahead) }
    return try house.write(on: customer, at: now) { store, customer in
      let person = try Allowance(house).require(actor, .order)
      guard try Allowance(house).covers(person, .order, customer) else {
        throw try house.notHeld(customer.id, by: actor)
      }
      if customer.state == .void { throw Refusal.wrongState(.void) }
      let held = try store.opportunities.holding(of: customer.id, at: submitted)
      let seller = try seller(of: customer, held?.holder, by: person, in: store)
      let id = try store.orders.add(
        NewOrder(
          customer: customer.id, seller: seller.id, sellerKind: house.rules.departmentKind(of: seller),
          opportunity: held?.holder == seller.id ? held?.opportunity : nil, amount: amount,
          contract: contract,
          submittedAt: submitted), by: actor, at: now)
      try house.record(
        .order, on: customer.id, by: actor, at: now,
        EventDetail([
          "order": String(id.value), "amount": amount.text, "contract": contract.text, "seller": seller.name,
          "submitted_at": house.rules.calendar.iso8601(submitted),
          "counts": String(held?.holder == seller.id),
        ]))
      return id
    }
  }

  /// Who brings it in for himself, else whose the customer was, is, or was last.
  private func seller(of customer: Customer, _ held: PersonID?, by actor: Person, in store: Store) throws
    -> Person
  {
    let seller =
      try customer.holder == actor.id
      ? actor.id : held ?? customer.holder ?? store.opportunities.lastEnded(of: customer.id)?.holder
    guard let seller else { throw Refusal.notHeld }
    return try store.people.require(seller)
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
