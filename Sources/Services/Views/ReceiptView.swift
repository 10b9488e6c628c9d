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
      return seesAll ? receipt : receipt.asItsSearcherTypedIt(unit.rules.tables.numbers)
    }
  }

  /// His own, without what was found; the newest first.
  package static func list(limit: Int, by actor: PersonID, in house: House) throws -> [KeptReceipt] {
    try house.read(as: actor, .check) { unit in
      try unit.store.receipts.list(of: actor, limit: limit).map {
        $0.asItsSearcherTypedIt(unit.rules.tables.numbers)
      }
    }
  }

  /// Who searched for a customer and found it, whatever came of it: for its holder, those above him, and support. What
  /// else they searched and found is not theirs to know (R5.4): of the numbers they read those of the customer.
  package static func list(
    about customer: CustomerID, limit: Int, by actor: PersonID, in house: House
  ) throws -> [KeptReceipt] {
    try house.read(as: actor, .check) { unit in
      let customer = try unit.store.customers.survivor(of: customer)
      try Allowance(unit).require(.check, on: customer)
      let own = Set(try unit.store.numbers.list(of: customer.id).map(\.display))
      let tables = unit.rules.tables.numbers
      return try unit.store.receipts.list(about: customer.id, limit: limit).map { receipt in
        receipt.showing { own.contains($0) ? $0 : PhoneNumber.masked($0, with: tables) }
      }
    }
  }
}

extension KeptReceipt {
  /// The numbers of a customer that was picked or granted nobody typed: receipts of old have them whole (R2.2).
  fileprivate func asItsSearcherTypedIt(_ tables: PhoneTables) -> KeptReceipt {
    act == .pick || act == .answerApplication ? showing { PhoneNumber.masked($0, with: tables) } : self
  }
}

extension PhoneNumber {
  /// A number as it is kept in words, masked; what is none hides whole.
  fileprivate static func masked(_ text: String, with tables: PhoneTables) -> String {
    if text.contains("*") { return text }
    return all(in: text, with: tables).first?.masked ?? String(text.prefix(2)) + "****"
  }
}
