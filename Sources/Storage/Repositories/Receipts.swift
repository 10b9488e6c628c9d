import Domain

/// What the checks left (R5.6). Nothing in the program can change or remove a receipt.
package struct Receipts {
  let connection: Connection

  /// The code of the next receipt of a day. It is this one's alone inside a transaction that writes.
  package func nextCode(on day: Day) throws -> ReceiptCode {
    let last = try connection.first("SELECT max(serial) FROM receipt WHERE day = ?", [day]) { $0.int(0) }
    return ReceiptCode(day: day, serial: (last ?? 0) + 1)
  }

  /// A receipt without a code is kept nowhere.
  package func add(_ receipt: Receipt) throws {
    guard let code = receipt.code else { return }
    try connection.run(
      """
      INSERT INTO receipt (day, serial, at, person, department, act, name, numbers, verdict, has_more)
      VALUES (?1, ?2, ?3, ?4, (SELECT department FROM person WHERE id = ?4), ?5, ?6, ?7, ?8, ?9)
      """,
      [
        code.day, code.serial, receipt.at, receipt.person.id, receipt.act.rawValue, receipt.name,
        receipt.numbers.joined(separator: Receipts.separator), receipt.verdict.rawValue, receipt.hasMore,
      ])
    let id = connection.lastInsertedID
    for (place, hit) in receipt.hits.enumerated() { try add(hit, at: place, to: id) }
  }

  private func add(_ hit: CollisionHit, at place: Int, to receipt: Int64) throws {
    try connection.run(
      "INSERT INTO receipt_hit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        receipt, Int64(place), hit.customer, hit.name, hit.holder?.id, hit.holder?.department ?? "",
        hit.state.rawValue, hit.matchedBy.map(\.rawValue).joined(separator: " "),
        hit.matches.map(\.text).joined(separator: Receipts.separator),
        hit.verdict.rawValue, hit.reason.code,
      ])
  }

  /// No name and no number has it in it.
  private static let separator = "\n"

  private static let columns = """
    SELECT receipt.id, receipt.day, receipt.serial, receipt.at, person.id, person.name, department.name,
      receipt.act, receipt.name, receipt.numbers, receipt.verdict, receipt.has_more,
      (SELECT count(*) FROM receipt_hit WHERE receipt_hit.receipt = receipt.id),
      coalesce((SELECT reason FROM receipt_hit WHERE receipt_hit.receipt = receipt.id AND place = 0), '')
    FROM receipt JOIN person ON person.id = receipt.person
    JOIN department ON department.id = receipt.department
    """

  /// One with all that was found.
  package func find(_ code: ReceiptCode) throws -> KeptReceipt? {
    let found = try connection.first(
      "\(Receipts.columns) WHERE receipt.day = ? AND receipt.serial = ?", [code.day, code.serial], receipt)
    guard var found else { return nil }
    found.hits = try hits(of: found.id)
    return found
  }

  /// What a receipt of this code says was found; nothing where there is none.
  package func hits(of code: String) throws -> [KeptHit] {
    try ReceiptCode(code).flatMap { try find($0)?.hits } ?? []
  }

  private func hits(of receipt: Int64) throws -> [KeptHit] {
    try connection.query(
      """
      SELECT receipt_hit.customer, receipt_hit.name, person.id, person.name, receipt_hit.department,
        receipt_hit.state, matched_by, matched, verdict, reason
      FROM receipt_hit LEFT JOIN person ON person.id = receipt_hit.holder
      WHERE receipt = ? ORDER BY place
      """, [receipt], hit)
  }

  /// Somebody's, without what was found; the newest first.
  package func list(of person: PersonID, limit: Int) throws -> [KeptReceipt] {
    try connection.query(
      "\(Receipts.columns) WHERE receipt.person = ? ORDER BY receipt.id DESC LIMIT ?", [person, limit],
      receipt)
  }

  /// Those that found a customer, or one that was merged into it (R3.11), without all they found; the newest first.
  package func list(about customer: CustomerID, limit: Int) throws -> [KeptReceipt] {
    try connection.query(
      """
      \(Receipts.columns) WHERE receipt.id IN (
        SELECT receipt FROM receipt_hit
        WHERE customer IN (SELECT ?1 UNION ALL SELECT id FROM customer WHERE merged_into = ?1))
      ORDER BY receipt.id DESC LIMIT ?2
      """, [customer, limit], receipt)
  }

  private func receipt(_ row: Row) -> KeptReceipt {
    KeptReceipt(
      id: row.integer(0), code: ReceiptCode(day: Day(number: row.int(1)), serial: row.int(2)),
      at: row.instant(3),
      person: Refusal.Holder(id: row.id(4), name: row.text(5), department: row.text(6)),
      act: Act(rawValue: row.text(7)) ?? .check, name: row.text(8),
      numbers: row.text(9).split(separator: Receipts.separator).map(String.init),
      verdict: Verdict(rawValue: row.text(10)) ?? .judge, hasMore: row.bool(11), hitCount: row.int(12),
      reason: row.text(13))
  }

  private func hit(_ row: Row) -> KeptHit {
    KeptHit(
      customer: row.optionalID(0), name: row.text(1),
      holder: row.optionalID(2).map { Refusal.Holder(id: $0, name: row.text(3), department: row.text(4)) },
      state: CustomerState(rawValue: row.text(5)) ?? .void,
      matchedBy: row.text(6).split(separator: " ").compactMap { MatchedBy(rawValue: String($0)) },
      matched: row.text(7).split(separator: Receipts.separator).map(String.init),
      verdict: Verdict(rawValue: row.text(8)) ?? .judge, reason: row.text(9))
  }
}

/// A receipt as it was left.
package struct KeptReceipt: Sendable {
  fileprivate let id: Int64
  package let code: ReceiptCode
  package let at: Instant
  /// Who searched, in the department he had then.
  package let person: Refusal.Holder
  package let act: Act
  package let name: String
  package fileprivate(set) var numbers: [String]
  package let verdict: Verdict
  package let hasMore: Bool
  package let hitCount: Int
  /// Why its verdict is so: that of what was found first, which is the worst; empty where nothing was.
  package let reason: String
  /// Read with one receipt alone.
  package fileprivate(set) var hits: [KeptHit] = []

  /// With each number as `show` gives it, where it was searched and where it was found.
  package func showing(_ show: (String) -> String) -> KeptReceipt {
    let shown = Dictionary(numbers.map { ($0, show($0)) }) { first, _ in first }
    var receipt = self
    receipt.numbers = numbers.map(show)
    receipt.hits = hits.map { hit in
      var hit = hit
      hit.matched = hit.matched.map { shown[$0] ?? $0 }
      return hit
    }
    return receipt
  }
}

/// What a check found, as it was then.
package struct KeptHit: Sendable {
  package let customer: CustomerID?
  package let name: String
  package let holder: Refusal.Holder?
  package let state: CustomerState
  package let matchedBy: [MatchedBy]
  package fileprivate(set) var matched: [String]
  package let verdict: Verdict
  /// `VerdictReason.code`
  package let reason: String
}
