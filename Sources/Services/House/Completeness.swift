import Domain
import Storage

/// What an import left open of a held customer, and until when its holder has time to fill it in (R5.9).
package struct Incompleteness: Sendable, Equatable {
  package let missing: [EntryField]
  /// From then on it is unprotected.
  package let until: Instant
}

extension MomentUnit {
  /// So many desk days its holder has from the day he got it, opened or not (R5.9).
  private static let daysToComplete = 5

  /// Nil where nothing is missing, and where nobody holds it or nothing more is to be won by it.
  func incompleteness(of customer: Customer) throws -> Incompleteness? {
    guard customer.hasClocks, let answers = try store.customers.importedAnswers(customer.id),
      let opportunity = try store.opportunities.open(of: customer.id)
    else { return nil }
    let missing = try rules.policy(opportunity.policy).missingNumbers(
      of: customer.kind, store.numbers.list(of: customer.id), answers)
    if missing.isEmpty { return nil }
    let calendar = rules.calendar
    let last = calendar.adding(
      deskDays: MomentUnit.daysToComplete, to: calendar.day(of: opportunity.enteredAt))
    return Incompleteness(missing: missing, until: calendar.end(of: last))
  }

  /// Nil where its holder has filled in what the import left open, or has time still.
  func leftIncomplete(_ id: CustomerID) throws -> Unprotected? {
    guard let open = try incompleteness(of: store.customers.require(id)), open.until <= now else {
      return nil
    }
    return .incomplete(open.missing, since: open.until)
  }
}
