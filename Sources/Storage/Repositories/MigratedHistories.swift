import Domain

extension Customers {
  package func keep(_ history: MigratedHistory, of customer: CustomerID, at now: Instant) throws {
    try connection.run(
      "INSERT INTO migrated_history (customer, entered, last_contact, at) VALUES (?, ?, ?, ?)",
      [customer, history.entered, history.lastContact, now])
  }

  /// What another system knew of it, and when it was taken over from there.
  package func migratedHistory(of customer: CustomerID) throws -> (history: MigratedHistory, at: Instant)? {
    try connection.first(
      "SELECT entered, last_contact, at FROM migrated_history WHERE customer = ?", [customer]
    ) { (MigratedHistory(entered: $0.optionalDay(0), lastContact: $0.optionalDay(1)), $0.instant(2)) }
  }
}
