import Domain
import Storage

/// Receipts settle disputes (R5.6): whoever searched sees his own, support all.
package enum ReceiptView {
  package static func read(_ code: ReceiptCode, by actor: PersonID, in house: House) throws -> KeptReceipt {
    try house.read(as: actor, .check) { unit in
      let person = try unit.person
      guard let receipt = try unit.store.receipts.find(code) else { throw Refusal.unknownReceipt(code.text) }
      let seesAll = unit.rules.rights.scopes(of: .check, for: person.roles).contains(.all)
      guard seesAll || receipt.person.id == actor else { throw Refusal.notAllowed(.check) }
      return receipt
    }
  }

  /// His own, without what was found; the newest first.
  package static func list(limit: Int, by actor: PersonID, in house: House) throws -> [KeptReceipt] {
    try house.read(as: actor, .check) { try $0.store.receipts.list(of: actor, limit: limit) }
  }

  /// Who searched for a customer and found it, whatever came of it: for its holder, those above him, and support. What
  /// else they found is not theirs to know (R5.4).
  package static func list(
    about customer: CustomerID, limit: Int, by actor: PersonID, in house: House
  ) throws -> [KeptReceipt] {
    try house.read(as: actor, .check) { unit in
      let customer = try unit.store.customers.survivor(of: customer)
      try Allowance(unit).require(.check, on: customer)
      return try unit.store.receipts.list(about: customer.id, limit: limit)
    }
  }
}
