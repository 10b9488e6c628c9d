import Domain
import Storage

/// Which customer somebody means by a number or a code, beside the one before him: the other of a pair (R3.10).
package enum OtherLook {
  /// A number may be both of theirs, and others' too: one's own comes first.
  package static func read(
    _ text: String, beside customer: CustomerID, by actor: PersonID, in house: House
  ) throws -> (id: CustomerID, name: String) {
    try house.read(as: actor, .pair) { unit in
      let tables = unit.rules.tables
      let area = tables.numbers.areaCode(ofAddress: try unit.store.customers.require(customer).address)
      let having = try PhoneNumber.all(in: text, areaCode: area, with: tables.numbers)
        .filter(\.isValid).compactMap(\.collisionKey)
        .flatMap { try unit.store.collisions.numbered(NumberKey($0), limit: 8) }
        .filter { $0.customer != customer }
        .compactMap { try unit.store.customers.find($0.customer) }
      if let other = having.first(where: { $0.holder == actor }) ?? having.first {
        return (other.id, other.name)
      }
      guard let id = CustomerID(codeOrID: tables.folding.folded(text)),
        let other = try unit.store.customers.find(id)
      else { throw Refusal.unknownCustomer(text) }
      return (other.id, other.name)
    }
  }
}
