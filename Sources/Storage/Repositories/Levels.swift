import Domain

/// How long customers have been at their level of intent, and by when they are expected to buy (R4.3).
package struct Levels {
  let connection: Connection

  /// Since when the holder of this opportunity has called the customer what it is: the last note that named a level,
  /// else the entry.
  package func since(in opportunity: Opportunity) throws -> Instant {
    try connection.first(
      """
      SELECT at FROM note WHERE customer = ? AND opportunity = ? AND intent IS NOT NULL AND taken_back_at IS NULL
      ORDER BY id DESC LIMIT 1
      """, [opportunity.customer, opportunity.id]
    ) { $0.instant(0) } ?? opportunity.enteredAt
  }

  /// Another moment is another period, in which the level has not been asked yet.
  package func expect(_ buysBy: Instant?, of customer: CustomerID) throws {
    try connection.run(
      """
      UPDATE customer SET level_asked = level_asked AND buys_by IS ?2, buys_by = ?2
      WHERE id = ?1 AND buys_by IS NOT ?2
      """, [customer, buysBy])
  }

  /// Customers that should have bought by now, and whose level nobody has been asked about since.
  package func toAsk(at now: Instant, limit: Int) throws -> [(
    customer: CustomerID, holder: PersonID, buysBy: Instant
  )] {
    try connection.query(
      """
      SELECT id, owner, buys_by FROM customer
      WHERE buys_by <= ? AND level_asked = 0 AND owner IS NOT NULL ORDER BY buys_by LIMIT ?
      """, [now, limit]
    ) { ($0.id(0), $0.id(1), $0.instant(2)) }
  }

  package func markAsked(_ customer: CustomerID) throws {
    try connection.run("UPDATE customer SET level_asked = 1 WHERE id = ?", [customer])
  }
}
