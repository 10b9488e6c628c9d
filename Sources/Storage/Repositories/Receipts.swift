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
  static let separator = "\n"
}
