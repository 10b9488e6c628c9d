import Domain

/// The register of who helps with which customers (合作登记, R3.8).
package struct Cooperations {
  let connection: Connection

  private static let columns = """
    SELECT customer.id, customer.name, holder.id, holder.name, held_in.name, helper.id, helper.name, helps_in.name,
      cooperation.from_at, cooperation.reason
    FROM cooperation JOIN customer ON customer.id = cooperation.customer
    JOIN person AS helper ON helper.id = cooperation.helper
    JOIN department AS helps_in ON helps_in.id = helper.department
    JOIN person AS holder ON holder.id = customer.owner JOIN department AS held_in ON held_in.id = holder.department
    WHERE cooperation.ended_at IS NULL
    """

  package func helps(_ person: PersonID, with customer: CustomerID) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM cooperation WHERE customer = ? AND helper = ? AND ended_at IS NULL", [customer, person]
    ) { _ in true } ?? false
  }

  package func helpers(with customer: CustomerID) throws -> [Cooperation] {
    try connection.query(
      "\(Cooperations.columns) AND cooperation.customer = ? ORDER BY cooperation.id", [customer], cooperation)
  }

  /// Of which somebody is the helper, the last first.
  package func list(helping person: PersonID) throws -> [Cooperation] {
    try connection.query(
      "\(Cooperations.columns) AND cooperation.helper = ? ORDER BY cooperation.id DESC", [person], cooperation
    )
  }

  /// Of which one of these is the holder or the helper, the last first.
  package func list(of people: [PersonID], limit: Int) throws -> [Cooperation] {
    try connection.query(
      """
      \(Cooperations.columns) AND (cooperation.helper IN (SELECT value FROM json_each(?1))
        OR customer.owner IN (SELECT value FROM json_each(?1))) ORDER BY cooperation.id DESC LIMIT ?2
      """, [DayFigures.list(people), limit], cooperation)
  }

  package func add(_ helper: PersonID, to opportunity: Opportunity, reason: String, at now: Instant) throws {
    try connection.run(
      "INSERT INTO cooperation (customer, opportunity, helper, reason, from_at) VALUES (?, ?, ?, ?, ?)",
      [opportunity.customer, opportunity.id, helper, reason, now])
  }

  /// False where he did not help.
  package func end(_ helper: PersonID, with customer: CustomerID, at now: Instant) throws -> Bool {
    try connection.run(
      "UPDATE cooperation SET ended_at = ? WHERE customer = ? AND helper = ? AND ended_at IS NULL",
      [now, customer, helper]) == 1
  }

  /// It ends with the opportunity.
  ///
  /// - Returns: who helped.
  package func close(of opportunity: OpportunityID, at now: Instant) throws -> [PersonID] {
    try connection.query(
      """
      UPDATE cooperation SET ended_at = ?, ended_with_opportunity = 1 WHERE opportunity = ? AND ended_at IS NULL
      RETURNING helper
      """, [now, opportunity]
    ) { $0.id(0) }
  }

  /// What ended with the opportunity goes on with it.
  ///
  /// - Returns: who helps again, and when he was told that it was over.
  package func reopen(of opportunity: OpportunityID) throws -> [(helper: PersonID, endedAt: Instant)] {
    let ended = try connection.query(
      "SELECT helper, ended_at FROM cooperation WHERE opportunity = ? AND ended_with_opportunity",
      [opportunity]
    ) { (helper: $0.id(0, as: PersonID.self), endedAt: $0.instant(1)) }
    try connection.run(
      """
      UPDATE cooperation SET ended_at = NULL, ended_with_opportunity = 0
      WHERE opportunity = ? AND ended_with_opportunity
      """, [opportunity])
    return ended
  }

  private func cooperation(_ row: Row) -> Cooperation {
    Cooperation(
      customer: row.id(0), customerName: row.text(1),
      holder: Refusal.Holder(id: row.id(2), name: row.text(3), department: row.text(4)),
      helper: Refusal.Holder(id: row.id(5), name: row.text(6), department: row.text(7)),
      since: row.instant(8), reason: row.text(9))
  }
}

/// Somebody helps a holder with a customer (R3.8).
package struct Cooperation: Sendable {
  package let customer: CustomerID
  package let customerName: String
  package let holder: Refusal.Holder
  package let helper: Refusal.Holder
  package let since: Instant
  package let reason: String
}
