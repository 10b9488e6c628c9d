import Domain

/// Collisions of held customers that support has to judge (R5.7). A customer with an open one is unprotected.
package struct Disputes {
  let connection: Connection

  private static let columns = """
    SELECT dispute.id, dispute.customer, customer.name, holder.id, holder.name, at_holder.name,
      dispute.twin, twin.name, other.id, other.name, at_other.name, dispute.matched, dispute.receipt,
      dispute.opened_at, dispute.judge_by
    FROM dispute JOIN customer ON customer.id = dispute.customer JOIN customer AS twin ON twin.id = dispute.twin
    LEFT JOIN person AS holder ON holder.id = customer.owner
    LEFT JOIN department AS at_holder ON at_holder.id = holder.department
    LEFT JOIN person AS other ON other.id = twin.owner
    LEFT JOIN department AS at_other ON at_other.id = other.department
    """

  private static let openSQL = columns + " WHERE dispute.customer = ? AND dispute.judged_at IS NULL"

  /// Opens one, unless support has one of this customer to judge already: that one says why it is unprotected.
  package func open(
    _ customer: CustomerID, against twin: CustomerID, matched: String, receipt: String?, at now: Instant,
    judgeBy: Instant
  ) throws {
    try connection.run(
      """
      INSERT OR IGNORE INTO dispute (customer, twin, matched, receipt, opened_at, judge_by)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [customer, twin, matched, receipt, now, judgeBy])
  }

  package func open(of customer: CustomerID) throws -> Dispute? {
    try connection.first(Disputes.openSQL, [customer], dispute)
  }

  /// Whether it is without protection: others may apply for it, and an order counts only if support judges for the
  /// holder (R5.7).
  package func isUnprotected(_ customer: CustomerID) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM dispute WHERE customer = ? AND judged_at IS NULL", [customer]
    ) { _ in true } ?? false
  }

  /// What waits for support, the longest waiting first; sorted, so that the index of the open ones is used.
  package func open() throws -> [Dispute] {
    try connection.query(
      "\(Disputes.columns) WHERE dispute.judged_at IS NULL ORDER BY +dispute.id", [], dispute)
  }

  /// What support has not judged in time, and nobody was told of.
  package func late(at now: Instant) throws -> [Dispute] {
    try connection.query(
      """
      \(Disputes.columns)
      WHERE dispute.judged_at IS NULL AND dispute.told_at IS NULL AND dispute.judge_by <= ?
      """, [now], dispute)
  }

  package func markTold(_ id: DisputeID, at now: Instant) throws {
    try connection.run("UPDATE dispute SET told_at = ? WHERE id = ?", [now, id])
  }

  /// False where somebody else was quicker.
  package func close(
    _ id: DisputeID, _ judgement: Judgement, by person: PersonID, remark: String, at now: Instant
  ) throws -> Bool {
    try connection.run(
      """
      UPDATE dispute SET judgement = ?, judged_by = ?, judged_at = ?, remark = ?
      WHERE id = ? AND judged_at IS NULL
      """, [judgement.rawValue, person, now, remark, id]) == 1
  }

  /// What was between two customers is settled: they are one now (R3.11), or a pair (R3.10).
  package func settle(between one: CustomerID, and other: CustomerID, by person: PersonID, at now: Instant)
    throws
  {
    try connection.run(
      """
      UPDATE dispute SET judgement = 'settled', judged_by = ?4, judged_at = ?3
      WHERE judged_at IS NULL AND customer IN (?1, ?2) AND twin IN (?1, ?2)
      """, [one, other, now, person])
  }

  /// It no longer has in common what made it unprotected.
  package func settle(of customer: CustomerID, by person: PersonID, at now: Instant) throws {
    try connection.run(
      """
      UPDATE dispute SET judgement = 'settled', judged_by = ?3, judged_at = ?2
      WHERE judged_at IS NULL AND customer = ?1
      """, [customer, now, person])
  }

  private func dispute(_ row: Row) -> Dispute {
    Dispute(
      id: row.id(0), customer: row.id(1), customerName: row.text(2), holder: holder(row, at: 3),
      twin: row.id(6), twinName: row.text(7), twinHolder: holder(row, at: 8), matched: row.text(11),
      receipt: row.optionalText(12), openedAt: row.instant(13), judgeBy: row.instant(14))
  }

  private func holder(_ row: Row, at column: Int32) -> Refusal.Holder? {
    row.optionalID(column).map {
      Refusal.Holder(id: $0, name: row.text(column + 1), department: row.text(column + 2))
    }
  }
}
