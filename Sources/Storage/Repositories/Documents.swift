import Domain

/// The files that are kept with customers (R10.3). They are only ever added.
package struct Documents {
  let connection: Connection

  package func add(
    _ name: String, _ content: [UInt8], hash: String, to customer: CustomerID, by person: PersonID,
    at now: Instant
  ) throws -> DocumentID {
    try connection.run(
      """
      INSERT INTO document (customer, name, size, hash, added_by, added_at, content) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, [customer, name, content.count, hash, person, now, Value.bytes(content)])
    return DocumentID(connection.lastInsertedID)
  }

  /// The last added first.
  package func list(of customer: CustomerID) throws -> [Document] {
    try connection.query(
      Documents.columns + " WHERE document.customer = ? ORDER BY document.id DESC", [customer], document)
  }

  package func find(_ id: DocumentID) throws -> Document? {
    try connection.first(Documents.columns + " WHERE document.id = ?", [id], document)
  }

  package func content(of id: DocumentID) throws -> [UInt8] {
    try connection.first("SELECT content FROM document WHERE id = ?", [id]) { $0.bytes(0) } ?? []
  }

  private static let columns = """
    SELECT document.id, document.customer, document.name, document.size, document.hash, document.added_at,
      person.id, person.name, department.name
    FROM document JOIN person ON person.id = document.added_by
    JOIN department ON department.id = person.department
    """

  private func document(_ row: Row) -> Document {
    Document(
      id: row.id(0), customer: row.id(1), name: row.text(2), size: row.int(3), hash: row.text(4),
      addedBy: Refusal.Holder(id: row.id(6), name: row.text(7), department: row.text(8)),
      addedAt: row.instant(5))
  }
}
