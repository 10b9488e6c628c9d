import Domain
import Storage

/// Remembers that a holder has seen a number of his new pick: from then on it counts for the daily limit, undone or not
/// (R3.7). Nobody else sees a difference: no audit event.
package struct NoteNumberShown {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write { store in
      _ = try Allowance(house).require(actor, .see)
      guard let opportunity = try store.opportunities.open(of: customer), opportunity.holder == actor,
        try house.isPickUndoable(opportunity, at: now)
      else { return }
      try store.opportunities.noteNumberShown(of: opportunity.id, at: now)
    }
  }
}

extension House {
  /// Whether the opportunity is a pick so young that it may still be undone (R3.5).
  func isPickUndoable(_ opportunity: Opportunity, at now: Instant) throws -> Bool {
    guard opportunity.wayIn == .picked else { return false }
    return now < opportunity.enteredAt + (try rules.policy(opportunity.policy)).undoSeconds
  }
}
