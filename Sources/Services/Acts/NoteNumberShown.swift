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
    try house.write(as: actor, .see, leaving: .nothing, at: now) { unit in
      guard let opportunity = try unit.store.opportunities.open(of: customer), opportunity.holder == actor,
        try unit.isPickUndoable(opportunity)
      else { return }
      try unit.store.opportunities.noteNumberShown(of: opportunity.id, at: now)
    }
  }
}

extension MomentUnit {
  /// Whether the opportunity is a pick so young that it may still be undone (R3.5).
  func isPickUndoable(_ opportunity: Opportunity) throws -> Bool {
    guard opportunity.wayIn == .picked else { return false }
    return now < opportunity.enteredAt + (try rules.policy(opportunity.policy)).undoSeconds
  }
}
