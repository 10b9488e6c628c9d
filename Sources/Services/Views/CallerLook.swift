import Domain

/// Whose number somebody has typed or pasted, as when a call comes in (R5.11).
package enum CallerLook: Sendable, Equatable {
  case notANumber
  /// One customer has it, and he may see it.
  case customer(CustomerID, name: String)
  /// Nobody has it, several have it, or somebody has it whom he may not see: the collision check tells more.
  case unsettled

  package static func read(_ text: String, by actor: PersonID, in house: House) throws -> CallerLook {
    let numbers = PhoneNumber.all(in: text, with: house.rules.tables.numbers)
    guard let key = numbers.first(where: \.isValid)?.collisionKey else { return .notANumber }
    return try house.read(as: actor, .see) { unit in
      let having = try unit.store.collisions.numbered(NumberKey(key), limit: 8)
      guard let first = having.first?.customer, having.allSatisfy({ $0.customer == first }),
        let customer = try unit.store.customers.find(first),
        try Allowance(unit).covers(.see, customer)
      else { return .unsettled }
      return .customer(customer.id, name: customer.name)
    }
  }
}
