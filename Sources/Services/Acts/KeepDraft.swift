import Domain
import Storage

/// Keeps a half-typed note in the base (R6.4). A draft is nobody else's business: no audit event.
package struct KeepDraft {
  /// What a draft may hold; longer ones would be refused as notes anyway.
  static let longest = 200_000

  let customer: CustomerID
  /// A JSON object; nil drops the draft.
  let entry: String?

  package init(_ entry: String?, on customer: CustomerID) {
    self.entry = entry
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    _ = try house.write(as: actor, .draft, leaving: .nothing, at: now) { unit in
      guard let entry else { return try unit.store.drafts.drop(by: actor, on: customer) }
      _ = try unit.store.customers.require(customer)
      guard entry.utf8.count <= KeepDraft.longest else { throw Refusal.invalidField("text", .tooLong) }
      try unit.store.drafts.save(entry, by: actor, on: customer, at: now)
    }
  }
}
